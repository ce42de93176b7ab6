package dev.caveat.classify;

import dev.caveat.words.ContentWords;
import dev.caveat.words.ContentWords.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The features of a risk with their weights: the words of its caption, separately and among all its
 * words; pairs of adjacent words in the caption; and the words of its body, with a higher weight
 * for its opening. The cause comes first; the effects, which nearly all risks share, come later.
 *
 * <p>The weights were compared by cross-validation; small changes to any of them change little.
 */
final class RiskFeatures {
  /** Longer captions are paragraphs. */
  private static final int CAPTION_WORDS = 60;

  /** Text later in a long body is usually about something else. */
  private static final int BODY_WORDS = 120;

  private static final int OPENING_WORDS = 30;

  private static final float CAPTION_ALONE = 1;
  private static final float PAIR = 1;
  private static final float IN_CAPTION = 2;
  private static final float IN_OPENING = 1;
  private static final float IN_BODY = 0.5f;

  private RiskFeatures() {}

  /** The feature of a word anywhere. */
  static String word(String stem) {
    return "w=" + stem;
  }

  /** The feature of a word in the caption. */
  static String captionWord(String stem) {
    return "c=" + stem;
  }

  /** The feature of two adjacent words in the caption. */
  static String captionPair(String first, String second) {
    return "p=" + first + " " + second;
  }

  /** The features of a risk. */
  static Map<String, Float> of(String caption, String body) {
    return of(captionWords(caption), bodyWords(body));
  }

  static List<Word> captionWords(String caption) {
    return ContentWords.of(caption, CAPTION_WORDS);
  }

  static List<Word> bodyWords(String body) {
    return ContentWords.of(body, BODY_WORDS);
  }

  /**
   * The features with their weights, in the order in which they first occur.
   *
   * @param caption its words
   * @param body its words
   */
  static Map<String, Float> of(List<Word> caption, List<Word> body) {
    Map<String, Float> features = new LinkedHashMap<>();
    for (int i = 0; i < caption.size(); i++) {
      String stem = caption.get(i).stem();
      features.put(captionWord(stem), CAPTION_ALONE);
      features.put(word(stem), IN_CAPTION);
      if (i > 0) {
        features.put(captionPair(caption.get(i - 1).stem(), stem), PAIR);
      }
    }
    for (int i = 0; i < body.size(); i++) {
      features.putIfAbsent(word(body.get(i).stem()), i < OPENING_WORDS ? IN_OPENING : IN_BODY);
    }
    return features;
  }

  /**
   * The plain words of a risk in lowercase, weighted as their stems are.
   *
   * @param captionWords those of the caption
   * @param bodyWords those of the body
   */
  static Map<String, Float> plain(
      String caption, List<Word> captionWords, String body, List<Word> bodyWords) {
    Map<String, Float> plain = new LinkedHashMap<>();
    captionWords.forEach(w -> plain.put(plain(caption, w), IN_CAPTION));
    for (int i = 0; i < bodyWords.size(); i++) {
      plain.putIfAbsent(plain(body, bodyWords.get(i)), i < OPENING_WORDS ? IN_OPENING : IN_BODY);
    }
    return plain;
  }

  private static String plain(String text, Word word) {
    return text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
  }
}
