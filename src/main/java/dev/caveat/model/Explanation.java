package dev.caveat.model;

import java.util.List;

/**
 * Why a filing got its answer: the alternatives and the evidence for each.
 *
 * @param sections what might have opened the section, best first
 * @param outlines how its text might have been split into risks, best first
 * @param confidence the evidence behind the confidence
 */
public record Explanation(List<Ranked> sections, List<Ranked> outlines, List<Signal> confidence) {
  /** No alternatives, as for a form without risk factors. */
  public static final Explanation NONE = new Explanation(List.of(), List.of(), List.of());

  /**
   * One of several alternatives.
   *
   * @param title its title, such as the words of a heading
   * @param what what it is, in words
   * @param score the sum of its signals' contributions and of a constant shared by all candidates
   * @param signals the evidence
   * @param chosen whether it won
   */
  public record Ranked(
      String title, String what, double score, List<Signal> signals, boolean chosen) {
    /** Copies the list. */
    public Ranked {
      signals = List.copyOf(signals);
    }
  }

  /**
   * A piece of evidence.
   *
   * @param name stable, lowercase with hyphens
   * @param value as measured
   * @param weight contribution of one unit of the value
   */
  public record Signal(String name, double value, double weight) {
    /** Its contribution to the score. */
    public double brings() {
      return value * weight;
    }
  }

  /** Copies the lists. */
  public Explanation {
    sections = List.copyOf(sections);
    outlines = List.copyOf(outlines);
    confidence = List.copyOf(confidence);
  }

  /** Whether there were no alternatives. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
