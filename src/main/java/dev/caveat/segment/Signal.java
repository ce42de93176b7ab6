package dev.caveat.segment;

/**
 * Evidence for or against a role of a block. Each signal is present or absent; its weight, by
 * {@link Relation}, is fitted ({@code models/outline.tsv}). To add one, name it here and let {@link
 * SectionSignals} say when it is present.
 */
enum Signal {
  // -- the block's caption or, where it can have none, its whole text: length in characters
  UNDER_20,
  UNDER_60,
  UNDER_120,
  UNDER_200,
  UNDER_400,
  UNDER_700,
  OVER_700,
  /** Fewer than four words. */
  FEW_WORDS,
  // -- how it ends and begins
  ENDS_SENTENCE,
  ENDS_COLON,
  /** Ends with a comma, a semicolon or a dash. */
  ENDS_OPEN,
  STARTS_SMALL,
  NUMBERED,
  QUOTED,
  BULLETED,
  // -- how it reads
  TWO_SENTENCES,
  MANY_SENTENCES,
  /** Says may, could, if, unable and the like. */
  STRONG_RISK,
  /** Says growth, new, regulation and other words that are common in captions. */
  WEAK_RISK,
  TITLE_CASE,
  CAPITALS,
  /** Names a kind of risks, as headings over several do. */
  GROUP_TITLE,
  CLOSING_TITLE,
  /** The title of the section again. */
  RISK_TITLE,
  /** "Other factors", "General risks": a title over risks that have nothing in common. */
  CATCH_ALL,
  NEXT_TITLE,
  /** Announces risks, as introductions do. */
  INTRODUCES,
  /** Sums up, as closing statements do. */
  CLOSES,
  /** Sends the reader elsewhere. */
  REFERS,
  /** Starts like a sentence that continues the one before. */
  GOES_ON,
  /** An amount or a year. */
  FIGURES,
  /** These, such, the foregoing. */
  LOOKS_BACK,
  /** Starts with in, on, for and the like. */
  PREPOSITION,
  CENTERED,
  LINK,
  /** The same text occurs elsewhere in the section. */
  REPEATED,
  /** Somewhere in the whole block, says that risks follow. */
  ANNOUNCES,
  // -- what stands next to it
  NEXT_PROSE,
  NEXT_SHORT,
  NEXT_LONG,
  NEXT_ONE_SENTENCE,
  NEXT_ITEM,
  NEXT_ROW,
  NEXT_SAME,
  NEXT_MARKED,
  NEXT_END,
  /** The next block continues in lowercase. */
  NEXT_SMALL,
  PREVIOUS_COLON,
  PREVIOUS_MARKED,
  PREVIOUS_ONE_SENTENCE,
  PREVIOUS_ITEM,
  PREVIOUS_ROW,
  /** The previous block does not end a sentence. */
  PREVIOUS_OPEN,
  PREVIOUS_NONE,
  PAGE_START,
  /** Shares many words with the paragraph after it. */
  OVERLAP,
  /** Shares none. */
  NO_OVERLAP,
  /** Shares more words with what follows than with what comes before. */
  OVERLAP_AHEAD,
  // -- against the captions that the hypothesis supposes
  BEFORE_FIRST,
  AFTER_LAST,
  /** A caption follows within three blocks. */
  CAPTION_SOON,
  /** Is a sentence, or a title, as most captions are. */
  AGREES,
  DISAGREES,
  /** Four in five captions end with a period, and this does not; or vice versa. */
  STOP_DISAGREES,
  /** A title-case block while four in five captions are not; or vice versa. */
  CASE_DISAGREES,
  /** Has a number while four in five captions have none; or vice versa. */
  NUMBER_DISAGREES,
  /** One of several in a row that look like captions but read differently. */
  AMONG_STRANGERS,
  // -- its look, over the whole section
  LOOK_ONCE,
  LOOK_RARE,
  LOOK_OFTEN,
  /** Only within one or two of many risks. */
  LOOK_LOCAL,
  LOOK_OVER_CAPTIONS,
  LOOK_OVER_BODY,
  LOOK_SENTENCES,
  LOOK_TITLES,
  LOOK_STATES_RISKS,
  LOOK_GROUP_TITLES
}
