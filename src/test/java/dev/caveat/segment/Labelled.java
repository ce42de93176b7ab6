package dev.caveat.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caveat.ingest.FilingReader;
import dev.caveat.ingest.Limits;
import dev.caveat.model.Block;
import dev.caveat.model.Filing;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filing whose outline a person told, or a rendered one. */
final class Labelled {
  record Item(boolean group, String text, boolean optional, boolean captioned) {}

  final String name;
  final String company;
  final Filing filing;
  final List<String> statuses;
  final boolean present;
  final boolean uncaptioned;
  final String first;
  final String last;
  final double normChars;
  final List<Item> items;
  List<Block> blocks = List.of();
  int from = -1;
  int to = -1;

  Labelled(
      String name,
      String company,
      Filing filing,
      List<String> statuses,
      boolean present,
      boolean uncaptioned,
      String first,
      String last,
      double normChars,
      List<Item> items) {
    this.name = name;
    this.company = company;
    this.filing = filing;
    this.statuses = statuses;
    this.present = present;
    this.uncaptioned = uncaptioned;
    this.first = first;
    this.last = last;
    this.normChars = normChars;
    this.items = items;
  }

  static List<Labelled> gold(Path folder, Path filings) throws IOException {
    List<Labelled> out = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(p -> p.toString().endsWith(".json")).sorted().toList()) {
        JsonNode g = json.readTree(file.toFile());
        String name = Path.of(g.path("path").asText()).getFileName().toString();
        Path path = filings.resolve(name);
        if (!Files.exists(path)) {
          System.err.println("missing " + path);
          continue;
        }
        Filing filing;
        try (InputStream in = Files.newInputStream(path)) {
          filing = FilingReader.read(path.toString(), in, Limits.defaults());
        }
        List<Item> items = new ArrayList<>();
        boolean nocaption = g.path("uncaptioned").asBoolean();
        for (JsonNode i : g.path("items")) {
          items.add(
              new Item(
                  i.path("kind").asText().equals("group"),
                  i.path("text").asText(),
                  i.has("sub"),
                  !nocaption && !i.has("nocaption")));
        }
        List<String> statuses = new ArrayList<>();
        g.path("accept").forEach(s -> statuses.add(s.asText()));
        if (statuses.isEmpty()) {
          statuses.add(g.path("status").asText());
        }
        Labelled l =
            new Labelled(
                name,
                company(g.path("company").asText()),
                filing,
                statuses,
                g.path("status").asText().equals("present"),
                nocaption,
                g.path("first").asText(),
                g.path("last").asText(),
                g.path("normChars").asDouble(),
                items);
        l.locate();
        out.add(l);
      }
    }
    return out;
  }

  static String company(String name) {
    String first = name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", 2)[0];
    return first.isEmpty() ? "?" : first;
  }

  static Labelled rendered(LayoutTrial trial) {
    FilingRenderer.Rendered r = FilingRenderer.render(trial);
    List<Item> items = new ArrayList<>();
    List<String> groups = List.of();
    for (RiskFactor risk : r.risks()) {
      for (int i = 0; i < risk.group().size(); i++) {
        boolean same =
            groups.size() > i && groups.subList(0, i + 1).equals(risk.group().subList(0, i + 1));
        if (!same) {
          items.add(new Item(true, risk.group().get(i), false, true));
        }
      }
      groups = risk.group();
      items.add(new Item(false, risk.heading(), false, true));
    }
    String text = r.section();
    Labelled l =
        new Labelled(
            trial.differences(),
            "trial",
            LayoutTrialReport.read(trial, r.document()),
            List.of("present"),
            true,
            false,
            text.substring(0, Math.min(100, text.length())),
            text.substring(Math.max(0, text.length() - 100)),
            norm(text).length(),
            items);
    l.locate();
    return l;
  }

  static Labelled status(StatusTrial trial) {
    String document = FilingRenderer.renderStatus(trial.layout(), trial.statement(), trial.runIn());
    boolean present = trial.status() == dev.caveat.model.RiskSection.Status.PRESENT;
    Labelled l =
        new Labelled(
            trial.layout().differences() + " " + trial.statement(),
            "trial",
            LayoutTrialReport.read(trial.layout(), document),
            List.of(trial.status().id()),
            present,
            true,
            trial.statement(),
            trial.statement(),
            norm(trial.statement()).length(),
            present
                ? List.of(
                    new Item(false, CaptionWords.firstSentence(trial.statement()), false, false))
                : List.of());
    l.locate();
    return l;
  }

  /** Whether a section's text is the labelled one, as the gold's scores have it. */
  boolean isExact(String text) {
    String n = norm(text);
    String f = norm(first);
    f = f.substring(0, Math.min(50, f.length()));
    String e = norm(last);
    e = e.substring(Math.max(0, e.length() - 50));
    double ratio = normChars == 0 ? 1 : n.length() / normChars;
    return n.substring(0, Math.min(400, n.length())).contains(f)
        && n.substring(Math.max(0, n.length() - 250)).contains(e)
        && ratio >= 0.97
        && ratio <= 1.03;
  }

  /** Whether an answer is the labelled one. */
  boolean isRight(SectionEvidence.Answer answer) {
    if (!statuses.contains(answer.status().id())) {
      return false;
    }
    return answer.status() != dev.caveat.model.RiskSection.Status.PRESENT
        || !present
        || isExact(Paragraphs.text(answer.section()));
  }

  /** Finds the labelled section among the filing's blocks. */
  private void locate() {
    blocks = PageCleaner.clean(filing.blocks());
    if (!present) {
      return;
    }
    String want = norm(first);
    want = want.substring(0, Math.min(50, want.length()));
    String end = norm(last);
    end = end.substring(Math.max(0, end.length() - 40));
    if (want.isEmpty() || end.isEmpty()) {
      return;
    }
    StringBuilder all = new StringBuilder();
    int[] at = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      at[i] = all.length();
      all.append(norm(blocks.get(i).text()));
    }
    at[blocks.size()] = all.length();
    // Of several places, the one whose length fits the label best.
    double best = Double.MAX_VALUE;
    for (int s = all.indexOf(want); s >= 0; s = all.indexOf(want, s + 1)) {
      for (int e = all.indexOf(end, s); e >= 0; e = all.indexOf(end, e + 1)) {
        double miss = Math.abs(e + end.length() - s - normChars);
        if (miss < best) {
          best = miss;
          from = block(at, s);
          to = block(at, e + end.length() - 1) + 1;
        }
        if (e + end.length() - s > normChars * 1.3) {
          break;
        }
      }
    }
    if (best > normChars * 0.05) {
      from = -1;
    }
  }

  private static int block(int[] at, int position) {
    int i = 0;
    while (i + 1 < at.length && at[i + 1] <= position) {
      i++;
    }
    return i;
  }

  List<Block> section() {
    return Segmenter.section(blocks, from, to);
  }

  /** The role that the label gives each block; null where it says nothing. */
  @Nullable Role[] roles(List<Block> section) {
    @Nullable Role[] out = new Role[section.size()];
    java.util.Arrays.fill(out, Role.BODY);
    int p = 0;
    for (Item item : items) {
      String want = norm(item.text);
      if (!item.captioned && !item.group) {
        continue;
      }
      for (int j = p; j < section.size(); j++) {
        int end = matches(section, j, want, item.group);
        if (end > 0) {
          for (int k = j; k < end; k++) {
            out[k] =
                item.optional ? null : item.group ? Role.GROUP : k == j ? Role.CAPTION : Role.MORE;
          }
          p = item.group ? end : j + 1;
          break;
        }
      }
    }
    return out;
  }

  private static int matches(List<Block> section, int j, String want, boolean whole) {
    String text = section.get(j).text();
    String have = norm(text);
    String plain = norm(CaptionWords.withoutNumber(CaptionWords.withoutBullet(text)));
    for (String h : new String[] {have, plain}) {
      if (whole ? h.equals(want) : h.startsWith(want) && !want.isEmpty()) {
        return j + 1;
      }
    }
    if (have.length() < 8 || !want.startsWith(have)) {
      return 0;
    }
    StringBuilder sum = new StringBuilder(have);
    for (int k = j + 1; k < section.size() && k < j + 4; k++) {
      sum.append(norm(section.get(k).text()));
      if (sum.toString().equals(want)) {
        return k + 1;
      }
    }
    return 0;
  }

  static String norm(String s) {
    StringBuilder out = new StringBuilder(s.length());
    for (int i = 0; i < s.length(); i++) {
      char c = Character.toLowerCase(s.charAt(i));
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Right, found and wanted captions, then the same of groups. */
  int[] score(List<RiskFactor> risks) {
    List<String> wanted = new ArrayList<>();
    List<String> optional = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (Item item : items) {
      String n = norm(item.text);
      if (item.group) {
        if (!groups.contains(n)) {
          groups.add(n);
        }
      } else {
        (item.optional ? optional : wanted).add(n);
      }
    }
    List<String> found = new ArrayList<>(risks.stream().map(r -> norm(r.heading())).toList());
    List<String> foundGroups = new ArrayList<>();
    for (RiskFactor r : risks) {
      for (String g : r.group()) {
        if (!foundGroups.contains(norm(g))) {
          foundGroups.add(norm(g));
        }
      }
    }
    int right = take(wanted, found);
    int free = take(optional, found);
    int total = risks.size() - free;
    int fg = foundGroups.size();
    int rightGroups = take(groups, foundGroups);
    return new int[] {right, total, wanted.size(), rightGroups, fg, groups.size()};
  }

  /** What a person would say is wrong of a section, a line each. */
  String faults(RiskSection.Present got) {
    StringBuilder out = new StringBuilder();
    if (!isExact(got.text())) {
      out.append(
          "    section: %.0f of %.0f characters, from “%.60s”%n"
              .formatted((double) norm(got.text()).length(), normChars, got.text()));
    }
    List<String> found = new ArrayList<>(got.risks().stream().map(r -> norm(r.heading())).toList());
    List<String> groups =
        new ArrayList<>(
            got.risks().stream()
                .flatMap(r -> r.group().stream())
                .map(g -> norm(g))
                .distinct()
                .toList());
    for (Item item : items) {
      List<String> among = item.group ? groups : found;
      if (take(new ArrayList<>(List.of(norm(item.text))), among) == 0
          && !item.optional
          && items.stream()
              .noneMatch(o -> o != item && o.group && norm(o.text).equals(norm(item.text)))) {
        out.append(
            "    missed %s “%.90s”%n".formatted(item.group ? "group" : "caption", item.text));
      }
    }
    found.forEach(f -> out.append("    extra caption %.90s%n".formatted(f)));
    groups.forEach(f -> out.append("    extra group %.90s%n".formatted(f)));
    return out.toString();
  }

  private static int take(List<String> wanted, List<String> found) {
    int n = 0;
    for (String w : wanted) {
      int at = found.indexOf(w);
      for (int i = 0; at < 0 && i < found.size(); i++) {
        at = near(w, found.get(i)) ? i : -1;
      }
      if (at >= 0) {
        found.remove(at);
        n++;
      }
    }
    return n;
  }

  private static boolean near(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int longer = Math.max(a.length(), b.length());
    if (shorter < 0.87 * longer || shorter == 0) {
      return false;
    }
    int limit = (int) (0.1 * longer);
    return new org.apache.commons.text.similarity.LevenshteinDistance(limit).apply(a, b) >= 0;
  }
}
