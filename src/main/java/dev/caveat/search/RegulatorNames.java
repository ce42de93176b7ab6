package dev.caveat.search;

import dev.caveat.index.RegulatorDirectory;
import dev.caveat.index.RegulatorDirectory.Regulator;
import dev.caveat.index.RiskIndex;
import dev.caveat.index.entity.EntityFilter;
import dev.caveat.search.query.QuerySyntaxException;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.lucene.search.spell.LevenshteinDistance;

/** Finds regulators by the names in the index. */
final class RegulatorNames {
  private static final int SHOWN = 3;
  private static final int MOST_FREQUENT = 8;

  /** Lowest share of letters that a name and a suggestion have in common. */
  private static final double NEAR = 0.6;

  private static final double CONTAINED = 0.9;
  private static final int MIN_PART_LENGTH = 4;

  private final RegulatorDirectory directory;

  RegulatorNames(RiskIndex index) throws IOException {
    this.directory = index.regulators();
  }

  /**
   * The filter with names replaced by ids.
   *
   * @throws QuerySyntaxException if the index does not have a name; the message suggests others
   */
  EntityFilter resolved(EntityFilter filter) {
    Set<String> ids = new LinkedHashSet<>();
    for (String name : filter.regulators()) {
      Set<String> known = directory.ids(name);
      if (known.isEmpty()) {
        throw new QuerySyntaxException(
            "no risk in the index names a regulator '" + name + "'" + way(name));
      }
      ids.addAll(known);
    }
    return filter.toBuilder().regulators(List.copyOf(ids)).build();
  }

  private String way(String name) {
    if (directory.byId().isEmpty()) {
      return " or any other regulator";
    }
    List<String> near = near(name.toLowerCase(Locale.ROOT));
    return near.isEmpty()
        ? "; the most frequent are " + listed(directory.byId().keySet(), MOST_FREQUENT)
        : "; did you mean " + listed(near, SHOWN) + "?";
  }

  private List<String> near(String name) {
    LevenshteinDistance distance = new LevenshteinDistance();
    ToDoubleFunction<String> nearness =
        known ->
            name.length() >= MIN_PART_LENGTH && known.contains(name)
                ? CONTAINED
                : distance.getDistance(known, name);
    return directory.names().entrySet().stream()
        .filter(e -> nearness.applyAsDouble(e.getKey()) >= NEAR)
        .sorted(
            Comparator.comparingDouble(
                (Map.Entry<String, Set<String>> e) -> -nearness.applyAsDouble(e.getKey())))
        .flatMap(e -> e.getValue().stream())
        .distinct()
        .toList();
  }

  private String listed(Collection<String> ids, int most) {
    return ids.stream()
        .limit(most)
        .map(id -> directory.byId().get(id))
        .map(RegulatorNames::shown)
        .collect(Collectors.joining(", "));
  }

  private static String shown(Regulator r) {
    return r.id() + " (" + r.name() + ")";
  }
}
