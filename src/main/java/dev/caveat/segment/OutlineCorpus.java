package dev.caveat.segment;

import dev.caveat.table.Row;
import dev.caveat.table.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Training data of outline models: features of labeled sections, never their text. Stored as
 * compressed tables with one training example per line: the subject, the case, its weight, the
 * outcome, and the evidence separated by spaces.
 */
final class OutlineCorpus {
  /** What a lesson teaches. */
  enum Subject {
    ROLE,
    OUTLINE,
    SECTION,
    CONFIDENCE
  }

  /**
   * A lesson.
   *
   * @param about the case that a choice belongs to; choices of one case compete
   * @param weight how much it counts; of roles, how often it was seen
   * @param outcome a role, or 1 and 0 for right and wrong
   * @param evidence names
   */
  record Lesson(Subject subject, String about, double weight, String outcome, String evidence) {}

  private final Map<Lesson, Double> lessons = new LinkedHashMap<>();

  void add(Subject subject, String about, double weight, String outcome, List<String> evidence) {
    String unique = subject == Subject.CONFIDENCE ? about + "#" + lessons.size() : about;
    Lesson lesson = new Lesson(subject, unique, 0, outcome, String.join(" ", evidence));
    lessons.merge(lesson, weight, subject == Subject.ROLE ? Double::sum : (a, b) -> a);
  }

  /** Adds the lessons of another corpus that are not here yet. */
  void addNew(OutlineCorpus other) {
    other.lessons.forEach(lessons::putIfAbsent);
  }

  List<Lesson> lessons() {
    List<Lesson> out = new ArrayList<>();
    lessons.forEach(
        (l, weight) -> out.add(new Lesson(l.subject, l.about, weight, l.outcome, l.evidence)));
    return out;
  }

  /** Reads the lessons of a file into these. */
  void read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      for (Row row : Table.read(reader, file.toString())) {
        add(
            Subject.valueOf(row.at(0)),
            row.at(1),
            Double.parseDouble(row.at(2)),
            row.at(3),
            Arrays.asList(row.at(4).split(" ")));
      }
    }
  }

  /** Writes all lessons, in the order in which they were added. */
  void write(Path file) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      for (Lesson l : lessons()) {
        out.write(
            "%s\t%s\t%s\t%s\t%s\n".formatted(l.subject, l.about, l.weight, l.outcome, l.evidence));
      }
    }
  }
}
