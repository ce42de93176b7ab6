package dev.caveat.redline;

import dev.caveat.compare.Comparison;
import dev.caveat.model.Entity;
import dev.caveat.model.Passage;
import dev.caveat.model.RiskFactor;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The entities that a side names, by meaning and not by spelling. */
final class Named {
  /** An entity: its name and all its spellings. */
  private static final class Thing {
    private final String name;
    private final Set<String> writings = new LinkedHashSet<>();

    private Thing(String name) {
      this.name = name;
    }
  }

  private final Map<Entity.Type, Map<String, Thing>> things = new EnumMap<>(Entity.Type.class);

  /** The whole section without what is named with certainty. */
  private final StringBuilder rest = new StringBuilder();

  /** Reads a side. */
  static Named of(Comparison.Side side) {
    Named named = new Named();
    for (Entity.Type type : Entity.Type.values()) {
      named.things.put(type, new LinkedHashMap<>());
    }
    side.risks().forEach(named::add);
    for (Passage passage : side.passages()) {
      named.rest.append(passage.text()).append('\n');
    }
    return named;
  }

  private void add(RiskFactor risk) {
    StringBuilder text = new StringBuilder(risk.text());
    for (Entity e : risk.annotation().entities()) {
      Thing thing = ofType(e.type()).computeIfAbsent(Comparison.key(e), k -> new Thing(e.name()));
      thing.writings.add(e.text());
      if (e.value() != null) {
        for (int i = e.start(); i < e.end(); i++) {
          text.setCharAt(i, '\n');
        }
      }
    }
    rest.append(text).append('\n');
  }

  private Map<String, Thing> ofType(Entity.Type type) {
    return things.computeIfAbsent(type, t -> new LinkedHashMap<>());
  }

  /**
   * The names, by type, of entities that the other side does not name in any spelling of this side.
   */
  Map<Entity.Type, Set<String>> without(Named other) {
    Map<Entity.Type, Set<String>> own = new EnumMap<>(Entity.Type.class);
    things.forEach(
        (type, byKey) -> {
          Set<String> names = new LinkedHashSet<>();
          byKey.forEach(
              (key, thing) -> {
                if (!other.ofType(type).containsKey(key)
                    && thing.writings.stream().noneMatch(other::writes)) {
                  names.add(thing.name);
                }
              });
          own.put(type, names);
        });
    return own;
  }

  private boolean writes(String writing) {
    return rest.indexOf(writing) >= 0
        && Pattern.compile(
                "(?<![\\p{L}\\p{N}$€£¥.,])"
                    + Pattern.quote(writing)
                    + "(?![\\p{L}\\p{N}%]|[.,]\\d)")
            .matcher(rest)
            .find();
  }
}
