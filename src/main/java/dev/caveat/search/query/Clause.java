package dev.caveat.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as read. A field is null if all text is meant. */
sealed interface Clause {
  /** A plain word, as written. */
  record Word(@Nullable String field, String text) implements Clause {}

  /** Quoted words, with at most {@code slop} others between them. */
  record Phrase(@Nullable String field, String text, int slop) implements Clause {}

  /** A word with {@code *} or {@code ?}. */
  record Pattern(@Nullable String field, String text) implements Clause {}

  /** A word with up to so many letters wrong. */
  record Fuzzy(@Nullable String field, String text, int edits) implements Clause {}

  /** Clauses written side by side. */
  record Run(List<Clause> parts) implements Clause {}

  /** All must hold. */
  record And(List<Clause> parts) implements Clause {}

  /** One must hold. */
  record Or(List<Clause> parts) implements Clause {}

  /** Must not hold. */
  record Not(Clause part) implements Clause {}

  /** Must hold, in a run where others need not. */
  record Must(Clause part) implements Clause {}
}
