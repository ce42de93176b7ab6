package dev.caveat.annotate;

import dev.caveat.model.Entity;
import dev.caveat.model.Span;
import java.util.List;
import java.util.regex.Pattern;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;

/**
 * Finds unlisted regulators by context, with OpenNLP's maximum-entropy name finder. It is slow, so
 * it only runs on sentences with a word that is common in names of such bodies. Not safe for use by
 * several threads: each has its own over a shared model.
 */
final class RegulatorModel {
  private static final Pattern WORTH_A_LOOK =
      Pattern.compile(
          "\\b(?:Commission|Commissioner|Authority|Authorities|Agency|Board|Department|Bureau|Office(?= of| for|$)|Administration|Service|Council|Ministry|Minister|Committee|Directorate|Inspectorate|Ombudsman|Registrar|Superintend\\w+|Comptroller|Attorney General|Division|Tribunal|Treasury|Secretariat|Institute|Registry|Regulator|Organi[sz]ation|Corporation Commission|Bank of|Central Bank|Reserve Bank|Exchange Board)\\b");

  /** Words that departments of companies and universities have in their names, and rates. */
  private static final Pattern NO_BODY =
      Pattern.compile(
          "\\b(?:Rate|Trustee|Trust Office|Business(?! (?:Development|Registration|Conduct|Regulation|Oversight))|Investor Relations|Human Resources|Measurements?|Medicine|Nephrology|Surgery|Oncology|Research(?! Council)|Index|Sales|Marketing|Financial Experts?|Components|Mellon|(?:Review|Oversight|Steering|Executive) Committee|Disclosure Committee|Institute of Mining)\\b");

  private static final int MAX_SMALL_WORD_LENGTH = 4;

  private static final double SURE = 0.6;

  /** What is longer is no sentence, and the finder's time grows faster than its length. */
  private static final int MAX_LENGTH = 6_000;

  private final NameFinderME finder;

  RegulatorModel(TokenNameFinderModel model) {
    this.finder = new NameFinderME(model);
  }

  void find(String text, List<Span> sentences, List<Candidate> out) {
    for (Span s : sentences) {
      String sentence = s.of(text);
      if (s.end() - s.start() <= MAX_LENGTH && WORTH_A_LOOK.matcher(sentence).find()) {
        find(sentence, s.start(), out);
      }
    }
    finder.clearAdaptiveData();
  }

  private void find(String sentence, int offset, List<Candidate> out) {
    TokenizedText words = TokenizedText.of(sentence);
    opennlp.tools.util.Span[] names = finder.find(words.tokens());
    double[] probabilities = finder.probs(names);
    for (int i = 0; i < names.length; i++) {
      opennlp.tools.util.Span name = names[i];
      name = withoutRest(words, name);
      if (probabilities[i] >= SURE && readsLikeABody(words, name)) {
        out.add(
            new Candidate(
                Entity.Type.REGULATOR,
                offset + words.start(name.getStart()),
                offset + words.end(name.getEnd() - 1),
                null,
                Candidate.MODEL));
      }
    }
  }

  /** A name without what the model took from the sentence behind it: "…, Commission for". */
  private static opennlp.tools.util.Span withoutRest(
      TokenizedText words, opennlp.tools.util.Span name) {
    int end = name.getStart() + 1;
    for (int i = end; i < name.getEnd(); i++) {
      String token = words.tokens()[i];
      if (words.isCapitalized(i)) {
        end = i + 1;
      } else if (token.length() > MAX_SMALL_WORD_LENGTH && Character.isLowerCase(token.charAt(0))) {
        break;
      }
    }
    return new opennlp.tools.util.Span(name.getStart(), end);
  }

  /**
   * Several words, one of which bodies have in their names; acronyms come from definitions alone.
   */
  private static boolean readsLikeABody(TokenizedText words, opennlp.tools.util.Span name) {
    String text =
        words.text().substring(words.start(name.getStart()), words.end(name.getEnd() - 1));
    return name.length() >= 2
        && text.indexOf('(') < 0
        && words.isCapitalized(name.getStart())
        && WORTH_A_LOOK.matcher(text).find()
        && !NO_BODY.matcher(text).find()
        && !Gazetteer.INSTANCE.excludes(words.tokens(), name.getStart(), name.getEnd());
  }
}
