package dev.caveat.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parsed query. A field is null if all text is searched. */
sealed interface Clause {
  /** A plain word, as written. */
  record Word(@Nullable String field, String text) implements Clause {}

  /** Quoted words, with at most {@code slop} others between them. */
  record Phrase(@Nullable String field, String text, int slop) implements Clause {}

  /** A word with {@code *} or {@code ?}. */
  record Pattern(@Nullable String field, String text) implements Clause {}

  /** A word with up to a number of wrong letters. */
  record Fuzzy(@Nullable String field, String text, int edits) implements Clause {}

  /** Clauses written next to each other. */
  record Run(List<Clause> parts) implements Clause {}

  /** All clauses must match. */
  record And(List<Clause> parts) implements Clause {}

  /** At least one clause must match. */
  record Or(List<Clause> parts) implements Clause {}

  /** The clause must not match. */
  record Not(Clause part) implements Clause {}

  /** The clause must match, in a run where others need not. */
  record Must(Clause part) implements Clause {}
}
