package dev.caveat.segment;

import dev.caveat.ingest.FilingReader;
import dev.caveat.ingest.Limits;
import dev.caveat.model.Filing;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Runs trials and prints figures for each value of each dimension and the worst filings. Run it
 * with {@code mvn test-compile} and {@code java -cp target/test-classes:target/classes:... \
 * dev.caveat.segment.LayoutTrialReport [filings] [seed] [folder for the worst]}.
 */
final class LayoutTrialReport {
  /** What came of one trial. */
  record Score(
      LayoutTrial trial,
      boolean present,
      boolean exact,
      int right,
      int found,
      int wanted,
      int groupsRight,
      int groupsFound,
      int groupsWanted,
      int bodies,
      String note) {
    double f1() {
      return found + wanted == 0 ? 1 : 2.0 * right / (found + wanted);
    }

    double groupF1() {
      int all = groupsFound + groupsWanted;
      return all == 0 ? 1 : 2.0 * groupsRight / all;
    }
  }

  private static final Pattern NUMBER =
      Pattern.compile("^(?:•\\s*)?(?:\\d{1,2}\\.|\\([a-z]\\))\\s+");

  private LayoutTrialReport() {}

  static Filing read(LayoutTrial trial, String document) {
    String path = trial.container().isText() ? "trial.txt" : "trial.htm";
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    try {
      return FilingReader.read(path, new ByteArrayInputStream(bytes), Limits.defaults());
    } catch (IOException e) {
      throw new UncheckedIOException(trial.differences(), e);
    }
  }

  static Score score(LayoutTrial trial) {
    FilingRenderer.Rendered rendered = FilingRenderer.render(trial);
    RiskSection got = Segmenter.segment(read(trial, rendered.document())).section();
    String text = got instanceof RiskSection.Present p ? p.text() : "";
    List<String> wanted = rendered.risks().stream().map(r -> caption(r.heading())).toList();
    List<String> found = got.risks().stream().map(r -> caption(r.heading())).toList();
    List<String> rest = new ArrayList<>(found);
    List<String> missing = new ArrayList<>();
    for (String caption : wanted) {
      if (!rest.remove(caption)) {
        missing.add(caption);
      }
    }
    Set<String> groupsWanted = groups(rendered.risks());
    Set<String> groupsFound = groups(got.risks());
    Set<String> groupsRight = new LinkedHashSet<>(groupsWanted);
    groupsRight.retainAll(groupsFound);
    String note =
        "  %s via %s; section %.3f; missing %s; extra %s; groups %s"
            .formatted(
                got.status().id(),
                got.method(),
                letters(text).length() / (double) letters(rendered.section()).length(),
                some(missing),
                some(rest),
                groupsFound.equals(groupsWanted) ? "right" : groupsFound + " not " + groupsWanted);
    return new Score(
        trial,
        got instanceof RiskSection.Present,
        exact(letters(text), letters(rendered.section())),
        wanted.size() - missing.size(),
        found.size(),
        wanted.size(),
        groupsRight.size(),
        groupsFound.size(),
        groupsWanted.size(),
        bodies(rendered.risks(), got.risks()),
        note);
  }

  private static List<String> some(List<String> captions) {
    return captions.stream().limit(3).map(c -> c.substring(0, Math.min(60, c.length()))).toList();
  }

  private static int bodies(List<RiskFactor> wanted, List<RiskFactor> found) {
    Set<String> all = new LinkedHashSet<>();
    found.forEach(
        r ->
            all.add(
                caption(r.heading())
                    + r.paragraphs().stream().map(LayoutTrialReport::letters).toList()));
    int n = 0;
    for (RiskFactor r : wanted) {
      n += all.contains(caption(r.heading()) + folded(r.paragraphs())) ? 1 : 0;
    }
    return n;
  }

  /** The rows of one table are one paragraph. */
  private static List<String> folded(List<String> paragraphs) {
    List<String> out = new ArrayList<>();
    boolean table = false;
    for (String p : paragraphs) {
      boolean row = p.indexOf('\t') >= 0;
      if (row && table) {
        out.add(out.removeLast() + letters(p));
      } else {
        out.add(letters(p));
      }
      table = row;
    }
    return out;
  }

  private static boolean exact(String got, String wanted) {
    double ratio = got.length() / (double) Math.max(1, wanted.length());
    return ratio > 0.99
        && ratio < 1.01
        && got.regionMatches(0, wanted, 0, 50)
        && got.endsWith(wanted.substring(Math.max(0, wanted.length() - 50)));
  }

