package dev.caveat.model;

import java.util.List;

/**
 * Why a filing got its answer: what was weighed, with the evidence for each.
 *
 * @param sections what might have opened the section, best first
 * @param outlines how its text might have been parted into risks, best first
 * @param confidence what the confidence was made of
 */
public record Explanation(List<Ranked> sections, List<Ranked> outlines, List<Signal> confidence) {
  /** Nothing was weighed, as for a form that carries no risk factors. */
  public static final Explanation NONE = new Explanation(List.of(), List.of(), List.of());

  /**
   * One of several that were weighed.
   *
   * @param title what it is called, such as the words of a heading
   * @param what what it is, in words
   * @param score the sum of what its signals bring, and of what every candidate starts with
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
   * @param name stable, lower case with dashes
   * @param value as measured
   * @param weight what one of it counts for
   */
  public record Signal(String name, double value, double weight) {
    /** What it brings to the score. */
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

  /** Whether nothing was weighed. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
