package dev.caveat.segment;

import dev.caveat.model.Block;
import dev.caveat.segment.Outline.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds captions that nothing marks but their sense: a sentence that stands alone, states a risk,
 * and has prose on the same matter behind it; or a short title that does; or a title run in.
 *
 * <p>For a sentence, evidence for and against is summed; a caption needs {@link #ENOUGH}. No single
 * sign decides: captions have numbers in them, and bodies have paragraphs of one sentence.
 */
final class OutlineBySense {
  private static final int LONGEST_CAPTION = 400;
  private static final int LONGEST_TITLE = 100;
  private static final int SHORTEST_BODY = 120;
  private static final double ENOUGH = 2.5;

  /** Run-in titles are captions only if there are several. */
  private static final int SEVERAL = 3;

  private static final Pattern STRONG =
      Pattern.compile(
          "\\b(may|might|could|would|if|unable|inability|fail(s|ure)?|not be able|risks?|advers(e|ely)|harm|subject to|depend(s|ent|ence)?|uncertain|volatile|no assurance|cannot|compet(e|ition|itive)|los(e|s|ses))\\b");

  private static final Pattern PREPOSITION =
      Pattern.compile(
          "^(in|on|at|with|for|from|under|through|by|of|to date|as|when|until|after|before|since)\\b");

  private static final Pattern BACKWARD =
      Pattern.compile("\\b(these|such|this|those|foregoing|above)\\b");

  private static final Pattern MONEY = Pattern.compile("[$%€£]|\\b(19|20)\\d{2}\\b");

  private final List<Block> blocks;
  private final Outline out;

  private OutlineBySense(List<Block> blocks) {
    this.blocks = blocks;
    this.out = Outline.empty(blocks);
  }

  static Outline of(List<Block> blocks) {
    OutlineBySense sense = new OutlineBySense(blocks);
    sense.markStanding();
    if (sense.out.count(Role.CAPTION) < SEVERAL) {
      sense.markRunIn();
    }
    return sense.out;
  }

  /** A filing's captions are titles or sentences; what most of them are, all of them are. */
  private void markStanding() {
    boolean[] marked = mark(true, true);
    int titles = 0;
    int all = 0;
    for (int i = 0; i < marked.length; i++) {
      all += marked[i] ? 1 : 0;
      titles += marked[i] && isTitle(CaptionWords.withoutNumber(blocks.get(i).text())) ? 1 : 0;
    }
    boolean byTitle = titles >= SEVERAL && titles * 2 > all;
    marked = mark(byTitle, !byTitle);
    for (int i = 0; i < marked.length; i++) {
      out.roles()[i] = marked[i] ? Role.CAPTION : Role.BODY;
    }
    markGroups();
  }

  /** Of all ways to choose captions no two of which are neighbours, the one with most evidence. */
  private boolean[] mark(boolean titles, boolean sentences) {
    int n = blocks.size();
    double[] worth = new double[n];
    for (int i = 0; i < n; i++) {
      boolean wanted =
          isTitle(CaptionWords.withoutNumber(blocks.get(i).text())) ? titles : sentences;
      boolean groupTitle = CaptionWords.isGroupTitle(blocks.get(i).text());
      worth[i] = wanted && (!sentences || !groupTitle) ? worth(i) : 0;
    }
    boolean[] marked = new boolean[n];
    double[] best = new double[n + 2];
    for (int i = n - 1; i >= 0; i--) {
      best[i] = Math.max(best[i + 1], worth[i] + best[i + 2]);
    }
    for (int i = 0; i < n; i++) {
      if (worth[i] > 0 && worth[i] + best[i + 2] > best[i + 1]) {
        marked[i] = true;
        i++;
      }
    }
    return marked;
  }

  private void markGroups() {
    Role[] roles = out.roles();
    for (int i = 0; i + 1 < roles.length; i++) {
      if (roles[i] == Role.BODY
          && roles[i + 1] == Role.CAPTION
          && CaptionWords.isGroupTitle(blocks.get(i).text())) {
        roles[i] = Role.GROUP;
      }
    }
  }

  /** "Dependence on Suppliers. The Company buys …": a title, a full stop, and prose behind it. */
  private void markRunIn() {
    int[] leads = new int[blocks.size()];
    int n = 0;
    for (int i = 0; i < leads.length; i++) {
      leads[i] = runInTitle(blocks.get(i));
      n += leads[i] > 0 ? 1 : 0;
    }
    for (int i = 0; n >= SEVERAL && i < leads.length; i++) {
      if (leads[i] > 0) {
        out.roles()[i] = Role.CAPTION;
        out.leads()[i] = leads[i];
      }
    }
  }

  private static int runInTitle(Block block) {
    String text = block.text();
    if (block.kind() != Block.Kind.PARAGRAPH || text.length() < SHORTEST_BODY) {
      return 0;
    }
    String first = CaptionWords.firstSentence(text);
    boolean title =
        first.length() < LONGEST_TITLE
            && first.length() < text.length()
            && CaptionWords.words(first) <= 12
            && CaptionWords.isTitleCase(first);
    return title ? first.length() : 0;
  }

  /** How much speaks for a caption here; 0 where nothing does. */
  private double worth(int i) {
    Block block = blocks.get(i);
    String text = CaptionWords.withoutNumber(block.text());
    if (i + 1 >= blocks.size()
        || block.kind() != Block.Kind.PARAGRAPH
        || text.length() > LONGEST_CAPTION
        || !startsLikeOne(text)
        || (i > 0 && blocks.get(i - 1).text().endsWith(":"))) {
      return 0;
    }
    if (!hasBody(i)
        || CaptionWords.closes(text)
        || CaptionWords.introduces(text)
        || CaptionWords.refersElsewhere(text)) {
      return 0;
    }
    return isTitle(text) ? 1 : isOneStatement(text) ? Math.max(0, evidence(i) - ENOUGH) : 0;
  }

  private static boolean startsLikeOne(String text) {
    char c = text.charAt(0);
    return Character.isUpperCase(c) || Character.isDigit(c) || c == '"' || c == '“';
  }

  /** Prose behind a caption, or the lead-in of a list. */
  private boolean hasBody(int i) {
    Block next = blocks.get(i + 1);
    String body = next.text();
    return next.kind() == Block.Kind.PARAGRAPH
        && (body.length() >= SHORTEST_BODY
            || body.endsWith(":")
            || CaptionWords.sentences(body) > 1)
        && Character.isLetterOrDigit(body.charAt(0));
  }

  private static boolean isTitle(String text) {
    char last = text.charAt(text.length() - 1);
    return text.length() <= LONGEST_TITLE
        && text.length() >= 5
        && CaptionWords.words(text) <= 14
        && Character.isLetter(text.charAt(0))
        && (Character.isLetterOrDigit(last) || last == ')');
  }

  private static boolean isOneStatement(String text) {
    char last = text.charAt(text.length() - 1);
    return (CaptionWords.endsSentence(text) || Character.isLetterOrDigit(last))
        && CaptionWords.sentences(text) <= 2
        && CaptionWords.words(text) >= 4;
  }

  private double evidence(int i) {
    String text = CaptionWords.withoutNumber(blocks.get(i).text());
    String lower = text.toLowerCase(Locale.ROOT);
    double sum = STRONG.matcher(lower).find() ? 1.5 : CaptionWords.statesRisk(text) ? 0.7 : 0;
    sum += text.length() <= 160 ? 0.7 : text.length() <= 260 ? 0 : -0.7;
    sum += CaptionWords.sentences(text) > 1 ? -1 : 0;
    sum += CaptionWords.goesOn(text) ? -3 : PREPOSITION.matcher(lower).find() ? -1 : 0;
    sum += BACKWARD.matcher(lower).find() ? -0.8 : 0;
    sum += MONEY.matcher(text).find() ? -1 : 0;
    return sum + ofNext(i) + ofPrevious(i);
  }

  private double ofNext(int i) {
    String next = blocks.get(i + 1).text();
    int sentences = CaptionWords.sentences(next);
    double sum =
        sentences >= 3
            ? 1
            : sentences == 2
                ? 0.7
                : next.endsWith(":") ? 0.7 : next.length() >= SHORTEST_BODY ? 0.3 : -1;
    String text = blocks.get(i).text();
    double after = sharedPart(text, next);
    double before = i == 0 ? 0 : sharedPart(text, blocks.get(i - 1).text());
    return sum + Math.min(1.2, 2 * after) + Math.clamp(after - before, -0.6, 0.6);
  }

  private double ofPrevious(int i) {
    if (i == 0) {
      return 0.3;
    }
    Block previous = blocks.get(i - 1);
    boolean ended =
        previous.kind() != Block.Kind.PARAGRAPH || CaptionWords.sentences(previous.text()) >= 2;
    return ended ? 0.7 : 0;
  }

  /** The part of a caption's content words that stand in a text, by their first six letters. */
  private static double sharedPart(String caption, String text) {
    Set<String> words = stems(caption);
    int all = Math.max(1, words.size());
    words.retainAll(stems(text));
    return (double) words.size() / all;
  }

  private static Set<String> stems(String text) {
    Set<String> out = new HashSet<>();
    for (String w : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      if (w.length() >= 5) {
        out.add(w.substring(0, Math.min(6, w.length())));
      }
    }
    return out;
  }
}
