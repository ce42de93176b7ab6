package dev.caveat.search.query;

import dev.caveat.index.IndexSchema;

/**
 * The weights of the ranking. Chosen on a gold set of topics; see {@link #defaults()}.
 *
 * @param heading weight of a word in the caption relative to the body
 * @param group weight of a word in the headings above
 * @param company weight of a word in the company's name
 * @param synonym weight of a synonym, from 0 to 1
 * @param tie what a further synonym adds, from 0 to 1
 * @param near weight of two neighboring words of the query found near each other
 * @param slop how many words may be between them
 * @param k1 BM25: how soon further occurrences of a word stop counting
 * @param b BM25: how much text length counts, from 0 to 1
 */
public record Weights(
    float heading,
    float group,
    float company,
    float synonym,
    float tie,
    float near,
    int slop,
    float k1,
    float b) {
  /** The weights in use. */
  public static Weights defaults() {
    return new Weights(1.2f, 0.5f, 0.5f, 0.45f, 0.3f, 0.3f, 8, 1.2f, 0.6f);
  }

  /** The weight of a field. */
  float of(String field) {
    return switch (field) {
      case IndexSchema.HEADING -> heading;
      case IndexSchema.GROUP -> group;
      default -> 1;
    };
  }
}
