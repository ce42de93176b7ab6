package dev.caveat.segment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * One choice on every dimension along which the layouts of real filings differ. Rendered by {@link
 * FilingRenderer} into a whole filing whose risks are known.
 *
 * @param seed chooses the texts, and whatever the dimensions leave open
 */
record LayoutTrial(
    long seed,
    Form form,
    Heading heading,
    Contents contents,
    Mark mark,
    Wording wording,
    Placement placement,
    Numbering numbering,
    Groups groups,
    Front front,
    Body body,
    Furniture furniture,
    Cut cut,
    Next next,
    Trait trait,
    Container container) {

  /** What is filed. */
  enum Form {
    ANNUAL,
    ANNUAL_OF_OLD,
    INDEXED_ANNUAL,
    QUARTERLY,
    FOREIGN,
    OFFERING
  }

  /** How the section is headed; what cannot be said in a form stands for its plain heading. */
  enum Heading {
    PLAIN,
    CAPITALS,
    DASH,
    SPACED,
    NUMBERED,
    BRACKETED,
    WITHOUT_ITEM,
    TITLE_ALONE,
    TWO_CELLS,
    TWO_PARAGRAPHS,
    LINE_BREAK,
    WITH_PART,
    JOINED_ITEMS,
    CENTERED,
    LONG_TITLE,
    RUN_IN,
    FACTORS_THAT_MAY,
    CERTAIN_FACTORS,
    CAUTIONARY,
    CONSIDERATIONS,
    FORWARD_LOOKING_FACTORS,
    ISSUES,
    LETTER_I,
    BAR,
    RISKS
  }

  /** The page of contents. */
  enum Contents {
    NONE,
    NAMES,
    LINKS,
    NUMBERS,
    LEADERS
  }

  /** How captions are set. */
  enum Mark {
    BOLD,
    ITALIC,
    BOLD_ITALIC,
    UNDERLINE,
    BOLD_UNDERLINE,
    COLOR,
    LARGE,
    HEADER,
    TWO_RUNS,
    UNMARKED_WORD,
    NONE
  }

  /** How captions read. */
  enum Wording {
    SENTENCE,
    NO_STOP,
    TITLE,
    CAPITALS,
    TWO_SENTENCES,
    LONG,
    DEFINED_TERM,
    VERY_LONG,
    ANNOUNCING,
    SOME_TWO
  }

  /** Where captions stand. */
  enum Placement {
    OWN,
    RUN_IN,
    STOP_OUTSIDE,
    BREAK,
    BREAKS,
    LEFT_CELL,
    BULLET_CELL,
    LIST_ITEM,
    BULLET_RUN_IN
  }

  /** What stands in front of captions. */
  enum Numbering {
    NONE,
    DECIMAL,
    LETTER,
    RISK,
    NUMBER_CELL
  }

  /** How risks are grouped. */
  enum Groups {
    NONE,
    ONE,
    TWO_LEVELS,
    LIKE_CAPTIONS,
    UNMARKED,
    LETTERED,
    ROMAN,
    INTRODUCED,
    CONTINUED,
    GENERAL_LAST,
    TOPICS,
    STOPPED,
    LONG_INTRODUCED,
    ODD
  }

  /** What stands in front of the first risk. */
  enum Front {
    NONE,
    INTRODUCTION,
    LONG_INTRODUCTION,
    SUMMARY,
    GROUPED_SUMMARY,
    SUMMARY_AHEAD,
    CAPTIONED_SUMMARY,
    SHORT_PLAIN,
    ITALIC_INTRODUCTION,
    SHORT_ITALIC
  }

  /** What bodies hold. */
  enum Body {
    PLAIN,
    LISTS,
    TABLES,
    SHORT,
    ONE_SENTENCE,
    REFERENCES,
    TERMS,
    SUB_CAPTIONS,
    LIST_LEADS,
    INDENTED,
    RUN_IN_POINTS,
    SOME_TITLES,
    LIKE_CAPTIONS,
    TABLE_HEADS,
    LIKE_FIRST_WORDS,
    SOME_SHORT
  }

  /** What stands on every page. */
  enum Furniture {
    NONE,
    NUMBER,
    DASHED,
    OF,
    BACK_LINK,
    RUNNING_HEAD,
    SECTION_HEAD,
    PART_HEAD,
    RULE
  }

  /** Where pages end. */
  enum Cut {
    BETWEEN,
    SENTENCE,
    CAPTION
  }

  /** What is odd about this filing, besides. */
  enum Trait {
    NONE,
    MIXED_PLACEMENT,
    FIRST_UNMARKED,
    CLOSING_LINE,
    CATCH_ALL_LIST,
    TITLE_AGAIN,
    NOTE_FIRST,
    OFFERING_ROW,
    LONG_OFFERING_ROW,
    SUMMARY_LINE,
    SUMMARY_BULLETS,
    LATER_CAUTION,
    RUNNING_TITLE,
    HEADS_NAMING_ITEMS,
    OFFERING_LAST,
    NESTED_TITLE,
    POINTER_FIRST,
    BASE_PROSPECTUS
  }

  /** What follows the section. */
  enum Next {
    PLAIN,
    LATER_ITEM,
    FORWARD_LOOKING,
    OWN_TITLE
  }

  /** The tool that made the document. */
  enum Container {
    INLINE_XBRL,
    PARAGRAPHS,
    FONT_TAGS,
    WORD,
    STYLE_SHEET,
    LINE_BREAKS,
    BOXED,
    LINES,
    PRE,
    TEXT,
    TEXT_INDENTED,
    TEXT_DOUBLE,
    STRIPPED,
    SUBMISSION;

    boolean isText() {
      return switch (this) {
        case PRE, TEXT, TEXT_INDENTED, TEXT_DOUBLE, STRIPPED -> true;
        default -> false;
      };
    }
  }

  private static final Set<Heading> OLD =
      EnumSet.of(
          Heading.FACTORS_THAT_MAY,
          Heading.CERTAIN_FACTORS,
          Heading.CAUTIONARY,
          Heading.CONSIDERATIONS,
          Heading.FORWARD_LOOKING_FACTORS,
          Heading.ISSUES);

  /** What is odd about prospectuses. */
  private static final Set<Trait> OFFERED =
      EnumSet.of(
          Trait.OFFERING_ROW,
          Trait.LONG_OFFERING_ROW,
          Trait.OFFERING_LAST,
          Trait.SUMMARY_LINE,
          Trait.SUMMARY_BULLETS,
          Trait.BASE_PROSPECTUS);

  /** A filing that leaves nothing to doubt. */
  static LayoutTrial plain(long seed) {
    return new LayoutTrial(
        seed,
        Form.ANNUAL,
        Heading.PLAIN,
        Contents.NUMBERS,
        Mark.BOLD_ITALIC,
        Wording.SENTENCE,
        Placement.OWN,
        Numbering.NONE,
        Groups.ONE,
        Front.INTRODUCTION,
        Body.PLAIN,
        Furniture.NUMBER,
        Cut.BETWEEN,
        Next.PLAIN,
        Trait.NONE,
        Container.INLINE_XBRL);
  }

  /** This trial with one value changed. */
  LayoutTrial with(Enum<?> value) {
    return new LayoutTrial(
        seed,
        pick(form, value),
        pick(heading, value),
        pick(contents, value),
        pick(mark, value),
        pick(wording, value),
        pick(placement, value),
        pick(numbering, value),
        pick(groups, value),
        pick(front, value),
        pick(body, value),
        pick(furniture, value),
        pick(cut, value),
        pick(next, value),
        pick(trait, value),
        pick(container, value));
  }

  private static <E extends Enum<E>> E pick(E own, Enum<?> value) {
    Class<E> type = own.getDeclaringClass();
    return type.isInstance(value) ? type.cast(value) : own;
  }

  /** The values, one a dimension. */
  List<Enum<?>> values() {
    return List.of(
        form, heading, contents, mark, wording, placement, numbering, groups, front, body,
        furniture, cut, next, trait, container);
  }

  /** Each value of each dimension alone against the plain filing. */
  static List<LayoutTrial> oneAtATime(long seed) {
    List<LayoutTrial> out = new ArrayList<>();
    LayoutTrial plain = plain(seed);
    for (Enum<?> dimension : plain.values()) {
      for (Object value : dimension.getDeclaringClass().getEnumConstants()) {
        LayoutTrial trial = plain.with((Enum<?>) value);
        trial = OLD.contains(value) ? trial.with(Form.ANNUAL_OF_OLD) : trial;
        out.add(trial);
      }
    }
    return out;
  }

  /** Trials with a few values away from the plain ones each. */
  static List<LayoutTrial> random(int count, long seed) {
    Random random = new Random(seed);
    List<LayoutTrial> out = new ArrayList<>();
    while (out.size() < count) {
      LayoutTrial trial = plain(random.nextInt(1_000_000));
      if (random.nextInt(4) == 0) {
        trial = trial.with(Form.OFFERING).with(Heading.CENTERED);
        trial = random.nextBoolean() ? trial.with(any(OFFERED, random)) : trial;
      }
      if (random.nextInt(20) == 0) {
        trial = trial.with(Form.INDEXED_ANNUAL).with(Trait.NESTED_TITLE);
      }
      if (random.nextInt(20) == 0) {
        trial = trial.with(Form.QUARTERLY).with(Trait.POINTER_FIRST);
      }
      if (random.nextInt(7) == 0) {
        trial = trial.with(Container.TEXT).with(Mark.NONE);
        trial = random.nextBoolean() ? trial.with(Placement.RUN_IN).with(Wording.TITLE) : trial;
      }
      List<Enum<?>> dimensions = trial.values();
      for (Enum<?> dimension : dimensions) {
        Object[] all = dimension.getDeclaringClass().getEnumConstants();
        if (random.nextInt(10) < 4) {
          trial = trial.with((Enum<?>) all[random.nextInt(all.length)]);
        }
      }
      if (trial.isTellable()) {
        out.add(trial);
      }
    }
    return out;
  }

  private static Trait any(Set<Trait> traits, Random random) {
    return new ArrayList<>(traits).get(random.nextInt(traits.size()));
  }

  /** Whether a reader could tell the risks apart, and whether anyone would file such a thing. */
  boolean isTellable() {
    boolean text = container.isText();
    boolean ownLine = placement == Placement.OWN || placement == Placement.BULLET_CELL;
    boolean titled = isOld() || form == Form.INDEXED_ANNUAL;
    if (OLD.contains(heading) && !(form == Form.ANNUAL_OF_OLD)) {
      return false;
    }
    if (titled && !OLD.contains(heading) && heading.ordinal() > 0 && !fitsTitle()) {
      return false;
    }
    boolean numbered = form == Form.ANNUAL || form == Form.QUARTERLY;
    if ((heading == Heading.LETTER_I || heading == Heading.BAR || heading == Heading.RISKS)
        && !numbered) {
      return false;
    }
    if (OFFERED.contains(trait) && form != Form.OFFERING) {
      return false;
    }
    if (trait == Trait.TITLE_AGAIN && (!numbered || heading.ordinal() > 5)) {
      return false;
    }
    if (trait == Trait.NESTED_TITLE && form != Form.INDEXED_ANNUAL) {
      return false;
    }
    if (trait == Trait.POINTER_FIRST && heading == Heading.RUN_IN) {
      return false;
    }
    if (trait == Trait.LATER_CAUTION && form != Form.ANNUAL) {
      return false;
    }
    boolean typed = !text && mark != Mark.NONE;
    if (!typed && placement == Placement.BULLET_CELL) {
      return false;
    }
    boolean titledRunIn = placement == Placement.RUN_IN && wording == Wording.TITLE;
    boolean told = ownLine || wording == Wording.CAPITALS || titledRunIn;
    if (!typed && (!told || placement == Placement.LIST_ITEM)) {
      return false;
    }
    if (!typed
        && (wording == Wording.TWO_SENTENCES
            || wording == Wording.LONG
            || wording == Wording.VERY_LONG
            || front == Front.CAPTIONED_SUMMARY
            || body == Body.RUN_IN_POINTS
            || body == Body.SOME_TITLES
            || body == Body.LIKE_CAPTIONS
            || trait == Trait.NOTE_FIRST
            || trait == Trait.CLOSING_LINE
            || trait == Trait.MIXED_PLACEMENT
            || wording == Wording.NO_STOP
            || body == Body.SHORT
            || body == Body.ONE_SENTENCE
            || body == Body.SUB_CAPTIONS
            || cut == Cut.CAPTION)) {
      return false;
    }
    if (trait == Trait.MIXED_PLACEMENT
        && (placement != Placement.OWN
            || mark == Mark.HEADER
            || mark == Mark.LARGE
            || mark == Mark.UNMARKED_WORD
            || wording == Wording.NO_STOP
            || wording == Wording.TITLE)) {
      return false;
    }
    if (trait == Trait.FIRST_UNMARKED
        && (placement != Placement.OWN || wording == Wording.NO_STOP || wording == Wording.TITLE)) {
      return false;
    }
    if (trait == Trait.NOTE_FIRST && (placement != Placement.OWN || heading == Heading.RUN_IN)) {
      return false;
    }
    if (body == Body.LIKE_CAPTIONS && wording != Wording.SENTENCE && wording != Wording.LONG) {
      return false;
    }
    if (body == Body.RUN_IN_POINTS
        && (mark == Mark.ITALIC || mark == Mark.NONE || placement == Placement.RUN_IN)) {
      return false;
    }
    if (container == Container.STRIPPED && placement != Placement.OWN) {
      return false;
    }
    if ((body == Body.SUB_CAPTIONS || body == Body.SOME_TITLES || body == Body.LIKE_CAPTIONS)
        && (mark == Mark.ITALIC
            || mark == Mark.COLOR
            || mark == Mark.LARGE
            || mark == Mark.UNDERLINE
            || placement != Placement.OWN)) {
      return false;
    }
    if (placement == Placement.BULLET_RUN_IN
        && (mark == Mark.HEADER
            || mark == Mark.LARGE
            || wording == Wording.NO_STOP
            || body == Body.LISTS
            || body == Body.LIST_LEADS
            || front.name().contains("SUMMARY"))) {
      return false;
    }
    if ((placement == Placement.RUN_IN || placement == Placement.STOP_OUTSIDE)
        && (mark == Mark.HEADER || mark == Mark.LARGE || wording == Wording.NO_STOP)) {
      return false;
    }
    if (mark == Mark.UNMARKED_WORD
        && (placement != Placement.OWN || wording == Wording.TITLE || body != Body.PLAIN)) {
      return false;
    }
    if (placement == Placement.LIST_ITEM
        && (body == Body.LISTS || body == Body.LIST_LEADS || front.name().contains("SUMMARY"))) {
      return false;
    }
    if (groups == Groups.LIKE_CAPTIONS && placement != Placement.OWN) {
      return false;
    }
    return !(container == Container.LINES
        && (placement != Placement.OWN || body == Body.TABLES || mark == Mark.NONE));
  }

  /** Whether the filing has titles and no item numbers. */
  boolean isOld() {
    return form == Form.ANNUAL_OF_OLD || form == Form.OFFERING;
  }

  private boolean fitsTitle() {
    return heading == Heading.CAPITALS
        || heading == Heading.CENTERED
        || heading == Heading.TITLE_ALONE
        || heading == Heading.LONG_TITLE;
  }

  /** The values that differ from the plain ones. */
  String differences() {
    List<Enum<?>> plain = plain(seed).values();
    StringBuilder out = new StringBuilder("#" + seed);
    for (Enum<?> value : values()) {
      if (!plain.contains(value)) {
        out.append(' ').append(name(value));
      }
    }
    return out.toString();
  }

  /** A value with its dimension, such as {@code mark=bold}. */
  static String name(Enum<?> value) {
    return (value.getDeclaringClass().getSimpleName() + "=" + value.name())
        .toLowerCase(Locale.ROOT);
  }
}
