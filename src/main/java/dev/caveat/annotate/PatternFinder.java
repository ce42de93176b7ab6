package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.model.Span;
import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.namefind.RegexNameFinder;

/**
 * Finds regular entities: amounts, percentages, dates, section marks. OpenNLP's regular-expression
 * finder runs over the string (over tokens it loses half); the expressions are data. Safe for use
 * by several threads.
 */
final class PatternFinder {
  private static final Pattern PART = Pattern.compile("\\{([a-z]+)}");
  private static final Map<Entity.Type, RegexNameFinder> FINDERS = finders();

  /** What a sentence must hold for the patterns of a type to be tried. */
  private static final Map<Entity.Type, Pattern> ONLY = only();

  private PatternFinder() {}

  private static Map<Entity.Type, RegexNameFinder> finders() {
    Map<String, String> parts = new HashMap<>();
    Map<Entity.Type, List<Pattern>> patterns = new HashMap<>();
    for (Row rule : Table.resource(PatternFinder.class, "patterns.tsv")) {
      if (rule.at(0).equals("part")) {
        parts.put(rule.at(1), expanded(rule.at(2), parts));
      } else if (!rule.at(0).equals("only")) {
        Entity.Type type = type(rule.at(0));
        String expression = expanded(rule.at(1), parts);
        patterns.computeIfAbsent(type, t -> new ArrayList<>()).add(Pattern.compile(expression));
      }
    }
    Map<Entity.Type, RegexNameFinder> out = new HashMap<>();
    patterns.forEach(
        (type, list) ->
            out.put(type, new RegexNameFinder(Map.of(type.id(), list.toArray(Pattern[]::new)))));
    return out;
  }

  private static Map<Entity.Type, Pattern> only() {
    Map<Entity.Type, Pattern> out = new EnumMap<>(Entity.Type.class);
    for (Row rule : Table.resource(PatternFinder.class, "patterns.tsv")) {
      if (rule.at(0).equals("only")) {
        out.put(type(rule.at(1)), Pattern.compile(rule.at(2)));
      }
    }
    return out;
  }

  private static Entity.Type type(String name) {
    return Entity.Type.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static String expanded(String expression, Map<String, String> parts) {
    return PART.matcher(expression)
        .replaceAll(m -> Matcher.quoteReplacement(parts.get(m.group(1))));
  }

  /**
   * All that the patterns match; they may overlap.
   *
   * @param shifted whether the fiscal year differs from the calendar year
   */
  static void find(String text, List<Span> sentences, boolean shifted, List<Candidate> out) {
    for (Span s : sentences) {
      String sentence = s.of(text);
      for (Map.Entry<Entity.Type, RegexNameFinder> finder : FINDERS.entrySet()) {
        if (mayHold(finder.getKey(), sentence)) {
          for (opennlp.tools.util.Span found : finder.getValue().find(sentence)) {
            int start = s.start() + found.getStart();
            int end = s.start() + found.getEnd();
            if (finder.getKey() != Entity.Type.LAW || !ContractSections.holds(text, start, end)) {
              out.add(candidate(finder.getKey(), text, start, end, shifted));
            }
          }
        }
      }
    }
  }

  /** A cheap check: four sentences in five have nothing of a type. */
  private static boolean mayHold(Entity.Type type, String sentence) {
    Pattern only = ONLY.get(type);
    return only == null || only.matcher(sentence).find();
  }

  private static Candidate candidate(
      Entity.Type type, String text, int start, int end, boolean shifted) {
    Entity.Value value =
        switch (type) {
          case DATE -> Periods.read(text, start, end, shifted);
          case MONEY -> Amounts.read(text, start, end);
          case PERCENT -> Amounts.percentage(text.substring(start, end));
          case LAW -> Laws.cited(text.substring(start, end));
          case REGULATOR -> null;
        };
    return new Candidate(type, start, end, value, Candidate.PATTERN);
  }
}
