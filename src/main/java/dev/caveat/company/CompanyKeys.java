package dev.caveat.company;

import dev.caveat.table.Table;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a company. A filing that states no Central Index Key is taken for one of the
 * company that another filing gives the same name and a key; a name that several keys go by stands
 * for itself. To be told of all filings first; then safe for use by many threads.
 */
public final class CompanyKeys {
  /** Where a company is incorporated, as EDGAR tells namesakes apart: "/MD/", "/NEW", "INC/DE". */
  private static final Pattern STATE_TAG = Pattern.compile("[/\\\\]\\s*\\p{L}{2,4}\\s*[/\\\\]?$");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DROPPED = Pattern.compile("[.'\u2019]");
  private static final Set<String> SUFFIXES =
      Table.resource(CompanyKeys.class, "company-suffixes.txt").stream()
          .map(r -> r.at(0).strip())
          .collect(Collectors.toUnmodifiableSet());

  /** No single key. */
  private static final String SEVERAL = "";

  private final Map<String, String> cikByName = new HashMap<>();

  /**
   * Learns of a filing.
   *
   * @param cik its Central Index Key; nothing is learned without one
   * @param name the company's name as stated; nothing is learned without one
   */
  public void add(@Nullable String cik, @Nullable String name) {
    if (cik != null && name != null) {
      cikByName.merge(plain(name), cik, (a, b) -> a.equals(b) ? a : SEVERAL);
    }
  }

  /**
   * What stands for a company; null if neither its key nor its name is known.
   *
   * @param cik its Central Index Key
   * @param name its name as stated
   */
  public @Nullable String key(@Nullable String cik, @Nullable String name) {
    if (cik != null) {
      return cik;
    }
    if (name == null) {
      return null;
    }
    String plain = plain(name);
    String known = cikByName.getOrDefault(plain, SEVERAL);
    return known.equals(SEVERAL) ? plain : known;
  }

  /** The name without case, punctuation, a state and the words for its legal form. */
  public static String plain(String name) {
    String bare = STATE_TAG.matcher(name.strip()).replaceFirst("");
    bare = DROPPED.matcher(bare.toLowerCase(Locale.ROOT).replace("&", " and ")).replaceAll("");
    String words = NO_LETTER.matcher(bare).replaceAll(" ").strip();
    int end = words.lastIndexOf(' ');
    while (end > 0 && SUFFIXES.contains(words.substring(end + 1))) {
      words = words.substring(0, end);
      end = words.lastIndexOf(' ');
    }
    return words.isEmpty() ? name.strip().toLowerCase(Locale.ROOT) : words;
  }
}