  private static Set<String> groups(List<RiskFactor> risks) {
    Set<String> out = new LinkedHashSet<>();
    risks.forEach(r -> r.group().forEach(g -> out.add(letters(g))));
    return out;
  }

  /** A number in front of a caption may count as part of it or not. */
  private static String caption(String text) {
    return letters(NUMBER.matcher(text).replaceFirst(""));
  }

  static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
  }

  /** Trials, worst last: prints the figures of each value. */
  static void print(List<Score> scores, PrintStream out) {
    Map<String, List<Score>> by = new LinkedHashMap<>();
    by.put("all", scores);
    for (Score score : scores) {
      for (Enum<?> value : score.trial.values()) {
        by.computeIfAbsent(LayoutTrial.name(value), k -> new ArrayList<>()).add(score);
      }
    }
    out.printf(
        "%-36s %5s %7s %7s %7s %7s %7s%n",
        "", "n", "present", "exact", "riskF1", "groupF1", "bodies");
    by.entrySet().stream()
        .sorted(
            Comparator.comparing(
                e -> e.getKey().substring(0, Math.max(0, e.getKey().indexOf('=')))))
        .forEach(e -> out.println(line(e.getKey(), e.getValue())));
  }

  private static String line(String name, List<Score> scores) {
    double right = scores.stream().mapToInt(Score::right).sum();
    double both = scores.stream().mapToInt(s -> s.found + s.wanted).sum();
    double groupsRight = scores.stream().mapToInt(Score::groupsRight).sum();
    double groupsBoth = scores.stream().mapToInt(s -> s.groupsFound + s.groupsWanted).sum();
    double bodies = scores.stream().mapToInt(Score::bodies).sum();
    double wanted = scores.stream().mapToInt(Score::wanted).sum();
    return "%-36s %5d %7.3f %7.3f %7.3f %7.3f %7.3f"
        .formatted(
            name,
            scores.size(),
            share(scores, s -> s.present),
            share(scores, s -> s.exact),
            2 * right / both,
            groupsBoth == 0 ? 1 : 2 * groupsRight / groupsBoth,
            bodies / wanted);
  }

  private static double share(List<Score> scores, java.util.function.Predicate<Score> is) {
    return scores.stream().filter(is).count() / (double) scores.size();
  }

  /**
   * Prints the report.
   *
   * @param args how many random trials, their seed, and a folder to write the worst filings to
   */
  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    List<Score> alone =
        LayoutTrial.oneAtATime(seed).stream().map(LayoutTrialReport::score).toList();
    System.out.println("== one value at a time: those that are not perfect");
    alone.stream()
        .filter(LayoutTrialReport::isFlawed)
        .filter(s -> s.trial().equals(LayoutTrial.plain(seed)) || !s.note.equals(alone.get(0).note))
        .forEach(LayoutTrialReport::show);
    List<Score> mixed =
        LayoutTrial.random(count, seed).stream().map(LayoutTrialReport::score).toList();
    System.out.println("== " + count + " random trials");
    print(mixed, System.out);
    printStatuses(StatusTrial.all(12, seed));
    System.out.println("== the worst of them");
    List<Score> worst =
        mixed.stream()
            .filter(LayoutTrialReport::isFlawed)
            .sorted(Comparator.comparingDouble(s -> s.f1() + (s.exact ? 1 : 0)))
            .limit(60)
            .toList();
    worst.forEach(LayoutTrialReport::show);
    if (args.length > 2) {
      for (Score s : worst) {
        Files.writeString(
            Path.of(args[2], s.trial.seed() + ".htm"), FilingRenderer.render(s.trial).document());
      }
    }
  }

  private static void printStatuses(List<StatusTrial> trials) {
    List<StatusTrial> wrong = trials.stream().filter(t -> !t.isRight()).toList();
    System.out.printf("== statuses: %d of %d right%n", trials.size() - wrong.size(), trials.size());
    for (StatusTrial trial : wrong) {
      RiskSection got = trial.read();
      System.out.printf(
          "%s not %s%s %s%n   %s [%s]%n",
          got.status().id(),
          trial.status().id(),
          trial.runIn() ? " run in" : "",
          trial.layout().differences(),
          trial.statement(),
          got.evidence());
    }
  }

  private static boolean isFlawed(Score s) {
    return !s.exact || s.f1() < 1 || s.groupF1() < 1 || s.bodies < s.wanted;
  }

  private static void show(Score s) {
    System.out.printf(
        "%s%n   exact %s risks %d of %d (%d found) bodies %d%n%s%n",
        s.trial.differences(), s.exact, s.right, s.wanted, s.found, s.bodies, s.note);
  }
}
