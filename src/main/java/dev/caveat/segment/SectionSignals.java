package dev.caveat.segment;

import dev.caveat.model.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one section, their looks, and the {@link Signal}s of each. What depends on no
 * hypothesis is found once.
 */
final class SectionSignals {
  private static final int MIN_PROSE_LENGTH = Bounds.whole("shortest-prose");
  private static final int LONG_PROSE = Bounds.whole("long-prose");
  private static final int MIN_LEAD_LENGTH = Bounds.whole("shortest-lead");
  private static final int SOON = Bounds.whole("soon");
  private static final int CENTERED_TITLE = Bounds.whole("longest-centered-title");
  private static final double MAJORITY = Bounds.of("most");
  private static final double UNANIMOUS = Bounds.of("nearly-all");
  private static final double RARE = Bounds.of("rare");
  private static final double OFTEN = Bounds.of("often");
  private static final double KIN = Bounds.of("kin");
  private static final double TWIN = Bounds.of("twin");
  private static final int MAX_TITLE_WORDS = Bounds.whole("most-title-words");
  private static final int MAX_STATEMENT_LENGTH = Bounds.whole("longest-statement");
  private static final int MAX_INTRODUCTION_LENGTH = Bounds.whole("longest-introduction");
  private static final int MAX_TITLE_LENGTH = Bounds.whole("longest-title");
  private static final int MAX_NUMBERED_LENGTH = Bounds.whole("longest-numbered-title");
  private static final double[] LENGTHS = Bounds.steps("text-lengths");
  private static final double PLAIN_SHARE = Bounds.of("plain-share");
  private static final int MIN_LETTERS = Bounds.whole("fewest-letters");
  private static final int MIN_TITLE_LENGTH = Bounds.whole("shortest-title");
  private static final int FEW_WORDS = Bounds.whole("few-words");
  private static final int MAX_GROUP_LENGTH = Bounds.whole("longest-group-title");
  private static final int MAX_LEAD_WORDS = Bounds.whole("most-lead-words");
  private static final int MAX_CAPTION_WORDS = Bounds.whole("most-caption-title-words");
  private static final int LOCAL = Bounds.whole("local");
  private static final int MIN_STEMMED = Bounds.whole("shortest-stemmed");
  private static final int STEM = Bounds.whole("stem");
  private static final double OVERLAP = Bounds.of("overlap");
  private static final double NO_OVERLAP = Bounds.of("no-overlap");
  private static final double OVERLAP_LEAD = Bounds.of("overlap-lead");
  private static final int SENTENCES_READ = Bounds.whole("sentences-read");
  private static final int WORDS_READ = Bounds.whole("words-read");

  private static final Phrase BACKWARD =
      new Phrase("\\b(these|such|this|those|foregoing|above)\\b");
  private static final Phrase PREPOSITION =
      new Phrase(
          "(in|on|at|with|for|from|under|through|by|of|to date|as|when|until|after|before|since)\\b");
  private static final Phrase FIGURES = new Phrase("[$%€£]|\\b(19|20)\\d{2}\\b");

  final List<Block> blocks;
  final Typography[] looks;
  final Typography body;
  final boolean[] marked;
  private final Map<Typography, LookProfile> profiles = new LinkedHashMap<>();
  private final Text[] texts;

  /** Whether what reads like captions nearly always ends with a period. */
  private final boolean statementsStop;

  private final @Nullable Text[] firstSentences;
  private final byte[][] shaped;
  private final byte[] runInTitles;
  private final byte[] oneSentence;
  private final @Nullable Set<String>[] stems;

  /** What a look's blocks have in common, whatever the hypothesis. */
  static final class LookProfile {
    final List<Integer> at = new ArrayList<>();
    int sentences;
    int risks;
    int groupTitles;
    int overBody;

    boolean mostly(int count) {
      return count >= MAJORITY * at.size();
    }
  }

  /** The signals of one text by itself, and what of it can be a caption. */
  private static final class Text {
    final String text;
    final int lead;
    final List<Signal> signals = new ArrayList<>(16);
    boolean sentence;
    boolean groupTitle;
    boolean titleCase;
    boolean risk;

    Text(String text, int lead) {
      this.text = text;
      this.lead = lead;
    }
  }

