package dev.caveat.redline;

import dev.caveat.compare.Comparison.Side;
import dev.caveat.model.Doubt;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.Passage;
import dev.caveat.model.RiskFactor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Sections made up at random, and changed at random in all the ways that sections change. */
final class RandomSections {
  private static final List<String> WORDS =
      List.of(
          "barn", "cider", "frost", "harvest", "kiln", "lease", "market", "orchard", "pier",
          "quarry", "river", "storm", "tariff", "union", "valley", "wharf", "yield", "apple",
          "brick", "cask");

  private final Random random;
  private final long seed;

  RandomSections(long seed) {
    this.random = new Random(seed);
    this.seed = seed;
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(6);
  }

  private String sentence() {
    StringBuilder sentence = new StringBuilder("The");
    for (int i = 4 + random.nextInt(8); i > 0; i--) {
      sentence.append(' ').append(word());
    }
    return sentence.append('.').toString();
  }

  private String paragraph() {
    List<String> sentences = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      sentences.add(sentence());
    }
    return String.join(" ", sentences);
  }

  private List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      paragraphs.add(paragraph());
    }
    return paragraphs;
  }

  /** A risk that knows no place yet. */
  private record Draft(String caption, List<String> body) {}

  private Side side(List<Draft> drafts, List<List<String>> between) {
    List<RiskFactor> risks = new ArrayList<>();
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i <= drafts.size(); i++) {
      Passage.Kind kind =
          i == 0
              ? Passage.Kind.INTRODUCTION
              : i == drafts.size() ? Passage.Kind.CLOSING : Passage.Kind.GROUP;
      for (String text : between.get(i)) {
        passages.add(new Passage(kind, text, i + 1));
      }
      if (i < drafts.size()) {
        Draft d = drafts.get(i);
        risks.add(new RiskFactor(i + 1, List.of(), d.caption, d.body, true));
      }
    }
    return new Side("seed " + seed, FilingFacts.UNKNOWN, risks, Doubt.NONE, passages);
  }

  private List<List<String>> between(int risks) {
    List<List<String>> between = new ArrayList<>();
    for (int i = 0; i <= risks; i++) {
      boolean edge = i == 0 || i == risks;
      between.add(
          random.nextInt(3) > 0
              ? List.of()
              : List.of(edge ? paragraph() + "\n\n" + paragraph() : sentence()));
    }
    return between;
  }

  Side section() {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 2 + random.nextInt(8); i > 0; i--) {
      drafts.add(new Draft(sentence(), paragraphs()));
    }
    return side(drafts, between(drafts.size()));
  }

  /** The same a year later: reworded, reordered, with risks and sentences added, gone and moved. */
  Side changed(Side old) {
    List<Draft> drafts = new ArrayList<>();
    for (RiskFactor risk : old.risks()) {
      switch (random.nextInt(8)) {
        case 0 -> {}
        case 1 -> {
          drafts.add(new Draft(risk.heading(), risk.paragraphs()));
          drafts.add(new Draft(sentence(), paragraphs()));
        }
        case 2 -> drafts.add(new Draft(sentence(), edited(risk.paragraphs())));
        case 3 -> {
          drafts.add(new Draft(risk.heading(), risk.paragraphs().subList(0, 1)));
          drafts.add(new Draft(sentence(), edited(risk.paragraphs())));
        }
        case 4 -> {
          List<String> more = new ArrayList<>(risk.paragraphs());
          more.addAll(old.risks().get(random.nextInt(old.risks().size())).paragraphs());
          drafts.add(new Draft(risk.heading(), more));
        }
        case 5 -> {
          List<String> other = new ArrayList<>(risk.paragraphs());
          Collections.shuffle(other, random);
          drafts.add(new Draft(risk.heading(), other));
        }
        default -> drafts.add(new Draft(risk.heading(), edited(risk.paragraphs())));
      }
    }
    if (random.nextBoolean() && drafts.size() > 1) {
      Collections.swap(drafts, random.nextInt(drafts.size()), random.nextInt(drafts.size()));
    }
    if (drafts.isEmpty()) {
      drafts.add(new Draft(sentence(), paragraphs()));
    }
    List<List<String>> between = between(drafts.size());
    for (Passage passage : old.passages()) {
      if (random.nextInt(3) > 0) {
        int place =
            switch (passage.kind()) {
              case INTRODUCTION -> 0;
              case CLOSING -> drafts.size();
              case GROUP, BETWEEN -> Math.min(passage.before() - 1, drafts.size() - 1);
            };
        between.set(place, List.of(random.nextBoolean() ? passage.text() : edited(passage.text())));
      }
    }
    return side(drafts, between);
  }

  private List<String> edited(List<String> paragraphs) {
    List<String> edited = new ArrayList<>();
    for (String paragraph : paragraphs) {
      switch (random.nextInt(6)) {
        case 0 -> {}
        case 1 -> {
          edited.add(paragraph);
          edited.add(paragraph());
        }
        default -> edited.add(edited(paragraph));
      }
    }
    return edited.isEmpty() ? List.of(paragraph()) : edited;
  }

  private String edited(String paragraph) {
    List<String> sentences = new ArrayList<>(List.of(paragraph.split("(?<=[.]) ")));
    if (random.nextInt(3) == 0) {
      Collections.shuffle(sentences, random);
    }
    int at = random.nextInt(sentences.size());
    String changed = sentences.get(at).replaceFirst(" [a-z]+\\d", " " + word());
    sentences.set(at, random.nextInt(4) == 0 ? sentence() : changed);
    return String.join(" ", sentences);
  }
}
