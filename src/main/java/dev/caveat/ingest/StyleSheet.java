package dev.caveat.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a document's own {@code <style>} elements declare for tags and classes. Converters from
 * other formats put all type into classes; selectors that look at more than one element are left
 * aside, as they never tell captions from text.
 */
final class StyleSheet {
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern REMARK = Pattern.compile("/\\*.*?\\*/|<!--|-->", Pattern.DOTALL);
  private static final Pattern SIMPLE = Pattern.compile("[a-z][a-z0-9]*|[a-z0-9]*\\.[\\w-]+");

  private final Map<String, Css.Declared> rules = new HashMap<>();

  static final StyleSheet NONE = new StyleSheet();

  private StyleSheet() {}

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** What the style elements of a document hold, as one sheet. */
  static StyleSheet of(String styles, Css css) {
    if (styles.isEmpty()) {
      return NONE;
    }
    StyleSheet sheet = new StyleSheet();
    sheet.add(REMARK.matcher(styles).replaceAll(""), css);
    return sheet;
  }

  private void add(String text, Css css) {
    Matcher rule = RULE.matcher(text.toLowerCase(Locale.ROOT));
    while (rule.find()) {
      for (String selector : rule.group(1).split(",")) {
        String simple = selector.strip();
        if (SIMPLE.matcher(simple).matches()) {
          rules.merge(simple, css.read(rule.group(2)), Css.Declared::and);
        }
      }
    }
  }

  /** How an element of this tag and these classes looks where its surroundings look so. */
  ComputedStyle apply(String tag, String classes, ComputedStyle look) {
    ComputedStyle out = apply(rules.get(tag), look);
    if (classes.isEmpty()) {
      return out;
    }
    for (String name : classes.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      out = apply(rules.get("." + name), out);
      out = apply(rules.get(tag + "." + name), out);
    }
    return out;
  }

  private static ComputedStyle apply(Css.@Nullable Declared declared, ComputedStyle look) {
    return declared == null ? look : declared.apply(look);
  }
}