  SectionSignals(List<Block> blocks) {
    this.blocks = blocks;
    this.looks = looks(blocks);
    this.body = bodyLook();
    int n = blocks.size();
    this.marked = new boolean[n];
    this.texts = new Text[n];
    this.firstSentences = new Text[n];
    this.runInTitles = new byte[n];
    this.oneSentence = new byte[n];
    this.stems = stemless(n);
    this.shaped = new byte[Hypothesis.Kind.values().length][n];
    Map<String, Integer> seen = new HashMap<>();
    @Nullable String[] normals = new String[n];
    for (int i = 0; i < n; i++) {
      Block block = blocks.get(i);
      marked[i] = isMarked(i);
      boolean runIn = marked[i] && looks[i].runIn();
      texts[i] = text(block, runIn ? block.lead() : block.text().length());
      if (block.text().length() < MAX_STATEMENT_LENGTH) {
        normals[i] = Heading.normal(block.text());
        seen.merge(normals[i], 1, Integer::sum);
      }
    }
    this.statementsStop = doStatementsStop();
    for (int i = 0; i < n; i++) {
      if (normals[i] != null && seen.getOrDefault(normals[i], 0) > 1) {
        texts[i].signals.add(Signal.REPEATED);
      }
      neighbors(i);
      if (marked[i]) {
        LookProfile profile = profiles.computeIfAbsent(looks[i], l -> new LookProfile());
        profile.at.add(i);
        profile.sentences += texts[i].sentence ? 1 : 0;
        profile.risks += texts[i].risk ? 1 : 0;
        profile.groupTitles += texts[i].groupTitle ? 1 : 0;
        profile.overBody += looks[i].runIn() || isProse(i + 1) ? 1 : 0;
      }
    }
  }

  private boolean doStatementsStop() {
    int statements = 0;
    int stops = 0;
    for (int i = 0; i < texts.length; i++) {
      if (!marked[i] && texts[i].risk && isProse(i + 1) && isStatement(texts[i].text)) {
        statements++;
        stops += CaptionWords.endsSentence(texts[i].text) ? 1 : 0;
      }
    }
    return stops > 0 && stops >= UNANIMOUS * statements;
  }

  /**
   * The looks of blocks; a size that is said of some of those that look alike, and not of all,
   * tells nothing.
   */
  private static Typography[] looks(List<Block> blocks) {
    Typography[] out = blocks.stream().map(Typography::of).toArray(Typography[]::new);
    Set<Typography> unsized = new HashSet<>(Arrays.asList(out));
    for (int i = 0; i < out.length; i++) {
      Typography bare = out[i].withoutSize();
      out[i] = unsized.contains(bare) ? bare : out[i];
    }
    return out;
  }

  int size() {
    return blocks.size();
  }

  Map<Typography, LookProfile> profiles() {
    return profiles;
  }

  /** How much of a block its caption would be. */
  int lead(int i, Hypothesis hypothesis) {
    return piece(i, hypothesis).lead;
  }

  String caption(int i, Hypothesis hypothesis) {
    return piece(i, hypothesis).text;
  }

  boolean isSentence(int i, Hypothesis hypothesis) {
    return piece(i, hypothesis).sentence;
  }

  boolean statesRisk(int i, Hypothesis hypothesis) {
    return piece(i, hypothesis).risk;
  }

  boolean isGroupTitle(int i, Hypothesis hypothesis) {
    return piece(i, hypothesis).groupTitle;
  }

  /** Whether a block says that risks follow. */
  boolean announces(int i) {
    return texts[i].signals.contains(Signal.ANNOUNCES);
  }

  private Text piece(int i, Hypothesis hypothesis) {
    if (hypothesis.kind() != Hypothesis.Kind.RUN_IN_TITLES || !isRunInTitle(i)) {
      return texts[i];
    }
    return firstSentence(i);
  }

  private Text firstSentence(int i) {
    Text known = firstSentences[i];
    if (known == null) {
      Block block = blocks.get(i);
      known = text(block, CaptionWords.firstSentence(block.text()).length());
      firstSentences[i] = known;
    }
    return known;
  }

  // ---------------------------------------------------------------------- looks

