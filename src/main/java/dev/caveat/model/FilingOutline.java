package dev.caveat.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What each block of a document is to its risk section: as it was found, or as a person corrected
 * it. Blocks are known by their first words and by their order, so that an outline survives small
 * changes in how blocks are built.
 *
 * @param document number of the document in its submission, from 1
 * @param lines in reading order, one a block
 */
public record FilingOutline(int document, List<Line> lines) {
  /** What a block is. */
  public enum Role {
    /** Not of the section. */
    OUTSIDE("-"),
    /** The section's heading. */
    HEADING("heading"),
    /** A heading over several risks. */
    GROUP("group"),
    /** A heading below a group. */
    SUBGROUP("subgroup"),
    /** The caption of a risk, a block of its own. */
    CAPTION("caption"),
    /** A caption and the beginning of the text below it in one block. */
    RUN_IN("run-in"),
    /** The beginning of a risk without a caption. */
    RISK("risk"),
    /** Text of the risk above; in front of the first, an introduction. */
    BODY("body"),
    /** Goes on where the block above ended: both are one. */
    MORE("more"),
    /** Of the section, but of no risk. */
    CLOSING("closing");

    private final String id;

    Role(String id) {
      this.id = id;
    }

    /** The name in outlines, such as {@code run-in}. */
    public String id() {
      return id;
    }

    /** The role of a name, in any case of letters. */
    public static Optional<Role> of(String id) {
      String name = id.toLowerCase(Locale.ROOT);
      return Arrays.stream(values()).filter(r -> r.id.equals(name)).findFirst();
    }

    /** Whether a risk begins with such a block. */
    public boolean startsRisk() {
      return this == CAPTION || this == RUN_IN || this == RISK;
    }
  }

  /**
   * One block.
   *
   * @param role what it is
   * @param caption of a run-in caption, how many words it has, from 1; otherwise 0
   * @param words its first words, a blank between two; never blank
   */
  public record Line(Role role, int caption, String words) {
    /** Checks that there are words, and a length for run-in captions alone. */
    public Line {
      if (words.isBlank()) {
        throw new IllegalArgumentException("a block must have first words");
      }
      if (role == Role.RUN_IN ? caption < 1 : caption != 0) {
        throw new IllegalArgumentException("a run-in caption must have words: " + role + " " + caption);
      }
    }

    /** The same block as something else that is no run-in caption. */
    public Line as(Role role) {
      return new Line(role, 0, words);
    }
  }

  /** Copies the list and checks the number. */
  public FilingOutline {
    lines = List.copyOf(lines);
    if (document < 1) {
      throw new IllegalArgumentException("documents are numbered from 1: " + document);
    }
  }

  /** Whether any block is of the section. */
  public boolean hasSection() {
    return lines.stream().anyMatch(l -> l.role() != Role.OUTSIDE);
  }

  /** How many risks begin in it. */
  public int risks() {
    return (int) lines.stream().filter(l -> l.role().startsRisk()).count();
  }

  /**
   * The section and so many blocks on each side of it; where there is no section, nothing is left
   * out.
   *
   * @param around at least 0
   */
  public FilingOutline section(int around) {
    if (!hasSection()) {
      return this;
    }
    int last = lines.size() - 1;
    while (lines.get(last).role() == Role.OUTSIDE) {
      last--;
    }
    int from = Math.max(0, first() - around);
    return new FilingOutline(
        document, lines.subList(from, Math.min(lines.size(), last + 1 + around)));
  }

  /** The first line of the section, from 0; the number of lines where there is none. */
  public int first() {
    int first = 0;
    while (first < lines.size() && lines.get(first).role() == Role.OUTSIDE) {
      first++;
    }
    return first;
  }
}
