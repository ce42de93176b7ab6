package dev.caveat.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A passage of a section that belongs to no risk.
 *
 * @param kind what it is
 * @param text its paragraphs, separated by blank lines; never blank
 * @param before ordinal of the risk that follows it, from 1; for text after the last risk, the last
 *     ordinal plus one
 */
public record Passage(Kind kind, String text, int before) {
  private static final String BETWEEN = "\n\n";

  /** What a passage is. */
  public enum Kind {
    /** Text before the first risk. */
    INTRODUCTION,
    /** A heading over several risks. */
    GROUP,
    /** Other text between two risks. */
    BETWEEN,
    /** Text after the last risk. */
    CLOSING;

    /** The name in output, such as {@code introduction}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks the place. */
  public Passage {
    if (text.isBlank() || before < 1) {
      throw new IllegalArgumentException(
          "a passage must have text and an ordinal of at least 1: " + before);
    }
  }

  /**
   * The text of a section outside its risks, in order; bullets by themselves do not count.
   * Whitespace does not matter in finding the risks. A risk whose text is not in the section is
   * skipped.
   *
   * @param section the whole text, paragraphs separated by blank lines; if empty, because it is not
   *     known, only the group headings are returned
   * @param risks its risks in order
   */
  public static List<Passage> outside(String section, List<RiskFactor> risks) {
    return section.isBlank() ? groups(risks) : new Outside(section, risks).passages();
  }

  /** The section that passages and risks form together, paragraphs separated by blank lines. */
  public static String together(Collection<Passage> passages, List<RiskFactor> risks) {
    List<String> texts = new ArrayList<>();
    for (int place = 1; place <= risks.size() + 1; place++) {
      for (Passage passage : passages) {
        if (passage.before == place) {
          texts.add(passage.text);
        }
      }
      if (place <= risks.size()) {
        texts.add(risks.get(place - 1).text());
      }
    }
    return String.join(BETWEEN, texts);
  }

  private static List<Passage> groups(List<RiskFactor> risks) {
    List<Passage> groups = new ArrayList<>();
    List<String> open = List.of();
    for (RiskFactor risk : risks) {
      for (int level = 0; level < risk.group().size(); level++) {
        int above = level + 1;
        if (open.size() < above || !open.subList(0, above).equals(risk.group().subList(0, above))) {
          groups.add(new Passage(Kind.GROUP, risk.group().get(level), risk.ordinal()));
        }
      }
      open = risk.group();
    }
    return groups;
  }

  /** Looks for risks in their section. */
  private static final class Outside {
    private final String section;
    private final List<RiskFactor> risks;

    /** The section without blanks, and where each character of it stands. */
    private final String dense;

    private final int[] places;
    private final List<Passage> passages = new ArrayList<>();
    private int at;

    Outside(String section, List<RiskFactor> risks) {
      this.section = section;
      this.risks = risks;
      this.dense = dense(section);
      this.places = new int[dense.length()];
      int n = 0;
      for (int i = 0; i < section.length(); i++) {
        if (!Character.isWhitespace(section.charAt(i))) {
          places[n++] = i;
        }
      }
    }

    private static String dense(String text) {
      StringBuilder dense = new StringBuilder(text.length());
      text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> dense.append((char) c));
      return dense.toString();
    }

    List<Passage> passages() {
      for (RiskFactor risk : risks) {
        find(risk);
      }
      add(dense.length(), risks.size() + 1, Set.of());
      return passages;
    }

    /** Most risks stand whole; of others one piece behind the other. */
    private void find(RiskFactor risk) {
      int start = dense.indexOf(dense(risk.text()), at);
      if (start >= 0) {
        take(start, dense(risk.text()).length(), risk);
        return;
      }
      List<String> pieces = new ArrayList<>(risk.paragraphs());
      if (risk.captioned()) {
        pieces.addFirst(risk.heading());
      }
      for (String piece : pieces) {
        int found = dense.indexOf(dense(piece), at);
        if (found >= 0) {
          take(found, dense(piece).length(), risk);
        }
      }
    }

    private void take(int start, int length, RiskFactor risk) {
      Set<String> groups = new TreeSet<>();
      risk.group().forEach(g -> groups.add(dense(g)));
      add(start, risk.ordinal(), groups);
      at = start + length;
    }

    /** Adds what stands from here to there, the headings of groups each by itself. */
    private void add(int end, int before, Set<String> groups) {
      if (end <= at) {
        return;
      }
      String text = section.substring(places[at], places[end - 1] + 1);
      List<String> open = new ArrayList<>();
      for (String paragraph : text.split("\n{2,}")) {
        if (groups.contains(dense(paragraph))) {
          add(open, before);
          passages.add(new Passage(Kind.GROUP, paragraph.strip(), before));
        } else if (paragraph.chars().anyMatch(Character::isLetterOrDigit)) {
          open.add(paragraph.strip());
        }
      }
      add(open, before);
    }

    private void add(List<String> open, int before) {
      if (!open.isEmpty()) {
        boolean behind = before > risks.size();
        Kind kind = before == 1 ? Kind.INTRODUCTION : behind ? Kind.CLOSING : Kind.BETWEEN;
        passages.add(new Passage(kind, String.join(BETWEEN, open), before));
        open.clear();
      }
    }
  }
}
