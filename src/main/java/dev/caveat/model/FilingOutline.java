package dev.caveat.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The role of each block of a document in its risk section, as found or as corrected by a person.
 * Blocks are identified by their first words and their order, so that an outline survives small
 * changes in how blocks are formed.
 *
 * @param document number of the document in its submission, from 1
 * @param lines in reading order, one per block
 */
public record FilingOutline(int document, List<Line> lines) {
  /** Blocks outside of the section that are kept on each side of it. */
  public static final int KEPT_AROUND = 3;

  /** The role of a block. */
  public enum Role {
    /** Not part of the section. */
    OUTSIDE("-"),
    /** The section's heading. */
    HEADING("heading"),
    /** A heading over several risks. */
    GROUP("group"),
    /** A heading below a group. */
    SUBGROUP("subgroup"),
    /** The caption of a risk, a block of its own. */
    CAPTION("caption"),
    /** A caption and the start of the text below it in one block. */
    RUN_IN("run-in"),
    /** The start of a risk without a caption. */
    RISK("risk"),
    /** Text of the risk above; before the first risk, an introduction. */
    BODY("body"),
    /** Continues the block above: both are one. */
    MORE("more"),
    /** Part of the section, but of no risk. */
    CLOSING("closing");

    private final String id;

    Role(String id) {
      this.id = id;
    }

    /** The name in outlines, such as {@code run-in}. */
    public String id() {
      return id;
    }

    /** The role with a name, ignoring case. */
    public static Optional<Role> of(String id) {
      String name = id.toLowerCase(Locale.ROOT);
      return Arrays.stream(values()).filter(r -> r.id.equals(name)).findFirst();
    }

    /** Whether a risk starts with such a block. */
    public boolean startsRisk() {
      return this == CAPTION || this == RUN_IN || this == RISK;
    }
  }

  /**
   * One block.
   *
   * @param role what it is
   * @param caption for a run-in caption, its number of words, from 1; otherwise 0
   * @param words its first words, separated by single spaces; never blank
   */
  public record Line(Role role, int caption, String words) {
    /** Checks that there are words, and a caption length for run-in captions only. */
    public Line {
      if (words.isBlank()) {
        throw new IllegalArgumentException("a block must have first words");
      }
      if (role == Role.RUN_IN ? caption < 1 : caption != 0) {
        throw new IllegalArgumentException(
            "a run-in caption must have words: " + role + " " + caption);
      }
    }

    /** The same block with another role that is not a run-in caption. */
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

  /** Whether any block is part of the section. */
  public boolean hasSection() {
    return lines.stream().anyMatch(l -> l.role() != Role.OUTSIDE);
  }

  /** The number of risks that start in it. */
  public int risks() {
    return (int) lines.stream().filter(l -> l.role().startsRisk()).count();
  }

  /**
   * The section with a number of blocks on each side of it; if there is no section, all blocks.
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

  /** What to keep of a correction: the section, and a little around it to know it by. */
  public FilingOutline kept() {
    return section(KEPT_AROUND);
  }

  /** The index of the section's first line, from 0; the number of lines if there is no section. */
  public int first() {
    int first = 0;
    while (first < lines.size() && lines.get(first).role() == Role.OUTSIDE) {
      first++;
    }
    return first;
  }
}
