package dev.caveat.segment;

import dev.caveat.segment.SectionSignals.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Predicts the role of each block of a section under a {@link Hypothesis}: the score of a role is a
 * weighted sum of the block's {@link Signal}s, its {@link Relation} to the supposed captions and
 * the previous role, and the likeliest sequence of roles wins (Viterbi).
 *
 * <p>Immutable; safe for use by several threads.
 */
final class RoleModel {
  private static final Role[] ROLES = Role.told().toArray(Role[]::new);
  private static final int R = ROLES.length;
  private static final int S = Signal.values().length;
  private static final int RELATIONS = Relation.values().length;
  private static final int KINDS = Hypothesis.Kind.values().length;
  private static final int START = R;

  private static final double LEAST_CHANCE = Bounds.of("least-chance");

  private final double[] ofSignal = new double[S * R];
  private final double[] ofRelation = new double[KINDS * RELATIONS * R];
  private final double[] ofBoth = new double[KINDS * RELATIONS * S * R];
  private final double[] ofPrevious = new double[KINDS * RELATIONS * (R + 1) * R];

  /** What a section's blocks most likely are, and how likely that is. */
  @SuppressWarnings("ArrayRecordComponent") // lives within one call
  record Decoded(Outline outline, double[] chances) {
    /** Mean logarithm of the chances. */
    double fit() {
      return Arrays.stream(chances)
          .map(p -> Math.log(Math.max(p, LEAST_CHANCE)))
          .average()
          .orElse(0);
    }

    /** The least sure of the blocks. */
    double weakest() {
      return Arrays.stream(chances).min().orElse(1);
    }
  }

  /**
   * A model.
   *
   * @param weights a weight for each role, by feature as {@link #features} names them; what is not
   *     there counts nothing
   */
  RoleModel(Map<String, double[]> weights) {
    for (int s = 0; s < S; s++) {
      put(weights.get(Signal.values()[s].name()), ofSignal, s);
    }
    for (int k = 0; k < KINDS; k++) {
      for (int r = 0; r < RELATIONS; r++) {
        String name = name(Hypothesis.Kind.values()[k], Relation.values()[r]);
        int at = k * RELATIONS + r;
        put(weights.get(name), ofRelation, at);
        for (int s = 0; s < S; s++) {
          put(weights.get(name + "&" + Signal.values()[s]), ofBoth, at * S + s);
        }
        for (int p = 0; p <= R; p++) {
          put(weights.get(name + "<" + previous(p)), ofPrevious, at * (R + 1) + p);
        }
      }
    }
  }

  private static void put(double @Nullable [] from, double[] to, int at) {
    if (from != null) {
      System.arraycopy(from, 0, to, at * R, R);
    }
  }

  private static String name(Hypothesis.Kind kind, Relation relation) {
    return kind + "/" + relation;
  }

  private static String previous(int role) {
    return role == START ? "START" : ROLES[role].name();
  }

  /**
   * What is seen of a block whose forerunner has a role: its relation with that role, and its
   * signals.
   *
   * @param previous null for none
   */
  static List<String> seen(View view, int i, @Nullable Role previous) {
    int[] signals = new int[S];
    int n = view.signals(i, signals);
    List<String> out = new ArrayList<>();
    out.add(
        name(view.hypothesis.kind(), view.relations[i])
            + "<"
            + previous(previous == null ? START : previous.ordinal()));
    for (int k = 0; k < n; k++) {
      out.add(Signal.values()[signals[k]].name());
    }
    return out;
  }

  /** The features that weights belong to, of what is seen. */
  static String[] features(String[] seen) {
    String name = seen[0].substring(0, seen[0].indexOf('<'));
    String[] out = new String[2 * seen.length];
    out[0] = seen[0];
    out[1] = name;
    for (int k = 1; k < seen.length; k++) {
      out[2 * k] = seen[k];
      out[2 * k + 1] = name + "&" + seen[k];
    }
    return out;
  }

