package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.tokenize.SimpleTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The known regulators and laws, by their names and acronyms as token sequences; a name that both
 * share means the law. Names match whatever their case in headings set in capitals; acronyms match
 * as written. Immutable, safe for use by several threads.
 */
final class Gazetteer {
  /** Where a token sequence leads. */
  static final class Node {
    final Map<String, Node> next = new HashMap<>();
    @Nullable Entry entry;
  }

  /**
   * What a name means.
   *
   * @param type regulator or law
   * @param value the regulator or law; null if several share the name
   * @param acronym whether the name is an acronym
   * @param ambiguous whether the name may also mean something else
   * @param exchange whether the body is also a trading venue
   */
  record Entry(
      Entity.Type type,
      Entity.@Nullable Value value,
      boolean acronym,
      boolean ambiguous,
      boolean exchange) {}

  /** A name known to be no regulator; it takes precedence over names that are added later. */
  static final Entry NONE = new Entry(Entity.Type.REGULATOR, null, false, false, false);

  static final Gazetteer INSTANCE = new Gazetteer();

  private final Node root = new Node();
  private final Map<String, Entity.Value.Body> bodies = new HashMap<>();

  private Gazetteer() {
    for (Row f : Table.resource(Gazetteer.class, "not-regulators.tsv")) {
      for (String name : split(f.at(0))) {
        add(name, NONE);
      }
    }
    for (Row f : Laws.TABLE) {
      addAll(f, Laws.known(f.at(0)), 5, 4, false);
    }
    for (Row f : Table.resource(Gazetteer.class, "regulators.tsv")) {
      Entity.Value.Body body = new Entity.Value.Body(f.at(0), f.at(1));
      bodies.put(body.id(), body);
      addAll(f, body, 3, 2, f.at(5).equals("exchange"));
    }
  }

  private void addAll(Row row, Entity.Value value, int names, int acronyms, boolean exchange) {
    boolean law = value instanceof Entity.Value.Law;
    Entity.Type type = law ? Entity.Type.LAW : Entity.Type.REGULATOR;
    String flags = row.at(6);
    Entry named = new Entry(type, value, false, flags.contains("name-ambiguous"), exchange);
    add(row.at(1), named);
    split(row.at(names)).forEach(name -> add(name, named));
    Entry shortened = new Entry(type, value, true, flags.contains("acronym-ambiguous"), exchange);
    split(row.at(acronyms)).forEach(acronym -> add(acronym, shortened));
  }

  private static List<String> split(String field) {
    List<String> out = new ArrayList<>();
    for (String s : field.split("\\|")) {
      if (!s.isBlank()) {
        out.add(s.strip());
      }
    }
    return out;
  }

  private void add(String name, Entry entry) {
    if (name.indexOf('(') >= 0) {
      return;
    }
    Node node = root;
    for (String token : SimpleTokenizer.INSTANCE.tokenize(name)) {
      node = node.next.computeIfAbsent(key(token), k -> new Node());
    }
    Entry known = node.entry;
    if (known == null) {
      node.entry = entry;
    } else if (known.type == entry.type
        && known.value != null
        && !known.value.equals(entry.value)) {
      boolean exchange = known.exchange || entry.exchange;
      node.entry = new Entry(known.type, null, known.acronym, true, exchange);
    }
  }

  /** The regulator with an id. */
  Entity.Value.Body body(String id) {
    Entity.Value.Body body = bodies.get(id);
    if (body == null) {
      throw new IllegalArgumentException("no body in regulators.tsv has this id: " + id);
    }
    return body;
  }

  /** The meaning of a name by itself; null if it is unknown or ambiguous. */
  @Nullable Entry meaning(String name) {
    Node node = root;
    for (String token : SimpleTokenizer.INSTANCE.tokenize(name)) {
      node = node.next.get(key(token));
      if (node == null) {
        return null;
      }
    }
    return node.entry == null || node.entry.ambiguous ? null : node.entry;
  }

  /** Curly and straight apostrophes, "&" and "and" are the same; names in capitals are not. */
  static String key(String token) {
    return switch (token) {
      case "’", "‘", "`" -> "'";
      case "&", "And", "AND" -> "and";
      default -> token;
    };
  }

  /** Whether tokens contain the name of a body known to be no regulator. */
  boolean excludes(String[] tokens, int from, int to) {
    for (int start = from; start < to; start++) {
      Node node = root;
      for (int i = start; i < tokens.length && node != null; i++) {
        node = node.next.get(key(tokens[i]));
        if (node != null && node.entry == NONE) {
          return true;
        }
      }
    }
    return false;
  }

  Node root() {
    return root;
  }

  /** The name of a body in the case of a name, for text in capitals. */
  static String titled(String token) {
    return token.length() < 2
        ? token
        : token.charAt(0) + token.substring(1).toLowerCase(Locale.ROOT);
  }
}
