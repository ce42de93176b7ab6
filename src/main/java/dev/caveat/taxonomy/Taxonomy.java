package dev.caveat.taxonomy;

import dev.caveat.table.MalformedTableException;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Categories in families. Immutable.
 *
 * <p>Its file is a table: a row {@code version} with the version, then one row per category with
 * family, id, name, definition, includes and excludes, of which the first two are required. A row
 * that starts with {@code family} is the table's header.
 */
public final class Taxonomy {
  /** The tag of a risk that fits no category; part of every taxonomy. */
  public static final String OTHER = "other";

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final String VERSION = "version";
  private static final String HEAD = "family";
  private static final int MIN_COUNT = 2;

  private final String version;
  private final Map<String, Category> categories;

  private Taxonomy(String version, Map<String, Category> categories) {
    this.version = version;
    this.categories = categories;
  }

  /** Read on first use, then shared. */
  private static final class Bundled {
    static final Taxonomy INSTANCE = load();

    private static Taxonomy load() {
      try {
        return of(Table.resource(Taxonomy.class, "/models/taxonomy.tsv"), "taxonomy.tsv");
      } catch (MalformedTableException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The taxonomy that comes with Caveat. */
  public static Taxonomy bundled() {
    return Bundled.INSTANCE;
  }

  /**
   * Reads a taxonomy from a file.
   *
   * @throws MalformedTableException if it is not a taxonomy; the message names file and line
   * @throws IOException if it cannot be read
   */
  public static Taxonomy read(Path file) throws IOException {
    return of(Table.file(file), file.toString());
  }

  /**
   * Reads a taxonomy.
   *
   * @param text as from {@link #text()}
   * @param source its name in messages
   * @throws MalformedTableException if it is none
   */
  public static Taxonomy parse(String text, String source) throws IOException {
    return of(Table.read(new StringReader(text), source), source);
  }

  private static Taxonomy of(List<Row> rows, String source) throws MalformedTableException {
    String version = null;
    Map<String, Category> categories = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.at(0).equals(VERSION)) {
        version = row.at(1).strip();
      } else if (!row.at(0).equals(HEAD)) {
        Category category = category(row);
        if (categories.put(category.id(), category) != null) {
          throw row.malformed("category " + category.id() + " is listed twice");
        }
      }
    }
    if (version == null || version.isEmpty()) {
      throw new MalformedTableException(
          source + ": expected a row \"version<TAB>…\" that says which version this is");
    }
    if (categories.size() < MIN_COUNT) {
      throw new MalformedTableException(
          source + ": expected at least two categories, a row \"family<TAB>id<TAB>…\" for each");
    }
    return new Taxonomy(version, categories);
  }

  private static Category category(Row row) throws MalformedTableException {
    if (row.size() < MIN_COUNT) {
      throw row.malformed("expected \"family<TAB>id<TAB>name<TAB>definition…\", found one field");
    }
    for (int i = 0; i < MIN_COUNT; i++) {
      if (!ID.matcher(row.at(i)).matches()) {
        throw row.malformed(
            "expected an id of lowercase letters, digits and hyphens, found \"" + row.at(i) + "\"");
      }
    }
    String id = row.at(1);
    if (id.equals(OTHER)) {
      throw row.malformed("\"other\" is reserved for risks that fit no category");
    }
    String name = row.at(2).isBlank() ? id : row.at(2);
    return new Category(row.at(0), id, name, row.at(3), row.at(4), row.at(5));
  }

  /** Its version, as its file states it. */
  public String version() {
    return version;
  }

  /** The categories in the order of the file, without {@link #OTHER}. */
  public List<Category> categories() {
    return List.copyOf(categories.values());
  }

  /** The ids a risk may be tagged with: the categories in order, and {@link #OTHER}. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>(categories.keySet());
    ids.add(OTHER);
    return List.copyOf(ids);
  }

  /** The families in order, without {@link #OTHER}. */
  public List<String> families() {
    Set<String> families = new LinkedHashSet<>();
    categories.values().forEach(c -> families.add(c.family()));
    return List.copyOf(families);
  }

  /** The category with an id; empty for {@link #OTHER} and for unknown ids. */
  public Optional<Category> category(String id) {
    return Optional.ofNullable(categories.get(id));
  }

  /** Whether a risk may be tagged with this. */
  public boolean holds(String id) {
    return id.equals(OTHER) || categories.containsKey(id);
  }

  /** The family of a category; {@link #OTHER} for {@link #OTHER}. */
  public String family(String id) {
    Category category = categories.get(id);
    return category == null ? OTHER : category.family();
  }

  /** The name of a category for people; the id itself if it is unknown. */
  public String name(String id) {
    Category category = categories.get(id);
    return category == null ? id : category.name();
  }

  /**
   * The id for an id or a name, ignoring case; empty if it is neither.
   *
   * @param name such as {@code listing} or {@code Listing and trading market}
   */
  public Optional<String> id(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    if (holds(plain)) {
      return Optional.of(plain);
    }
    return categories.values().stream()
        .filter(c -> c.name().toLowerCase(Locale.ROOT).equals(plain))
        .map(Category::id)
        .findFirst();
  }

  /** The whole taxonomy as the text of a file. */
  public String text() {
    StringBuilder out = new StringBuilder(VERSION).append('\t').append(version).append('\n');
    for (Category c : categories.values()) {
      out.append(
          String.join(
              "\t", c.family(), c.id(), c.name(), c.definition(), c.includes(), c.excludes()));
      out.append('\n');
    }
    return out.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Taxonomy t && text().equals(t.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return "taxonomy " + version + " of " + categories.size() + " categories";
  }
}