  /** The likeliest roles of a section's blocks. */
  Decoded decode(SectionSignals section, Hypothesis hypothesis) {
    View view = section.under(hypothesis);
    int n = section.size();
    double[][] best = new double[n][R];
    double[][] chance = new double[n][R];
    int[][] from = new int[n][R];
    int[] signals = new int[S];
    double[] base = new double[R];
    double[] scores = new double[R];
    for (int i = 0; i < n; i++) {
      base(view, i, signals, base);
      Arrays.fill(best[i], Double.NEGATIVE_INFINITY);
      int at = at(view, i);
      for (int p = i == 0 ? START : 0; p <= (i == 0 ? START : R - 1); p++) {
        double before = i == 0 ? 0 : best[i - 1][p];
        boolean mayGoOn =
            p < R
                && (p == Role.CAPTION.ordinal() || p == Role.MORE.ordinal())
                && whole(view, i - 1);
        if (before == Double.NEGATIVE_INFINITY) {
          continue;
        }
        for (int r = 0; r < R; r++) {
          scores[r] = base[r] + ofPrevious[(at * (R + 1) + p) * R + r];
        }
        if (!mayGoOn) {
          scores[Role.MORE.ordinal()] = Double.NEGATIVE_INFINITY;
        }
        if ((p == Role.CAPTION.ordinal() || i == n - 1) && needsBody(hypothesis)) {
          scores[Role.CAPTION.ordinal()] = Double.NEGATIVE_INFINITY;
        }
        toLogChances(scores);
        for (int r = 0; r < R; r++) {
          if (before + scores[r] > best[i][r]) {
            best[i][r] = before + scores[r];
            chance[i][r] = Math.exp(scores[r]);
            from[i][r] = p;
          }
        }
      }
    }
    return path(section, hypothesis, best, chance, from);
  }

  /** A caption that only its sense tells has text behind it. */
  private static boolean needsBody(Hypothesis hypothesis) {
    return hypothesis.kind() == Hypothesis.Kind.SENTENCES
        || hypothesis.kind() == Hypothesis.Kind.TITLES;
  }

  private static boolean whole(View view, int i) {
    return view.hypothesis.kind() != Hypothesis.Kind.RUN_IN_TITLES
        && view.relations[i] != Relation.BELOW_RUN_IN
        && view.relations[i] != Relation.ABOVE_RUN_IN
        && !(view.hypothesis.kind() == Hypothesis.Kind.RUN_IN
            && view.relations[i] == Relation.SAME);
  }

  private static int at(View view, int i) {
    return view.hypothesis.kind().ordinal() * RELATIONS + view.relations[i].ordinal();
  }

  private void base(View view, int i, int[] signals, double[] into) {
    int at = at(view, i);
    int n = view.signals(i, signals);
    for (int r = 0; r < R; r++) {
      into[r] = ofRelation[at * R + r];
    }
    for (int k = 0; k < n; k++) {
      int s = signals[k] * R;
      int both = (at * S + signals[k]) * R;
      for (int r = 0; r < R; r++) {
        into[r] += ofSignal[s + r] + ofBoth[both + r];
      }
    }
  }

  private static void toLogChances(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double s : scores) {
      max = Math.max(max, s);
    }
    double sum = 0;
    for (double s : scores) {
      sum += Math.exp(s - max);
    }
    double log = max + Math.log(sum);
    for (int i = 0; i < scores.length; i++) {
      scores[i] -= log;
    }
  }

  private static Decoded path(
      SectionSignals section,
      Hypothesis hypothesis,
      double[][] best,
      double[][] chance,
      int[][] from) {
    int n = section.size();
    Outline outline = Outline.empty(section.blocks);
    double[] chances = new double[n];
    int role = 0;
    for (int r = 1; n > 0 && r < R; r++) {
      role = best[n - 1][r] > best[n - 1][role] ? r : role;
    }
    for (int i = n - 1; i >= 0; i--) {
      outline.roles()[i] = ROLES[role];
      outline.leads()[i] =
          ROLES[role] == Role.CAPTION
              ? section.lead(i, hypothesis)
              : section.blocks.get(i).text().length();
      chances[i] = chance[i][role];
      role = from[i][role];
    }
    return new Decoded(outline, chances);
  }
}
