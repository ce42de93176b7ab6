package dev.caveat.model;

import java.util.List;

/**
 * One risk: its caption and its text.
 *
 * @param ordinal place in the section, from 1
 * @param group the group headings above it, outermost first; empty where there are none
 * @param heading its caption; for a risk without one, its first sentence
 * @param paragraphs the body; without the caption, unless that is the body's own first sentence.
 *     Empty where the caption stands alone
 * @param captioned whether the caption is set off from the body
 * @param annotation sentences and entities of {@link #text()}
 * @param classification its categories
 */
public record RiskFactor(
    int ordinal,
    List<String> group,
    String heading,
    List<String> paragraphs,
    boolean captioned,
    Annotation annotation,
    Classification classification) {
  /** Copies the lists and checks the ordinal. */
  public RiskFactor {
    if (ordinal < 1) {
      throw new IllegalArgumentException("ordinals start at 1: " + ordinal);
    }
    group = List.copyOf(group);
    paragraphs = List.copyOf(paragraphs);
  }

  /** One that is neither annotated nor classified. */
  public RiskFactor(
      int ordinal, List<String> group, String heading, List<String> paragraphs, boolean captioned) {
    this(ordinal, group, heading, paragraphs, captioned, Annotation.NONE, Classification.NONE);
  }

  /** The same with sentences and entities marked. */
  public RiskFactor withAnnotation(Annotation annotation) {
    return new RiskFactor(
        ordinal, group, heading, paragraphs, captioned, annotation, classification);
  }

  /** The same with categories. */
  public RiskFactor withClassification(Classification classification) {
    return new RiskFactor(
        ordinal, group, heading, paragraphs, captioned, annotation, classification);
  }

  /** The body: paragraphs separated by blank lines. */
  public String body() {
    return String.join("\n\n", paragraphs);
  }

  /** Caption, blank line, body; the body alone where the caption is part of it. */
  public String text() {
    if (!captioned) {
      return body();
    }
    return paragraphs.isEmpty() ? heading : heading + "\n\n" + body();
  }
}
