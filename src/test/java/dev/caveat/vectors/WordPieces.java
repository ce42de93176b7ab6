package dev.caveat.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits text into the pieces of words that an uncased BERT model knows. */
final class WordPieces {
  private static final Pattern UNIT =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|[^\\s\\p{L}\\p{N}\\p{M}]");

  private final Map<String, Integer> ids = new HashMap<>();

  /**
   * A unit of text and its pieces.
   *
   * @param text in lower case, without accents
   */
  record Unit(String text, List<Integer> pieces) {}

  /** From a tokenizer.json. */
  WordPieces(InputStream tokenizer) throws IOException {
    JsonNode vocabulary = new ObjectMapper().readTree(tokenizer).at("/model/vocab");
    vocabulary.properties().forEach(e -> ids.put(e.getKey(), e.getValue().asInt()));
  }

  Set<String> vocabulary() {
    return ids.keySet();
  }

  int id(String piece) {
    return Objects.requireNonNull(ids.get(piece), piece);
  }

  List<Unit> units(String text) {
    String plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{Mn}", "");
    List<Unit> units = new ArrayList<>();
    Matcher unit = UNIT.matcher(plain);
    while (unit.find()) {
      units.add(new Unit(unit.group(), pieces(unit.group())));
    }
    return units;
  }

  private List<Integer> pieces(String unit) {
    List<Integer> pieces = new ArrayList<>();
    for (int start = 0; start < unit.length(); ) {
      int end = unit.length();
      while (end > start && !ids.containsKey(piece(unit, start, end))) {
        end--;
      }
      if (end == start) {
        return List.of(id("[UNK]"));
      }
      pieces.add(id(piece(unit, start, end)));
      start = end;
    }
    return pieces;
  }

  private static String piece(String unit, int start, int end) {
    return (start == 0 ? "" : "##") + unit.substring(start, end);
  }
}
