package dev.caveat.json;

import dev.caveat.index.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the categories that people set.
 *
 * @param total how many labels there are, whether shown or not
 * @param next where the next page begins; null if this is the last
 */
public record LabelPageJson(int total, List<Given> labels, @Nullable String next) {
  /**
   * The categories that a person set for a risk.
   *
   * @param filing id of its filing
   * @param ordinal of the risk when it was labeled
   * @param categories ids, the primary first
   * @param heading its caption; empty if it has none
   */
  public record Given(String filing, int ordinal, List<String> categories, String heading) {}

  /** Of the labels of a page. */
  public static LabelPageJson of(int total, List<Label> labels, @Nullable String next) {
    return new LabelPageJson(
        total,
        labels.stream()
            .map(l -> new Given(l.filing(), l.ordinal(), l.categories(), l.caption()))
            .toList(),
        next);
  }
}
