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
 * Finds a key for each company. A filing without a Central Index Key is assigned to the company of
 * another filing with the same name and a key; a name with several keys is a key of its own. All
 * filings must be added first; then it is safe for use by many threads.
 */
public final class CompanyKeys {
  /**
   * The state of incorporation, by which EDGAR distinguishes companies with the same name: "/MD/",
   * "/NEW", "INC/DE".
   */
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
   * Adds a filing.
   *
   * @param cik its Central Index Key; without one, the filing is ignored
   * @param name the company's name as stated; without one, the filing is ignored
   */
  public void add(@Nullable String cik, @Nullable String name) {
    if (cik != null && name != null) {
      cikByName.merge(plain(name), cik, (a, b) -> a.equals(b) ? a : SEVERAL);
    }
  }

  /**
   * The key for a company; null if neither its Central Index Key nor its name is known.
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