  private Typography bodyLook() {
    Map<Typography, Integer> chars = new HashMap<>();
    int boldRunIns = 0;
    for (int i = 0; i < looks.length; i++) {
      Block b = blocks.get(i);
      if (b.kind() != Block.Kind.TABLE_ROW && !looks[i].runIn()) {
        chars.merge(looks[i].asParagraph(), b.text().length(), Integer::sum);
      }
      boldRunIns += looks[i].runIn() && looks[i].bold() ? 1 : 0;
    }
    int all = chars.values().stream().mapToInt(n -> n).sum();
    // Long captions over short bodies hold more text than these; what nothing marks is body still.
    boolean anyPlain = chars.entrySet().stream().anyMatch(e -> isPlain(e, all));
    Typography most =
        chars.entrySet().stream()
            .filter(e -> !anyPlain || isPlain(e, all))
            .max(
                Map.Entry.<Typography, Integer>comparingByValue()
                    .thenComparing(e -> e.getKey().toString()))
            .map(Map.Entry::getKey)
            .orElse(Typography.PLAIN);
    return most.bold() && boldRunIns >= SOON ? Typography.PLAIN : most;
  }

  private static boolean isPlain(Map.Entry<Typography, Integer> look, int all) {
    return !look.getKey().distinct() && look.getValue() >= PLAIN_SHARE * all;
  }

  private boolean isMarked(int i) {
    Block block = blocks.get(i);
    Typography look = looks[i];
    if (block.kind() == Block.Kind.TABLE_ROW
        || !look.standsOutFrom(body, block.text().length() < CENTERED_TITLE)
        || letters(block.text()) < MIN_LETTERS) {
      return false;
    }
    return !look.runIn()
        || (block.lead() >= MIN_LEAD_LENGTH && block.text().length() - block.lead() >= MIN_LETTERS);
  }

