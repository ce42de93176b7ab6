package dev.caveat.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One risk: its caption and its text.
 *
 * @param ordinal its number in the section, from 1
 * @param group the group headings above it, outermost first; empty if there are none
 * @param heading its caption; if it has none, its first sentence
 * @param paragraphs the body; without the caption, unless that is the body's own first sentence.
 *     Empty if there is only a caption
 * @param captioned whether the caption is set off from the body
 * @param places the place of each piece in the filing as filed: the caption first if {@code
 *     captioned}, then one for each paragraph; empty if unknown
 * @param annotation sentences and entities of {@link #text()}
 * @param classification its categories
 * @param provenance how to find {@link #text()} in the filing as filed
 */
public record RiskFactor(
    int ordinal,
    List<String> group,
    String heading,
    List<String> paragraphs,
    boolean captioned,
    List<Place> places,
    Annotation annotation,
    Classification classification,
    Provenance provenance) {
  /** Separates the pieces of a text. */
  public static final String BETWEEN = "\n\n";

  /** Copies the lists and checks the ordinal. */
  public RiskFactor {
    if (ordinal < 1) {
      throw new IllegalArgumentException("ordinals start at 1: " + ordinal);
    }
    group = List.copyOf(group);
    paragraphs = List.copyOf(paragraphs);
    places = List.copyOf(places);
    int pieces = paragraphs.size() + (captioned ? 1 : 0);
    if (!places.isEmpty() && places.size() != pieces) {
      throw new IllegalArgumentException(
          "expected a place for each of %d pieces: %d".formatted(pieces, places.size()));
    }
  }

  /** A risk whose place is unknown, neither annotated nor classified. */
  public RiskFactor(
      int ordinal, List<String> group, String heading, List<String> paragraphs, boolean captioned) {
    this(ordinal, group, heading, paragraphs, captioned, List.of());
  }

  /** A risk that is neither annotated nor classified. */
  public RiskFactor(
      int ordinal,
      List<String> group,
      String heading,
      List<String> paragraphs,
      boolean captioned,
      List<Place> places) {
    this(
        ordinal,
        group,
        heading,
        paragraphs,
        captioned,
        places,
        Annotation.NONE,
        Classification.NONE,
        Provenance.NONE);
  }

  private RiskFactor with(
      List<Place> places,
      Annotation annotation,
      Classification classification,
      Provenance provenance) {
    return new RiskFactor(
        ordinal,
        group,
        heading,
        paragraphs,
        captioned,
        places,
        annotation,
        classification,
        provenance);
  }

  /** The same with sentences and entities marked. */
  public RiskFactor withAnnotation(Annotation annotation) {
    return with(places, annotation, classification, provenance);
  }

  /** The same with categories. */
  public RiskFactor withClassification(Classification classification) {
    return with(places, annotation, classification, provenance);
  }

  /** The same with provenance; if its map knows all pieces, their places come from the map. */
  public RiskFactor withProvenance(Provenance provenance) {
    List<Place> exact = new ArrayList<>();
    int at = 0;
    for (String piece : pieces()) {
      Place place = provenance.map().place(at, at + piece.length());
      if (place == null) {
        return with(places, annotation, classification, provenance);
      }
      exact.add(place);
      at += piece.length() + BETWEEN.length();
    }
    return with(exact, annotation, classification, provenance);
  }

  /** The caption if it is set off, and the paragraphs: the pieces of {@link #text()}. */
  public List<String> pieces() {
    List<String> pieces = new ArrayList<>(paragraphs);
    if (captioned) {
      pieces.addFirst(heading);
    }
    return pieces;
  }

  /** The body: paragraphs separated by blank lines. */
  public String body() {
    return String.join(BETWEEN, paragraphs);
  }

  /** Caption, blank line, body; only the body if the caption is part of it. */
  public String text() {
    return String.join(BETWEEN, pieces());
  }
}
