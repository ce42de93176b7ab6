package dev.caveat.annotate;

import dev.caveat.model.Entity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads training files: one sentence per line, a blank line between paragraphs, entities between
 * OpenNLP's tags, {@code <START:regulator> … <END>}, with spaces between tags and text.
 */
final class AnnotatedCorpus {
  private static final Pattern START = Pattern.compile("<START:([a-z]+)> ");
  private static final String END = " <END>";

  /**
   * One sentence.
   *
   * @param text without tags
   * @param entities what the tags enclosed, without values
   */
  record Sentence(String text, List<Entity> entities) {}

  /** Sentences that follow one another. */
  record Paragraph(Path file, List<Sentence> sentences) {}

  private AnnotatedCorpus() {}

  /**
   * All paragraphs of the {@code .txt} files in a folder, in the order of their names.
   *
   * @throws IOException if a file cannot be read or a line has a bad tag; the message names both
   */
  static List<Paragraph> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
    List<Paragraph> out = new ArrayList<>();
    for (Path file : files) {
      readFile(file, out);
    }
    if (out.isEmpty()) {
      throw new IOException(
          folder + ": no .txt files with sentences; expected one sentence per line");
    }
    return out;
  }

  private static void readFile(Path file, List<Paragraph> out) throws IOException {
    List<Sentence> open = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.isBlank()) {
        close(file, open, out);
      } else if (!line.startsWith("#")) {
        open.add(sentence(line.strip(), file + ":" + number));
      }
    }
    close(file, open, out);
  }

  private static void close(Path file, List<Sentence> open, List<Paragraph> out) {
    if (!open.isEmpty()) {
      out.add(new Paragraph(file, List.copyOf(open)));
      open.clear();
    }
  }

  /** Reads one line. */
  static Sentence sentence(String line, String place) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Entity> entities = new ArrayList<>();
    Matcher tag = START.matcher(line);
    int from = 0;
    while (tag.find(from)) {
      appendOutside(text, line.substring(from, tag.start()));
      int end = line.indexOf(END, tag.end());
      if (end < 0) {
        throw new IOException(place + ": <START:" + tag.group(1) + "> without <END>");
      }
      String name = line.substring(tag.end(), end);
      if (name.contains("<START")) {
        throw new IOException(place + ": a tag inside a tag");
      }
      trimBlankBehindOpening(text);
      entities.add(
          new Entity(
              type(tag.group(1), place), text.length(), text.length() + name.length(), name, null));
      text.append(name);
      from = end + END.length();
    }
    appendOutside(text, line.substring(from));
    if (text.indexOf("<END>") >= 0) {
      throw new IOException(place + ": <END> without <START:…>");
    }
    return new Sentence(text.toString().strip(), entities);
  }

  /** Text between tags: the blank that a tag needed in front of closing punctuation goes. */
  private static void appendOutside(StringBuilder text, String outside) {
    boolean afterTag = text.length() > 0;
    boolean closing =
        afterTag
            && outside.length() > 1
            && outside.charAt(0) == ' '
            && ".,;:)]”’'-–—…?!%".indexOf(outside.charAt(1)) >= 0;
    text.append(closing ? outside.substring(1) : outside);
  }

  private static void trimBlankBehindOpening(StringBuilder text) {
    int n = text.length();
    if (n > 1 && text.charAt(n - 1) == ' ' && "([“‘\"".indexOf(text.charAt(n - 2)) >= 0) {
      text.setLength(n - 1);
    }
  }

  private static Entity.Type type(String name, String place) throws IOException {
    try {
      return Entity.Type.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          place
              + ": unknown entity type "
              + name
              + "; expected regulator, date, money, percent or law");
    }
  }
}
