package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.training.ModelCard;
import dev.caveat.training.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/** Trains the regulator model and measures it by cross-validation over files. */
public final class NameTrainer {
  /** File name of the model. */
  public static final String MODEL = "regulators.bin";

  private static final String TYPE = Entity.Type.REGULATOR.id();

  private static final int FOLDS = 5;

  private NameTrainer() {}

  /**
   * Trains on all sentences of a folder, writes the model and its card.
   *
   * @param corpus folder of {@code .txt} files, one sentence per line, entities tagged
   * @param models where {@value #MODEL} and its card go
   * @param date for the card
   * @param measured further figures for the card, measured on other text
   * @return figures by name
   * @throws IOException if a file cannot be read or written, or has a bad line
   */
  public static Map<String, String> train(
      Path corpus, Path models, LocalDate date, Map<String, String> measured) throws IOException {
    List<AnnotatedCorpus.Paragraph> paragraphs = AnnotatedCorpus.read(corpus);
    Map<String, String> figures = new LinkedHashMap<>(crossValidate(paragraphs));
    figures.putAll(measured);
    TokenNameFinderModel model = train(paragraphs);
    ModelFile.write(model, models.resolve(MODEL));
    Map<String, String> parameters =
        Map.of(
            "algorithm",
            "maximum entropy (GIS)",
            "iterations",
            "150",
            "cutoff",
            "2",
            "types",
            TYPE);
    new ModelCard(MODEL, List.of(corpus), parameters, figures, "")
        .write(models.resolve("regulators.md"), date);
    return figures;
  }

  private static TokenNameFinderModel train(List<AnnotatedCorpus.Paragraph> paragraphs)
      throws IOException {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 150);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    List<NameSample> samples = new ArrayList<>();
    for (AnnotatedCorpus.Paragraph p : paragraphs) {
      for (int i = 0; i < p.sentences().size(); i++) {
        samples.add(sample(p.sentences().get(i), i == 0));
      }
    }
    return NameFinderME.train(
        "eng",
        TYPE,
        new CollectionObjectStream<>(samples),
        parameters,
        TokenNameFinderFactory.create(null, null, Collections.emptyMap(), new BioCodec()));
  }

  private static NameSample sample(AnnotatedCorpus.Sentence sentence, boolean first) {
    TokenizedText words = TokenizedText.of(sentence.text());
    List<Span> names = new ArrayList<>();
    for (Entity e : sentence.entities()) {
      if (e.type() == Entity.Type.REGULATOR) {
        Span span = tokens(words, e);
        if (span != null) {
          names.add(span);
        }
      }
    }
    return new NameSample(words.tokens(), names.toArray(Span[]::new), first);
  }

  private static @org.jspecify.annotations.Nullable Span tokens(TokenizedText words, Entity e) {
    int from = -1;
    for (int i = 0; i < words.size(); i++) {
      if (words.start(i) == e.start()) {
        from = i;
      }
      if (from >= 0 && words.end(i) == e.end()) {
        return new Span(from, i + 1, TYPE);
      }
    }
    return null;
  }

  /** Every so many files: what one author wrote of one trade stays together. */
  private static Set<Path> part(List<Path> files, int fold) {
    Set<Path> part = new HashSet<>();
    for (int i = fold; i < files.size(); i += FOLDS) {
      part.add(files.get(i));
    }
    return part;
  }

  private static Map<String, String> crossValidate(List<AnnotatedCorpus.Paragraph> paragraphs)
      throws IOException {
    int right = 0;
    int found = 0;
    int wanted = 0;
    List<Path> files = paragraphs.stream().map(AnnotatedCorpus.Paragraph::file).distinct().toList();
    for (int fold = 0; fold < Math.min(FOLDS, files.size()); fold++) {
      Set<Path> file = part(files, fold);
      NameFinderME finder =
          new NameFinderME(
              train(paragraphs.stream().filter(p -> !file.contains(p.file())).toList()));
      for (AnnotatedCorpus.Paragraph p :
          paragraphs.stream().filter(p -> file.contains(p.file())).toList()) {
        for (AnnotatedCorpus.Sentence s : p.sentences()) {
          NameSample sample = sample(s, false);
          List<Span> names = new ArrayList<>(List.of(finder.find(sample.getSentence())));
          wanted += sample.getNames().length;
          found += names.size();
          names.retainAll(List.of(sample.getNames()));
          right += names.size();
        }
        finder.clearAdaptiveData();
      }
    }
    Map<String, String> out = new LinkedHashMap<>();
    out.put("regulators", Integer.toString(wanted));
    out.put(
        "precision by cross-validation over files",
        String.format(Locale.ROOT, "%.3f", (double) right / Math.max(1, found)));
    out.put(
        "recall by cross-validation over files",
        String.format(Locale.ROOT, "%.3f", (double) right / Math.max(1, wanted)));
    return out;
  }
}
