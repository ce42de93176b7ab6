package dev.caveat.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;

/** The regulators that an index names and what its filings call them. Immutable. */
public final class RegulatorDirectory {
  private static final char BETWEEN = '\u001f';
  private static final Pattern IN_FRONT = Pattern.compile("^(?:the )?(?:(?:u\\.s\\.|us) )?");

  /**
   * One regulator.
   *
   * @param id such as {@code us-sec}
   * @param name its full name
   * @param risks how many risks name it
   */
  public record Regulator(String id, String name, int risks) {}

  private final Map<String, Regulator> byId;
  private final Map<String, Set<String>> byName;

  private RegulatorDirectory(Map<String, Regulator> byId, Map<String, Set<String>> byName) {
    this.byId = byId;
    this.byName = byName;
  }

  /** The term that holds a name of a regulator. */
  static String term(String id, String name) {
    return id + BETWEEN + name;
  }

  /** Reads the names of an index. */
  static RegulatorDirectory of(IndexReader reader) throws IOException {
    Map<String, Regulator> named = new HashMap<>();
    Map<String, Set<String>> byName = new TreeMap<>();
    Map<String, Integer> counts = new HashMap<>();
    LiveTerms.each(reader, IndexSchema.REGULATOR, counts::put);
    LiveTerms.each(
        reader,
        IndexSchema.REGULATOR_NAME,
        (term, risks) -> {
          String id = term.substring(0, term.indexOf(BETWEEN));
          String name = term.substring(term.indexOf(BETWEEN) + 1);
          named.merge(id, new Regulator(id, name, risks), RegulatorDirectory::oftener);
          addNames(byName, id, name);
        });
    LiveTerms.each(
        reader,
        IndexSchema.REGULATOR_ALIAS,
        (term, risks) -> {
          String id = term.substring(0, term.indexOf(BETWEEN));
          addName(byName, term.substring(term.indexOf(BETWEEN) + 1), id);
        });
    return new RegulatorDirectory(mostNamedFirst(named.values(), counts), byName);
  }

  private static Regulator oftener(Regulator a, Regulator b) {
    return b.risks() > a.risks() ? b : a;
  }

  /** A regulator is known by its id, the part of the id after the country, and its full name. */
  private static void addNames(Map<String, Set<String>> byName, String id, String name) {
    addName(byName, id, id);
    addName(byName, id.substring(id.indexOf('-') + 1), id);
    addName(byName, name, id);
  }

  private static void addName(Map<String, Set<String>> byName, String name, String id) {
    byName.computeIfAbsent(folded(name), n -> new TreeSet<>()).add(id);
  }

  /** Case, whitespace, and a leading article or country do not matter. */
  private static String folded(String name) {
    String lower = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    String bare = IN_FRONT.matcher(lower).replaceFirst("");
    return bare.isEmpty() ? lower : bare;
  }

  private static Map<String, Regulator> mostNamedFirst(
      Collection<Regulator> named, Map<String, Integer> counts) {
    List<Regulator> all = new ArrayList<>();
    named.forEach(r -> all.add(new Regulator(r.id(), r.name(), counts.getOrDefault(r.id(), 0))));
    all.sort(Comparator.comparingInt(Regulator::risks).reversed().thenComparing(Regulator::id));
    Map<String, Regulator> byId = new LinkedHashMap<>();
    all.forEach(r -> byId.put(r.id(), r));
    return byId;
  }

  /** All regulators by id, the one that most risks name first. */
  public Map<String, Regulator> byId() {
    return Collections.unmodifiableMap(byId);
  }

  /**
   * The regulators with a name; may be empty. A name may stand for several, such as "the
   * Commission".
   *
   * @param name an id, an acronym or a name; case and a leading "the" or "U.S." are ignored
   */
  public Set<String> ids(String name) {
    return Collections.unmodifiableSet(byName.getOrDefault(folded(name), Set.of()));
  }

  /**
   * Every name, in lowercase and without a leading article, with the ids of the regulators that
   * have it.
   */
  public Map<String, Set<String>> names() {
    return Collections.unmodifiableMap(byName);
  }
}
