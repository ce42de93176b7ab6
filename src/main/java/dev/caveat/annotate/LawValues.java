package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of laws in one filing's texts: by name, by citation, and for a section or rule
 * by the act it belongs to ("Section 404 of the Sarbanes-Oxley Act"). A section that is later named
 * by itself is the one named with its act before. Not safe for use by several threads: each filing
 * has its own.
 */
final class LawValues {
  /** A section, rule or item by its one number. */
  private static final Pattern MARK =
      Pattern.compile(
          "(?:(Rule|rule|Item|item)|Sections?|sections?|Articles?|§+|Title|Chapter|Subchapter|Part)\\s?((?:\\d+[A-Za-z]{0,2}(?:[-–.]\\d*[A-Za-z]*)*|[IVX]+)((?:\\([A-Za-z0-9]{1,4}\\))*))");

  /** Any section, rule or item, one or several. */
  private static final Pattern ANY_MARK =
      Pattern.compile(
          "^(?:[Rr]ules?|[Ii]tems?|[Ss]ections?|[Aa]rticles?|§|Titles?|Chapters?|Parts?).*");

  private static final Pattern BELONGS =
      Pattern.compile(
          "^,?\\s*(?:\\([a-zA-Z0-9]{1,3}\\),?\\s*)*(?:(?:promulgated|adopted|as defined)\\s+)?(?:of|under|to|in)\\s+(?:the\\s+|said\\s+|such\\s+)?(?:(?:SEC|Securities and Exchange Commission)(?:[’']s)?\\s+|U\\.S\\.\\s+|federal\\s+|amended\\s+|Federal\\s+)*$");

  private static final Pattern AND =
      Pattern.compile("^,?\\s*(?:(?:and|or|and/or|through|to)\\s+)?(?:[Ss]ection\\s+)?$");

  private static final Pattern SECTION = Pattern.compile("[Ss]ection|§");
  private static final Pattern WHOLE_CODE = Pattern.compile("USC|CFR");
  private static final Pattern TITLE_OF_CODE = Pattern.compile("USC:\\d+|DEL:\\d+|CFR:\\d+:\\d+");

  private final Map<String, Value.Law> known = new HashMap<>();
  private final Set<String> several = new HashSet<>();

  /** The entities of a text with the values of its laws. */
  List<Entity> fill(String text, List<Entity> entities) {
    List<Entity> filled = new ArrayList<>(entities);
    filled.replaceAll(e -> e.type() == Entity.Type.LAW ? withValue(e, ofItself(e)) : e);
    Map<Integer, Value.Law> acts = new HashMap<>();
    for (int i = filled.size() - 1; i >= 0; i--) {
      Entity e = filled.get(i);
      if (e.type() == Entity.Type.LAW
          && e.value() == null
          && ANY_MARK.matcher(e.text()).matches()) {
        Value.Law act = actOf(text, filled, acts, i);
        if (act != null) {
          acts.put(i, act);
          filled.set(i, withValue(e, ofMark(e.text(), act)));
        }
      }
    }
    filled.replaceAll(this::remembered);
    return filled;
  }

  private static @Nullable Value ofItself(Entity e) {
    if (e.value() != null) {
      return e.value();
    }
    Value.Law cited = Laws.cited(e.text());
    return cited != null ? cited : Laws.named(e.text());
  }

  private static Entity withValue(Entity e, @Nullable Value value) {
    return new Entity(e.type(), e.start(), e.end(), e.text(), value);
  }

  /** The act that a section belongs to: after it with "of the", or directly before it. */
  private static Value.@Nullable Law actOf(
      String text, List<Entity> entities, Map<Integer, Value.Law> acts, int at) {
    Entity mark = entities.get(at);
    int behind = at + 1;
    while (behind < entities.size() && entities.get(behind).type() == Entity.Type.REGULATOR) {
      behind++;
    }
    if (behind < entities.size()) {
      Entity next = entities.get(behind);
      String gap = text.substring(mark.end(), next.start());
      if (next.value() instanceof Value.Law law && BELONGS.matcher(gap).matches()) {
        return law;
      }
      if (acts.containsKey(behind) && AND.matcher(gap).matches()) {
        return acts.get(behind);
      }
    }
    if (at > 0) {
      Entity before = entities.get(at - 1);
      String gap = text.substring(before.end(), mark.start());
      if (before.value() instanceof Value.Law law && (gap.equals(" ") || gap.equals(", "))) {
        return gap.equals(" ") || law.citation() != null ? law : null;
      }
    }
    return null;
  }

  private static Value.@Nullable Law ofMark(String text, Value.Law act) {
    Matcher m = MARK.matcher(text);
    if (!m.matches()) {
      return null;
    }
    String number = m.group(2).replace('–', '-');
    String paragraph = number.substring(0, number.length() - m.group(3).length());
    String citation = act.citation();
    if (m.group(1) != null) {
      String part = Laws.rules(act).isEmpty() ? citation : Laws.rules(act);
      return part != null && part.matches("CFR:17:\\d+")
          ? new Value.Law(part + "." + paragraph, nameOf(text, act), part + "." + paragraph)
          : null;
    }
    boolean section = SECTION.matcher(text).lookingAt();
    if (citation != null && section && TITLE_OF_CODE.matcher(citation).matches()) {
      String cited = citation + (citation.startsWith("CFR") ? "." : ":") + paragraph;
      return new Value.Law(cited, nameOf(text, act), cited);
    }
    if (citation != null && text.startsWith("Title") && WHOLE_CODE.matcher(citation).matches()) {
      return new Value.Law(citation + ":" + number, nameOf(text, act), citation + ":" + number);
    }
    if (act.id().indexOf(':') >= 0) {
      return null;
    }
    String within = section ? number : text.toLowerCase(Locale.ROOT).replace(' ', '-');
    return new Value.Law(act.id() + ":" + within, nameOf(text, act), citation);
  }

  private static String nameOf(String mark, Value.Law act) {
    return mark + (act.name().startsWith("Regulation ") ? " of " : " of the ") + act.name();
  }

  /** A section named by itself is the one with that number named with its act before. */
  private Entity remembered(Entity e) {
    if (e.type() != Entity.Type.LAW || !ANY_MARK.matcher(e.text()).matches()) {
      return e;
    }
    if (e.value() instanceof Value.Law law) {
      Value.Law before = known.put(e.text(), law);
      if (before != null && !before.id().equals(law.id())) {
        several.add(e.text());
      }
      return e;
    }
    return several.contains(e.text()) ? e : withValue(e, known.get(e.text()));
  }
}
