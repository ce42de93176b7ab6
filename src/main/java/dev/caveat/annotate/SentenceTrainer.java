package dev.caveat.annotate;

import dev.caveat.training.ModelCard;
import dev.caveat.training.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.SentenceSample;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;

/** Trains the sentence model and measures it by cross-validation over files. */
public final class SentenceTrainer {
  /** File name of the model. */
  public static final String MODEL = "sentences.bin";

  private static final char[] ENDS = {'.', '?', '!'};

  private SentenceTrainer() {}

  /**
   * Trains on all paragraphs of the folders, writes the model and its card.
   *
   * @param corpora folders of {@code .txt} files, one sentence per line
   * @param models where {@value #MODEL} and its card go
   * @param date for the card
   * @param measured further figures for the card, measured on other text
   * @return figures by name
   * @throws IOException if a file cannot be read or written, or has a bad line
   */
  public static Map<String, String> train(
      List<Path> corpora, Path models, LocalDate date, Map<String, String> measured)
      throws IOException {
    List<AnnotatedCorpus.Paragraph> paragraphs = new ArrayList<>();
    for (Path folder : corpora) {
      paragraphs.addAll(AnnotatedCorpus.read(folder));
    }
    Map<String, String> figures = new LinkedHashMap<>(crossValidate(paragraphs));
    figures.putAll(measured);
    SentenceModel model = train(paragraphs);
    ModelFile.write(model, models.resolve(MODEL));
    Map<String, String> parameters =
        Map.of("algorithm", "maximum entropy (GIS)", "iterations", "100", "cutoff", "3");
    new ModelCard(MODEL, corpora, parameters, figures, "")
        .write(models.resolve("sentences.md"), date);
    return figures;
  }

  private static SentenceModel train(List<AnnotatedCorpus.Paragraph> paragraphs)
      throws IOException {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 3);
    List<SentenceSample> samples = paragraphs.stream().map(SentenceTrainer::sample).toList();
    return SentenceDetectorME.train(
        "eng",
        new CollectionObjectStream<>(samples),
        new SentenceDetectorFactory("eng", true, null, ENDS),
        parameters);
  }

  private static SentenceSample sample(AnnotatedCorpus.Paragraph paragraph) {
    StringBuilder text = new StringBuilder();
    List<opennlp.tools.util.Span> spans = new ArrayList<>();
    for (AnnotatedCorpus.Sentence s : paragraph.sentences()) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      spans.add(new opennlp.tools.util.Span(text.length(), text.length() + s.text().length()));
      text.append(s.text());
    }
    return new SentenceSample(text, spans.toArray(opennlp.tools.util.Span[]::new));
  }

  /** Each file in turn is left out of training and measured. */
  private static Map<String, String> crossValidate(List<AnnotatedCorpus.Paragraph> paragraphs)
      throws IOException {
    int right = 0;
    int found = 0;
    int wanted = 0;
    for (Path file : paragraphs.stream().map(AnnotatedCorpus.Paragraph::file).distinct().toList()) {
      SentenceFinder finder =
          new SentenceFinder(
              train(paragraphs.stream().filter(p -> !p.file().equals(file)).toList()));
      for (AnnotatedCorpus.Paragraph p :
          paragraphs.stream().filter(p -> p.file().equals(file)).toList()) {
        SentenceSample sample = sample(p);
        List<dev.caveat.model.Span> spans = finder.find(sample.getDocument());
        List<dev.caveat.model.Span> gold = new ArrayList<>();
        for (opennlp.tools.util.Span s : sample.getSentences()) {
          gold.add(new dev.caveat.model.Span(s.getStart(), s.getEnd()));
        }
        wanted += gold.size();
        found += spans.size();
        gold.retainAll(spans);
        right += gold.size();
      }
    }
    Map<String, String> out = new LinkedHashMap<>();
    out.put("sentences", Integer.toString(wanted));
    out.put(
        "F1 by cross-validation over files",
        String.format(Locale.ROOT, "%.4f", 2.0 * right / (found + wanted)));
    return out;
  }
}
