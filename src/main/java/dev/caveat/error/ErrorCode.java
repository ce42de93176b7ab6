package dev.caveat.error;

import java.util.Locale;

/** Kinds of error. Names are stable: programs may compare {@link #id()}. */
public enum ErrorCode {
  /** Nothing has this name: data {@code name}, {@code kind} (filing, risk, company, file). */
  NOT_FOUND,
  /** Several things have this name: data {@code name}, {@code candidates}. */
  AMBIGUOUS,
  /**
   * The filing is known and has no risk factors of its own: data {@code filing}, {@code status}.
   */
  NO_RISKS,
  /** A file cannot be read as a filing: data {@code path}. */
  UNREADABLE,
  /** A filing is larger than the limit allows: data {@code path}. */
  TOO_LARGE,
  /** Reading it took more memory than there is. */
  OUT_OF_MEMORY,
  /** The file a filing was indexed from is gone or has changed: data {@code path}. */
  STALE,
  /** A query cannot be understood, or would cost too much. */
  BAD_QUERY,
  /** A request contradicts itself, or a value in it is wrong: data {@code kind}, {@code value}. */
  BAD_REQUEST,
  /** There is no index in the folder: data {@code index}. */
  NO_INDEX,
  /** The folder contains something that is not a Caveat index: data {@code index}. */
  NOT_AN_INDEX,
  /**
   * The index was written by another version: data {@code index}, {@code found}, {@code needed}.
   */
  OTHER_SCHEMA,
  /** The index is tagged with another taxonomy: data {@code index}. */
  OTHER_TAXONOMY,
  /** The index is not as it was written: data {@code index}. */
  DAMAGED_INDEX,
  /** Another process is writing to the index: data {@code index}. */
  INDEX_IN_USE,
  /** The index cannot be written to, for example because the disk is full: data {@code index}. */
  UNWRITABLE_INDEX;

  /** The code as programs see it, such as {@code no-index}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
