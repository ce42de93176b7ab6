package dev.caveat.library;

import dev.caveat.error.CaveatException;
import dev.caveat.error.ErrorCode;
import dev.caveat.index.CategoryFilter;
import dev.caveat.index.FilingFilter;
import dev.caveat.index.entity.AmountRange;
import dev.caveat.index.entity.DateSpan;
import dev.caveat.index.entity.EntityFilter;
import dev.caveat.search.RiskReference;
import dev.caveat.search.SearchRequest;
import dev.caveat.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request as texts by name, as addresses and agents give them. Values that
 * cannot be read are {@link CaveatException}s with {@link ErrorCode#BAD_REQUEST}, whose message
 * names the parameter and what is expected. A blank value counts as none.
 */
public final class RequestParameters {
  /** A kind of value. */
  public enum Kind {
    /** Any text. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG
  }

  /**
   * A parameter that may be given.
   *
   * @param many whether it may be repeated, any value then matches
   * @param description for people and agents: what it does, and how its values are written
   * @param values all there are, if they are few; otherwise empty
   */
  public record Parameter(
      String name, Kind kind, boolean many, String description, List<String> values) {
    /** A text. */
    public static Parameter text(String name, String description, String... values) {
      return new Parameter(name, Kind.TEXT, false, description, List.of(values));
    }

    /** Texts, any of which matches. */
    public static Parameter texts(String name, String description, String... values) {
      return new Parameter(name, Kind.TEXT, true, description, List.of(values));
    }

    /** Yes or no. */
    public static Parameter flag(String name, String description) {
      return new Parameter(name, Kind.FLAG, false, description, List.of());
    }

    /** A whole number. */
    public static Parameter number(String name, String description) {
      return new Parameter(name, Kind.NUMBER, false, description, List.of());
    }
  }

  /** What chooses filings. */
  public static final List<Parameter> FILINGS =
      List.of(
          Parameter.texts("filing", "Key of a filing: its accession number, or SHA-256."),
          Parameter.texts("company", "Words in the company's name, in any order."),
          Parameter.texts("cik", "Central Index Key, such as 320193."),
          Parameter.texts("ticker", "Ticker symbol, such as AAPL."),
          Parameter.texts("form", "Form type; 10-K* matches every form that starts with 10-K."),
          Parameter.texts("sic", "Industry code; 35* matches every code that starts with 35."),
          Parameter.texts("year", "Year that the filing reports on, or years such as 2019-2023."),
          Parameter.text("from", "Filed on or after: YYYY-MM-DD, YYYY-MM or YYYY."),
          Parameter.text("to", "Filed on or before: YYYY-MM-DD, YYYY-MM or YYYY."),
          Parameter.texts(
              "status",
              "What the filing has in place of, or as, risk factors.",
              "present",
              "no-material-changes",
              "not-required",
              "incorporated",
              "absent"),
          Parameter.flag(
              "doubtful", "true for filings that a person should check, false for the others."));

  /** What chooses risks. */
  public static final List<Parameter> RISKS =
      List.of(
          Parameter.texts("category", "Category by id, such as supply-chain, or by name."),
          Parameter.texts("family", "Family of categories, such as financial."),
          Parameter.flag(
              "further", "With category or family: also risks that have it as a secondary one."),
          Parameter.texts("regulator", "Regulator that the risk names: us-fcc, FCC or a name."),
          Parameter.texts("law", "Words of a law that the risk cites, in this order."),
          Parameter.texts(
              "date",
              "Date or period that the risk mentions: 2003-09-30, 2003-09, 2003-Q3, 2003,"
                  + " 2003-09..2003-12, 2003.. or FY2003."),
          Parameter.texts(
              "money",
              "Amount that the risk states: >= 1 million USD, < 50k, = 1.6 million EUR or"
                  + " 1 million..5 million."));

  /** What finds and orders risks. */
  public static final List<Parameter> SEARCH =
      List.of(
          Parameter.text(
              "q",
              "What to search for: words, \"exact phrases\", AND, OR, NOT, (groups), prefix*,"
                  + " fuzzy~, \"words near\"~8, heading:word, body:word, group:word."),
          Parameter.text("like", "Find risks similar to this one, FILING#N, in place of q."),
          Parameter.text("text", "Find risks similar to this text, in place of q."),
          Parameter.flag("latest", "Only each company's newest filing among those that match."),
          Parameter.flag("collapse", "Near-identical risks of one company once."),
          Parameter.text("sort", "Order of the hits.", "relevance", "date"));

  private static final int MAX_VALUES = 200;

  private final Function<String, List<String>> values;

  /**
   * Reads parameters.
   *
   * @param values the values of a name in order, empty if it was not given
   */
  public RequestParameters(Function<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Rejects names that mean nothing, which would silently widen the request.
   *
   * @param given the names of a request
   * @param known the names that it may have
   */
  public static void check(Collection<String> given, Collection<String> known) {
    for (String name : given) {
      if (!known.contains(name)) {
        List<String> all = known.stream().sorted().toList();
        throw bad("parameter", name, Nearest.unknown("parameter", name, all));
      }
    }
  }

  /** A single value; null if it was not given or is blank. */
  public @Nullable String text(String name) {
    List<String> all = texts(name);
    if (all.size() > 1) {
      throw bad(name, all.get(1), name + ": give one value, not " + all.size());
    }
    return all.isEmpty() ? null : all.getFirst();
  }

  /** The values that are not blank, in order. */
  public List<String> texts(String name) {
    List<String> all = values.apply(name).stream().filter(v -> !v.isBlank()).toList();
    if (all.size() > MAX_VALUES) {
      throw bad(name, name, name + ": give at most " + MAX_VALUES + " values");
    }
    return all;
  }

  /**
   * Whether a flag is set.
   *
   * @return null if it was not given
   */
  public @Nullable Boolean flag(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default -> throw bad(name, text, name + ": expected true or false, not " + text);
    };
  }

  private boolean isSet(String name) {
    return Boolean.TRUE.equals(flag(name));
  }

  /** A whole number from {@code least} to {@code most}; {@code otherwise} if it was not given. */
  public int number(String name, int least, int most, int otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw bad(
        name,
        text,
        "%s: expected a number from %d to %d, not %s".formatted(name, least, most, text));
  }

  /** Which filings are meant, by {@link #FILINGS}. */
  public FilingFilter filings() {
    String from = text("from");
    String to = text("to");
    try {
      return FilingFilter.builder()
          .ids(listed("filing"))
          .companies(texts("company"))
          .ciks(each("cik", FilterTerms::cik))
          .tickers(listed("ticker"))
          .forms(listed("form"))
          .sics(listed("sic"))
          .years(each("year", FilterTerms::years))
          .from(from == null ? null : read("from", from, FilterTerms::firstDay))
          .to(to == null ? null : read("to", to, FilterTerms::lastDay))
          .statuses(Set.copyOf(each("status", FilterTerms::status)))
          .doubtful(flag("doubtful"))
          .build();
    } catch (IllegalArgumentException e) {
      throw bad("from", String.valueOf(from), String.valueOf(e.getMessage()));
    }
  }

  /** Which filings are meant by their facts, where {@code filing} names what a report is about. */
  public FilingFilter filingsByFacts() {
    return filings().toBuilder().ids(List.of()).build();
  }

  /** Which risks are meant by what they name. */
  public EntityFilter entities() {
    return EntityFilter.builder()
        .regulators(texts("regulator"))
        .laws(texts("law"))
        .dates(texts("date").stream().map(t -> read("date", t, DateSpan::parse)).toList())
        .amounts(texts("money").stream().map(t -> read("money", t, AmountRange::parse)).toList())
        .build();
  }

  /** Which risks are meant by their categories. */
  public CategoryFilter categories(Taxonomy taxonomy) {
    Set<String> ids = new LinkedHashSet<>(each("category", c -> FilterTerms.category(c, taxonomy)));
    each("family", f -> FilterTerms.family(f, taxonomy)).forEach(ids::addAll);
    return new CategoryFilter(List.copyOf(ids), isSet("further"));
  }

  /**
   * The request to search for what is meant, by {@link #SEARCH}, {@link #FILINGS} and {@link
   * #RISKS}.
   *
   * @param taxonomy that of the index
   */
  public SearchRequest.Builder search(Taxonomy taxonomy) {
    String query = text("q");
    String like = text("like");
    return SearchRequest.builder(query == null ? "" : query)
        .like(like == null ? null : read("like", like, RiskReference::parse))
        .likeText(text("text"))
        .filter(filings())
        .entities(entities())
        .categories(categories(taxonomy))
        .latest(isSet("latest"))
        .collapse(isSet("collapse"))
        .sort(sort());
  }

  private SearchRequest.Sort sort() {
    String sort = text("sort");
    if (sort == null) {
      return SearchRequest.Sort.RELEVANCE;
    }
    return switch (sort) {
      case "relevance" -> SearchRequest.Sort.RELEVANCE;
      case "date" -> SearchRequest.Sort.DATE;
      default -> throw bad("sort", sort, "sort: expected relevance or date, not " + sort);
    };
  }

  /** Values, each of which may be a list with commas. */
  private List<String> listed(String name) {
    List<String> all = new ArrayList<>();
    for (String value : texts(name)) {
      for (String part : value.split(",")) {
        if (!part.isBlank()) {
          all.add(part.strip());
        }
      }
    }
    return all;
  }

  private <T> List<T> each(String name, Function<String, T> reader) {
    return listed(name).stream().map(v -> read(name, v, reader)).toList();
  }

  private static <T> T read(String name, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (CaveatException | IllegalArgumentException e) {
      throw bad(name, text, name + ": " + e.getMessage());
    }
  }

  private static CaveatException bad(String kind, String value, String message) {
    return new CaveatException(
        ErrorCode.BAD_REQUEST, message, Map.of("kind", kind, "value", value));
  }
}