  private static int letters(String text) {
    int n = 0;
    for (int i = 0; i < text.length() && n < MIN_LETTERS; i++) {
      n += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return n;
  }

  // ---------------------------------------------------------------------- one text

  private static Text text(Block block, int lead) {
    String piece = block.text().substring(0, lead).strip();
    Text t = new Text(piece, lead);
    String text = CaptionWords.withoutNumber(CaptionWords.withoutBullet(piece));
    int length = 0;
    while (length < LENGTHS.length && piece.length() >= LENGTHS[length]) {
      length++;
    }
    t.signals.add(Signal.values()[Signal.UNDER_20.ordinal() + length]);
    add(t, Signal.CENTERED, block.centered());
    add(t, Signal.LINK, block.link());
    add(t, Signal.PAGE_START, block.pageBreak());
    if (text.isEmpty()) {
      return t;
    }
    char first = text.charAt(0);
    char last = piece.charAt(piece.length() - 1);
    boolean stop = CaptionWords.endsSentence(piece);
    add(t, Signal.ENDS_SENTENCE, stop);
    add(t, Signal.ENDS_COLON, last == ':');
    add(
        t,
        Signal.ENDS_OPEN,
        last == ',' || last == ';' || last == '-' || last == '–' || last == '—');
    add(t, Signal.STARTS_SMALL, Character.isLowerCase(first));
    add(t, Signal.QUOTED, first == '"' || first == '“');
    add(t, Signal.NUMBERED, CaptionWords.isNumbered(piece));
    add(t, Signal.BULLETED, !CaptionWords.withoutBullet(piece).equals(piece));
    if (piece.length() > SENTENCES_READ) {
      t.signals.add(Signal.MANY_SENTENCES);
      return t;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    int words = CaptionWords.words(text);
    boolean strong = CaptionWords.statesStrongRisk(lower);
    boolean weak = strong || CaptionWords.statesRisk(text);
    int sentences = CaptionWords.sentences(text);
    t.sentence = words > FEW_WORDS && (stop || weak);
    t.risk = strong && words >= FEW_WORDS;
    add(t, Signal.FEW_WORDS, words < FEW_WORDS);
    add(t, Signal.STRONG_RISK, strong);
    add(t, Signal.WEAK_RISK, weak && !strong);
    add(t, Signal.TWO_SENTENCES, sentences == 2);
    add(t, Signal.MANY_SENTENCES, sentences > 2);
    add(t, Signal.INTRODUCES, CaptionWords.introduces(lower));
    add(t, Signal.CLOSES, CaptionWords.closes(lower));
    add(t, Signal.REFERS, CaptionWords.refersElsewhere(lower));
    add(t, Signal.GOES_ON, CaptionWords.goesOn(lower));
    add(t, Signal.FIGURES, FIGURES.isIn(text));
    add(t, Signal.PREPOSITION, PREPOSITION.begins(lower));
    add(t, Signal.LOOKS_BACK, BACKWARD.isIn(lower));
    if (piece.length() <= MAX_STATEMENT_LENGTH) {
      Heading.Kind kind = Heading.kind(text);
      boolean title = !stop || words <= MAX_TITLE_WORDS;
      t.groupTitle = piece.length() <= MAX_GROUP_LENGTH && title && kind.opensGroup();
      t.titleCase = CaptionWords.isTitleCase(text);
      add(t, Signal.TITLE_CASE, t.titleCase);
      add(t, Signal.CAPITALS, Typography.isCapitals(text));
      add(t, Signal.GROUP_TITLE, t.groupTitle);
      add(t, Signal.CLOSING_TITLE, kind == Heading.Kind.CLOSING);
      add(t, Signal.RISK_TITLE, kind == Heading.Kind.RISK);
      add(t, Signal.NEXT_TITLE, kind == Heading.Kind.NEXT);
      add(t, Signal.CATCH_ALL, kind.opensGroup() && CaptionWords.isCatchAll(text));
    }
    return t;
  }

  private static void add(Text t, Signal signal, boolean there) {
    add(t.signals, signal, there);
  }

  private static void add(List<Signal> signals, Signal signal, boolean there) {
    if (there) {
      signals.add(signal);
    }
  }

  // ---------------------------------------------------------------------- neighbors

  /** Whether there is a block here that is a paragraph of some length and no heading. */
  boolean isProse(int i) {
    return i < blocks.size()
        && blocks.get(i).kind() == Block.Kind.PARAGRAPH
        && (!marked[i] || looks[i].runIn())
        && blocks.get(i).text().length() >= MIN_PROSE_LENGTH;
  }

  private void neighbors(int i) {
    Text t = texts[i];
    String whole = blocks.get(i).text();
    if (whole.length() <= MAX_INTRODUCTION_LENGTH) {
      String lower = whole.toLowerCase(Locale.ROOT);
      add(t, Signal.ANNOUNCES, CaptionWords.introduces(lower) || CaptionWords.announces(lower));
    }
    int n = blocks.size();
    if (i + 1 == n) {
      t.signals.add(Signal.NEXT_END);
    } else {
      Block next = blocks.get(i + 1);
      boolean plain = next.kind() == Block.Kind.PARAGRAPH && !marked[i + 1];
      add(t, Signal.NEXT_ROW, next.kind() == Block.Kind.TABLE_ROW);
      add(t, Signal.NEXT_ITEM, next.kind() == Block.Kind.LIST_ITEM && !marked[i + 1]);
      add(t, Signal.NEXT_SHORT, plain && next.text().length() < MIN_PROSE_LENGTH);
      add(
          t,
          Signal.NEXT_PROSE,
          next.kind() == Block.Kind.PARAGRAPH
              && (plain || looks[i + 1].runIn())
              && next.text().length() >= MIN_PROSE_LENGTH);
      add(t, Signal.NEXT_LONG, plain && next.text().length() >= LONG_PROSE);
      add(t, Signal.NEXT_ONE_SENTENCE, plain && isOneSentence(i + 1));
      add(t, Signal.NEXT_MARKED, marked[i + 1]);
      add(t, Signal.NEXT_SMALL, Character.isLowerCase(next.text().charAt(0)));
      if (t.text.length() <= LENGTHS[LENGTHS.length - 1] && plain) {
        overlap(i, t);
      }
    }
    if (i == 0) {
      t.signals.add(Signal.PREVIOUS_NONE);
      return;
    }
    Block previous = blocks.get(i - 1);
    char last = previous.text().charAt(previous.text().length() - 1);
    add(t, Signal.PREVIOUS_COLON, last == ':');
    add(t, Signal.PREVIOUS_MARKED, marked[i - 1] && !looks[i - 1].runIn());
    add(
        t,
        Signal.PREVIOUS_ONE_SENTENCE,
        previous.kind() == Block.Kind.PARAGRAPH && isOneSentence(i - 1));
    add(t, Signal.PREVIOUS_ITEM, previous.kind() == Block.Kind.LIST_ITEM);
    add(t, Signal.PREVIOUS_ROW, previous.kind() == Block.Kind.TABLE_ROW);
    add(
        t,
        Signal.PREVIOUS_OPEN,
        previous.kind() == Block.Kind.PARAGRAPH
            && previous.text().length() >= MIN_PROSE_LENGTH
            && (Character.isLetterOrDigit(last) || last == ','));
  }

  private void overlap(int i, Text t) {
    Set<String> words = stems(t.text);
    double after = shared(words, i + 1);
    double before = i == 0 ? 0 : shared(words, i - 1);
    add(t, Signal.OVERLAP, after >= OVERLAP);
    add(t, Signal.NO_OVERLAP, after < NO_OVERLAP);
    add(t, Signal.OVERLAP_AHEAD, after > before + OVERLAP_LEAD);
  }

  /** The part of some stems that stand at the beginning of a block. */
  private double shared(Set<String> words, int i) {
    if (words.isEmpty()) {
      return 0;
    }
    Set<String> known = stems[i];
    if (known == null) {
      String text = blocks.get(i).text();
      known = stems(text.substring(0, Math.min(text.length(), WORDS_READ)));
      stems[i] = known;
    }
    int both = 0;
    for (String word : words) {
      both += known.contains(word) ? 1 : 0;
    }
    return (double) both / words.size();
  }

  private boolean isOneSentence(int i) {
    return once(oneSentence, i, () -> CaptionWords.sentences(blocks.get(i).text()) == 1);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made
  private static @Nullable Set<String>[] stemless(int n) {
    return new Set[n];
  }

  /** The first letters of each word that is not short. */
  private static Set<String> stems(String text) {
    Set<String> out = new HashSet<>();
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && from < 0) {
        from = i;
      } else if (!letter && from >= 0) {
        if (i - from >= MIN_STEMMED) {
          out.add(text.substring(from, Math.min(i, from + STEM)).toLowerCase(Locale.ROOT));
        }
        from = -1;
      }
    }
    return out;
  }

  // ---------------------------------------------------------------------- hypotheses

  /** Whether a text could be a caption that only its sense tells; found out once. */
  private boolean isShaped(int i, Hypothesis.Kind kind) {
    return once(shaped[kind.ordinal()], i, () -> isNewlyShaped(i, kind));
  }

  private static boolean once(byte[] known, int i, BooleanSupplier answer) {
    if (known[i] == 0) {
      known[i] = (byte) (answer.getAsBoolean() ? 1 : -1);
    }
    return known[i] > 0;
  }

  private boolean isNewlyShaped(int i, Hypothesis.Kind kind) {
    Block block = blocks.get(i);
    if (block.kind() != Block.Kind.PARAGRAPH || marked[i] && !looks[i].capitals()) {
      return false;
    }
    return switch (kind) {
      case RUN_IN_TITLES -> isRunInTitle(i);
      case TITLES -> isTitle(texts[i].text);
      case SENTENCES ->
          isStatement(texts[i].text)
              && (!statementsStop || CaptionWords.endsSentence(texts[i].text));
      default -> false;
    };
  }

  private boolean isRunInTitle(int i) {
    return once(runInTitles, i, () -> isNewRunInTitle(i));
  }

  private boolean isNewRunInTitle(int i) {
    Block block = blocks.get(i);
    if (block.kind() != Block.Kind.PARAGRAPH || block.text().length() < MIN_PROSE_LENGTH) {
      return false;
    }
    String text = block.text();
    String first = text.substring(0, CaptionWords.firstSentence(text).length()).strip();
    boolean numbered = CaptionWords.isNumbered(first);
    return first.length() < (numbered ? MAX_NUMBERED_LENGTH : MAX_TITLE_LENGTH)
        && first.length() < block.text().length()
        && (numbered
            || CaptionWords.words(first) <= MAX_LEAD_WORDS
                && (CaptionWords.isTitleCase(first) || CaptionWords.isBareTitle(first)));
  }

  private static boolean isTitle(String piece) {
    String text = CaptionWords.withoutNumber(piece);
    if (text.length() < MIN_TITLE_LENGTH || text.length() > MAX_TITLE_LENGTH) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return CaptionWords.words(text) <= MAX_CAPTION_WORDS
        && Character.isLetter(text.charAt(0))
        && (Character.isLetterOrDigit(last) || last == ')');
  }

  private static boolean isStatement(String piece) {
    String text = CaptionWords.withoutNumber(piece);
    if (text.isEmpty() || text.length() > MAX_STATEMENT_LENGTH) {
      return false;
    }
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    return (Character.isUpperCase(first)
            || Character.isDigit(first)
            || first == '“'
            || first == '"')
        && (CaptionWords.endsSentence(text) || Character.isLetterOrDigit(last))
        && CaptionWords.sentences(text) <= 2
        && CaptionWords.words(text) >= FEW_WORDS;
  }

  Relation relation(int i, Hypothesis hypothesis) {
    Block block = blocks.get(i);
    if (block.kind() == Block.Kind.TABLE_ROW) {
      return Relation.ROW;
    }
    Typography look = looks[i];
    Typography captions = hypothesis.look();
    if (captions == null) {
      if (isShaped(i, hypothesis.kind())) {
        return Relation.SAME;
      }
      boolean item = block.kind() == Block.Kind.LIST_ITEM;
      return marked[i]
          ? look.runIn() ? Relation.BELOW_RUN_IN : Relation.ABOVE
          : item ? Relation.ITEM : Relation.PLAIN;
    }
    if (!marked[i]) {
      return block.kind() == Block.Kind.LIST_ITEM ? Relation.ITEM : Relation.PLAIN;
    }
    if (look.equals(captions)) {
      return Relation.SAME;
    }
    if (look.runIn() == captions.runIn() && look.distance(captions) <= KIN) {
      return Relation.KIN;
    }
    if (look.runIn() != captions.runIn() && look.distance(captions) <= TWIN) {
      return Relation.TWIN;
    }
    boolean above = look.loudness() > captions.loudness();
    return look.runIn()
        ? above ? Relation.ABOVE_RUN_IN : Relation.BELOW_RUN_IN
        : above ? Relation.ABOVE : Relation.BELOW;
  }

  /** The signals of all blocks under a hypothesis, with their relations. */
  View under(Hypothesis hypothesis) {
    return new View(hypothesis);
  }

  /** One hypothesis laid over the section. */
  final class View {
    final Hypothesis hypothesis;
    final Relation[] relations;
    private final int[] sameBefore;
    private final int same;
    private final boolean sentences;
    private final boolean stopped;
    private final boolean unstopped;
    private final boolean[] strange;
    private final boolean titled;
    private final boolean untitled;
    private final boolean numbered;
    private final boolean unnumbered;
    private final Map<Typography, List<Signal>> ofLooks = new HashMap<>();

    private View(Hypothesis hypothesis) {
      this.hypothesis = hypothesis;
      int n = blocks.size();
      relations = new Relation[n];
      sameBefore = new int[n + 1];
      int statements = 0;
      int stops = 0;
      int titles = 0;
      int numbers = 0;
      for (int i = 0; i < n; i++) {
        relations[i] = relation(i, hypothesis);
        boolean is = relations[i] == Relation.SAME;
        sameBefore[i + 1] = sameBefore[i] + (is ? 1 : 0);
        statements += is && isSentence(i, hypothesis) ? 1 : 0;
        titles += is && piece(i, hypothesis).titleCase ? 1 : 0;
        numbers += is && CaptionWords.isNumbered(caption(i, hypothesis)) ? 1 : 0;
        stops += is && CaptionWords.endsSentence(caption(i, hypothesis)) ? 1 : 0;
      }
      same = sameBefore[n];
      sentences = statements * 2 >= same;
      titled = titles >= UNANIMOUS * same;
      untitled = same - titles >= UNANIMOUS * same;
      numbered = numbers >= UNANIMOUS * same;
      unnumbered = same - numbers >= UNANIMOUS * same;
      stopped = stops >= UNANIMOUS * same;
      unstopped = same - stops >= UNANIMOUS * same;
      strange = new boolean[n];
      for (int i = 0; i < n; i++) {
        strange[i] = relations[i] == Relation.SAME && isStrange(piece(i, hypothesis));
      }
    }

    private boolean isStrange(Text piece) {
      return stopDisagrees(piece) || caseDisagrees(piece);
    }

    private boolean caseDisagrees(Text piece) {
      return titled && !piece.titleCase || untitled && piece.titleCase;
    }

    private boolean stopDisagrees(Text piece) {
      return (stopped || unstopped) && CaptionWords.endsSentence(piece.text) != stopped;
    }

    /** Whether several of those like captions are unlike them in a row. */
    private boolean isAmongStrangers(int i) {
      for (int k = Math.max(0, i - SOON); k <= Math.min(strange.length - 1, i + SOON); k++) {
        if (k != i && strange[i] && strange[k]) {
          return true;
        }
      }
      return false;
    }

    int captions() {
      return same;
    }

    /** Puts the ordinals of a block's signals into {@code into}; how many there are. */
    int signals(int i, int[] into) {
      Text piece = piece(i, hypothesis);
      int n = 0;
      for (Signal s : texts[i].signals) {
        if (piece == texts[i] || s.ordinal() >= Signal.CENTERED.ordinal()) {
          into[n++] = s.ordinal();
        }
      }
      if (piece != texts[i]) {
        for (Signal s : piece.signals) {
          if (s.ordinal() < Signal.CENTERED.ordinal()) {
            into[n++] = s.ordinal();
          }
        }
      }
      if (i + 1 < relations.length && relations[i + 1] == Relation.SAME) {
        into[n++] = Signal.NEXT_SAME.ordinal();
      }
      if (sameBefore[i] == 0) {
        into[n++] = Signal.BEFORE_FIRST.ordinal();
      }
      if (sameBefore[i + 1] == same) {
        into[n++] = Signal.AFTER_LAST.ordinal();
      }
      int soon = Math.min(relations.length, i + 1 + SOON);
      if (sameBefore[soon] > sameBefore[i + 1]) {
        into[n++] = Signal.CAPTION_SOON.ordinal();
      }
      into[n++] = (piece.sentence == sentences ? Signal.AGREES : Signal.DISAGREES).ordinal();
      if (isAmongStrangers(i)) {
        into[n++] = Signal.AMONG_STRANGERS.ordinal();
      }
      if (stopDisagrees(piece)) {
        into[n++] = Signal.STOP_DISAGREES.ordinal();
      }
      if (caseDisagrees(piece)) {
        into[n++] = Signal.CASE_DISAGREES.ordinal();
      }
      boolean number = CaptionWords.isNumbered(piece.text);
      if (numbered && !number || unnumbered && number) {
        into[n++] = Signal.NUMBER_DISAGREES.ordinal();
      }
      if (marked[i]) {
        for (Signal s : ofLooks.computeIfAbsent(looks[i], this::ofLook)) {
          into[n++] = s.ordinal();
        }
      }
      return n;
    }

    private List<Signal> ofLook(Typography look) {
      LookProfile profile = profiles.get(look);
      List<Signal> out = new ArrayList<>();
      if (profile == null) {
        return out;
      }
      int size = profile.at.size();
      int over = 0;
      Set<Integer> risks = new HashSet<>();
      for (int i : profile.at) {
        over += i + 1 < relations.length && relations[i + 1] == Relation.SAME ? 1 : 0;
        risks.add(sameBefore[i]);
      }
      add(out, Signal.LOOK_ONCE, size == 1);
      add(out, Signal.LOOK_RARE, size > 1 && size <= RARE * same);
      add(out, Signal.LOOK_OFTEN, size > OFTEN * same);
      add(out, Signal.LOOK_LOCAL, size > 1 && risks.size() <= 2 && same >= LOCAL);
      add(out, Signal.LOOK_OVER_CAPTIONS, profile.mostly(over));
      add(out, Signal.LOOK_OVER_BODY, profile.mostly(profile.overBody));
      add(out, Signal.LOOK_SENTENCES, profile.mostly(profile.sentences));
      add(out, Signal.LOOK_TITLES, profile.mostly(size - profile.sentences));
      add(out, Signal.LOOK_STATES_RISKS, profile.mostly(profile.risks));
      add(out, Signal.LOOK_GROUP_TITLES, profile.mostly(profile.groupTitles));
      return out;
    }

    @Override
    public String toString() {
      return hypothesis + " " + Arrays.toString(relations);
    }
  }
}
