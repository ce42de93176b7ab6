package dev.caveat.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filing says about its risk factors: one of five answers, each with the words it rests on.
 */
public sealed interface RiskSection {

  /** The sentence or heading the answer rests on, never blank. */
  String evidence();

  /** How the answer was found, as a stable short name. */
  String method();

  /** The status by the name users see. */
  default Status status() {
    return switch (this) {
      case Present p -> Status.PRESENT;
      case NoMaterialChanges n -> Status.NO_MATERIAL_CHANGES;
      case NotRequired n -> Status.NOT_REQUIRED;
      case Incorporated i -> Status.INCORPORATED;
      case Absent a -> Status.ABSENT;
    };
  }

  /** The risks; empty unless present. */
  default List<RiskFactor> risks() {
    return this instanceof Present p ? p.risks() : List.of();
  }

  /**
   * A section with its own text.
   *
   * @param heading the heading it stands under
   * @param text the whole section without its heading, paragraphs separated by blank lines
   * @param risks its risks in order
   * @param place where it is in the filing as filed, without its heading; null if unknown
   * @param map where each stretch of its text is in the filing as filed
   */
  record Present(
      String evidence,
      String method,
      String heading,
      String text,
      List<RiskFactor> risks,
      @Nullable Place place,
      SourceMap map)
      implements RiskSection {
    /** Copies the list. */
    public Present {
      risks = List.copyOf(risks);
    }

    /** A section whose text has no known places. */
    public Present(
        String evidence,
        String method,
        String heading,
        String text,
        List<RiskFactor> risks,
        @Nullable Place place) {
      this(evidence, method, heading, text, risks, place, SourceMap.NONE);
    }

    /** The same with other risks, such as tagged ones. */
    public Present withRisks(List<RiskFactor> risks) {
      return new Present(evidence, method, heading, text, risks, place, map);
    }

    /** The same with provenance; an empty map leaves the place as it is. */
    public Present withMap(SourceMap map) {
      Place exact = map.place(0, text.length());
      return new Present(
          evidence, method, heading, text, risks, exact == null ? place : exact, map);
    }
  }

  /** Only a statement that nothing changed since the last annual report. */
  record NoMaterialChanges(String evidence, String method) implements RiskSection {}

  /** The filer says that it is not required to give risk factors. */
  record NotRequired(String evidence, String method) implements RiskSection {}

  /** The text is in another document or exhibit. */
  record Incorporated(String evidence, String method) implements RiskSection {}

  /** No such section. */
  record Absent(String evidence, String method) implements RiskSection {}

  /** The five answers by name. */
  enum Status {
    /** A section with its own text. */
    PRESENT("present"),
    /** Nothing changed. */
    NO_MATERIAL_CHANGES("no-material-changes"),
    /** Not required of this filer. */
    NOT_REQUIRED("not-required"),
    /** In another document. */
    INCORPORATED("incorporated"),
    /** None. */
    ABSENT("absent");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    /** The name in output, such as {@code no-material-changes}. */
    public String id() {
      return id;
    }

    /**
     * The status with a name, or null.
     *
     * @param id a name as {@link #id()} gives it
     */
    public static @Nullable Status of(String id) {
      for (Status s : values()) {
        if (s.id.equals(id)) {
          return s;
        }
      }
      return null;
    }
  }
}
