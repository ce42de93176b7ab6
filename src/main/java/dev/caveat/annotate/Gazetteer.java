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
 * The regulators that are known, by their names and acronyms as token sequences. Names match
 * whatever their case in headings set in capitals; acronyms match as written. Immutable, safe for
 * use by several threads.
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
   * @param body the regulator; null where several share the name
   * @param acronym whether the name is an acronym
   * @param ambiguous whether the name may mean something else altogether
   * @param exchange whether the body is a trading place too
   */
  record Entry(
      Entity.Value.@Nullable Body body, boolean acronym, boolean ambiguous, boolean exchange) {}

  /** A name that is known to be none; it keeps its place against those that are added later. */
  static final Entry NONE = new Entry(null, false, false, false);

  static final Gazetteer INSTANCE = new Gazetteer();

  private final Node root = new Node();

  private Gazetteer() {
    for (Row f : Table.resource(Gazetteer.class, "not-regulators.tsv")) {
      for (String name : split(f.at(0))) {
        add(name, NONE);
      }
    }
    for (Row f : Table.resource(Gazetteer.class, "regulators.tsv")) {
      Entity.Value.Body body = new Entity.Value.Body(f.at(0), f.at(1));
      boolean exchange = f.at(5).equals("exchange");
      add(f.at(1), new Entry(body, false, f.at(6).contains("name-ambiguous"), exchange));
      for (String name : split(f.at(3))) {
        add(name, new Entry(body, false, f.at(6).contains("name-ambiguous"), exchange));
      }
      for (String acronym : split(f.at(2))) {
        add(acronym, new Entry(body, true, f.at(6).contains("acronym-ambiguous"), exchange));
      }
    }
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
    boolean shared =
        known != null
            && known.body != null
            && entry.body != null
            && !known.body.id().equals(entry.body.id());
    if (known == null) {
      node.entry = entry;
    } else if (shared) {
      node.entry = new Entry(null, known.acronym, true, known.exchange || entry.exchange);
    }
  }

  /** Curly and straight apostrophes, "&" and "and" are the same; names in capitals are not. */
  static String key(String token) {
    return switch (token) {
      case "’", "‘", "`" -> "'";
      case "&", "And", "AND" -> "and";
      default -> token;
    };
  }

  /** Whether tokens hold the name of a body that is known to be none. */
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
