package dev.caveat.mcp;

import dev.caveat.index.IndexedFiling;
import dev.caveat.json.AnswerJson;
import dev.caveat.json.DoubtfulJson;
import dev.caveat.json.Json;
import dev.caveat.model.Doubt;
import dev.caveat.model.FilingFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An answer, or the part of it that can be read at once.
 *
 * @param json the same for programs
 * @param text the same for people
 */
record Answer(AnswerJson json, String text) {
  /** Characters of the JSON, and of the text, at most. */
  static final int MAX_CHARACTERS = 24_000;

  /** Kept free for the list of doubtful filings and the line on how to go on. */
  private static final int RESERVED = 4_000;

  private static final int MAX_REASONS = 300;

  /**
   * One of the things that were asked for.
   *
   * @param text ends with a line feed
   * @param filing the filing it is from; null if the answer names it already
   */
  record Item(Object json, String text, @Nullable Checked filing) {}

  /** A filing, and how far it can be trusted. */
  record Checked(String id, FilingFacts facts, Doubt doubt) {}

  /** An answer without items. */
  static Answer of(Object about, String text, List<Checked> filings) {
    Builder builder = new Builder(about, text);
    filings.forEach(builder::check);
    return builder.build(null);
  }

  /**
   * As many items as can be read at once.
   *
   * @param about fields about the whole
   * @param text the same in words, ending with a line feed
   * @param filings what the whole is about
   * @param first number of the first item that is asked for
   * @param end how many items there are, or are at hand
   * @param more whether there are more than those at hand
   * @param items makes an item, by its number
   */
  static Answer of(
      Arguments arguments,
      Object about,
      String text,
      List<Checked> filings,
      int first,
      int end,
      boolean more,
      IntFunction<Item> items) {
    Builder builder = new Builder(about, text);
    filings.forEach(builder::check);
    int next = first;
    while (next < end && builder.add(items.apply(next))) {
      next++;
    }
    return builder.build(next < end || more ? arguments.cursor(next) : null);
  }

  /** As above, of a list. */
  static Answer of(
      Arguments arguments, Object about, String text, List<Checked> filings, List<Item> items) {
    return of(
        arguments, about, text, filings, arguments.first(), items.size(), false, i -> items.get(i));
  }

  /** Collects items up to the limit. */
  private static final class Builder {
    private final Object about;
    private final StringBuilder text;
    private final List<Object> items = new ArrayList<>();
    private final Map<String, DoubtfulJson> doubtful = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private int reserved = RESERVED - 500;
    private int characters;

    Builder(Object about, String text) {
      this.about = about;
      this.text = new StringBuilder(text);
      characters = Json.text(about).length();
    }

    void check(Checked filing) {
      if (!filing.doubt().isDoubtful() || doubtful.containsKey(filing.id())) {
        return;
      }
      DoubtfulJson json = DoubtfulJson.of(filing.id(), filing.facts(), filing.doubt());
      int length = Json.text(json).length();
      if (length <= reserved) {
        reserved -= length;
        doubtful.put(filing.id(), json);
        reasons.put(
            IndexedFiling.name(filing.id()),
            Words.line(Words.shortened(filing.doubt().reasons(), MAX_REASONS)));
      }
    }

    /** False if it does not fit; the first always does. */
    boolean add(Item item) {
      int length = Json.text(item.json()).length() + 1;
      int most = MAX_CHARACTERS - RESERVED;
      boolean fits = characters + length <= most && text.length() + item.text().length() <= most;
      if (!fits && !items.isEmpty()) {
        return false;
      }
      items.add(item.json());
      text.append(item.text());
      characters += length;
      if (item.filing() != null) {
        check(item.filing());
      }
      return true;
    }

    Answer build(@Nullable String next) {
      if (!doubtful.isEmpty()) {
        text.append("\nA person should check these filings before anyone relies on them:\n");
        reasons.forEach(
            (id, why) -> text.append("- ").append(id).append(": ").append(why).append('\n'));
      }
      if (next != null) {
        text.append("\nThere is more: repeat the call with cursor ").append(next).append('\n');
      }
      return new Answer(
          new AnswerJson(about, items, List.copyOf(doubtful.values()), next), text.toString());
    }
  }
}
