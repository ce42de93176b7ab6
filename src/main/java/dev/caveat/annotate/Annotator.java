package dev.caveat.annotate;

import dev.caveat.model.Annotation;
import dev.caveat.model.Entity;
import dev.caveat.model.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * Marks sentences and entities of texts. Safe for use by several threads, including virtual ones:
 * models are shared, and each call borrows finders over them, because OpenNLP's finders give wrong
 * answers when two threads use one. There are never more finders than simultaneous calls. The same
 * texts always get the same annotations.
 */
public final class Annotator {
  /** The finders for one call at a time. */
  private record Finders(SentenceFinder sentences, RegulatorModel regulators) {}

  private final SentenceModel sentenceModel;
  private final TokenNameFinderModel regulatorModel;
  private final Queue<Finders> idle = new ConcurrentLinkedQueue<>();

  private Annotator(SentenceModel sentenceModel, TokenNameFinderModel regulatorModel) {
    this.sentenceModel = sentenceModel;
    this.regulatorModel = regulatorModel;
  }

  private Finders borrow() {
    Finders free = idle.poll();
    return free != null
        ? free
        : new Finders(new SentenceFinder(sentenceModel), new RegulatorModel(regulatorModel));
  }

  /** Loaded on first use, then shared. */
  private static final class Bundled {
    static final Annotator INSTANCE = load();

    private static Annotator load() {
      try (InputStream sentences = resource(SentenceTrainer.MODEL);
          InputStream regulators = resource(NameTrainer.MODEL)) {
        return new Annotator(new SentenceModel(sentences), new TokenNameFinderModel(regulators));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static InputStream resource(String name) {
      return Objects.requireNonNull(Annotator.class.getResourceAsStream("/models/" + name), name);
    }
  }

  /** The annotator with the models that come with Caveat. */
  public static Annotator bundled() {
    return Bundled.INSTANCE;
  }

  /**
   * Marks a single text.
   *
   * @param text any text; paragraphs end at line breaks
   */
  public Annotation annotate(String text) {
    return annotateAll(List.of(text)).get(0);
  }

  /**
   * Marks the texts of one filing, in order: a short name that one of them defines applies to it
   * and to the later ones.
   *
   * @param texts the texts
   * @return their annotations, one for each
   */
  public List<Annotation> annotateAll(List<String> texts) {
    Aliases aliases = new Aliases(texts);
    LawValues laws = new LawValues();
    boolean shifted = FiscalYear.isShifted(texts);
    Finders finders = borrow();
    try {
      return texts.stream().map(text -> annotate(text, finders, aliases, laws, shifted)).toList();
    } finally {
      idle.add(finders);
    }
  }

  private static Annotation annotate(
      String text, Finders finders, Aliases aliases, LawValues laws, boolean shifted) {
    List<Span> spans = finders.sentences().find(text);
    List<Candidate> found = new ArrayList<>();
    TokenizedText words = TokenizedText.of(text);
    PatternFinder.find(text, spans, shifted, found);
    ActFinder.find(words, spans, found);
    GazetteerFinder.find(words, found);
    finders.regulators().find(text, spans, found);
    aliases.learn(text, OverlapResolver.settle(text, spans, found));
    found.removeIf(c -> aliases.isForeign(c, text));
    aliases.find(text, found);
    ShortNames.find(text, aliases::defines, found);
    List<Entity> named = OverlapResolver.settle(text, spans, found);
    if (ShortNames.findAgain(text, named, aliases::defines, found)) {
      named = OverlapResolver.settle(text, spans, found);
    }
    return new Annotation(spans, laws.fill(text, named));
  }
}
