package dev.caveat.compare;

import dev.caveat.compare.Change.Kind;
import dev.caveat.model.Classification;
import dev.caveat.model.RiskFactor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds which risks of one filing became which of another. */
final class Aligner {
  /** Pairs with a lower score are not linked. A false link costs less than a false "added". */
  private static final double ALONE = 0.30;

  /**
   * Two companies describe the same things in different words; similar words are common to the
   * industry.
   */
  private static final double STRANGERS = 0.42;

  private static final double CAPTION = 0.4;
  private static final double BODY = 0.6;

  /** Captions this similar make a pair however much the body was rewritten, and vice versa. */
  private static final double EITHER = 0.85;

  private static final double SAME_CATEGORY = 0.04;

  /** A risk of which this share is contained in a risk on the other side is a piece of it. */
  private static final double PIECE = 0.30;

  /**
   * A lower share is enough if this much of the rest of the other risk, after its partner, is
   * there. Pieces share far more than this, and other risks a tenth of it.
   */
  private static final double SMALL_PIECE = 0.12;

  /** Fewer common stretches may be a copied sentence. */
  private static final int MIN_STRETCHES = 2;

  private final List<RiskText> old;
  private final List<RiskText> now;
  private final Map<String, Double> rarity;
  private final double alone;
  private final Set<String> oldGroups = new HashSet<>();

  /** For each old risk the new ones it became, and for each new one the old ones it came from. */
  private final List<List<Integer>> became = new ArrayList<>();

  private final List<List<Integer>> cameFrom = new ArrayList<>();

  private Aligner(List<RiskFactor> old, List<RiskFactor> now, double alone) {
    this.alone = alone;
    this.old = old.stream().map(RiskText::new).toList();
    this.now = now.stream().map(RiskText::new).toList();
    this.rarity = rarity();
    RiskText.dropCommonRuns(this.old, this.now);
    for (RiskFactor risk : old) {
      if (!risk.group().isEmpty()) {
        oldGroups.add(PlainText.of(risk.group().getFirst()));
      }
      became.add(new ArrayList<>());
    }
    now.forEach(r -> cameFrom.add(new ArrayList<>()));
  }

  /**
   * Aligns two lists of risks.
   *
   * @param sameCompany whether one company wrote both, as far as is known
   * @return the changes in the order of the new side, with each removed risk after the one that it
   *     followed
   */
  static List<Change> align(List<RiskFactor> old, List<RiskFactor> now, boolean sameCompany) {
    Aligner aligner = new Aligner(old, now, sameCompany ? ALONE : STRANGERS);
    aligner.linkEqual();
    aligner.linkAlike();
    aligner.linkPieces();
    return aligner.changes();
  }

  /** How rare each stem is among all risks of both sides. */
  private Map<String, Double> rarity() {
    Map<String, Integer> holders = new HashMap<>();
    List<RiskText> all = new ArrayList<>(old);
    all.addAll(now);
    for (RiskText text : all) {
      Set<String> stems = new HashSet<>(text.bodyStems.keySet());
      stems.addAll(text.captionStems.keySet());
      stems.forEach(s -> holders.merge(s, 1, Integer::sum));
    }
    Map<String, Double> rarity = new HashMap<>();
    holders.forEach((stem, n) -> rarity.put(stem, Math.log((all.size() + 1.0) / n)));
    return rarity;
  }

  private void link(int from, int to) {
    became.get(from).add(to);
    cameFrom.get(to).add(from);
  }

  /** Equal texts, in order if a text occurs several times. */
  private void linkEqual() {
    Map<String, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      places.computeIfAbsent(old.get(i).plain, t -> new ArrayDeque<>()).add(i);
    }
    for (int j = 0; j < now.size(); j++) {
      Deque<Integer> same = places.get(now.get(j).plain);
      if (same != null && !same.isEmpty()) {
        link(same.remove(), j);
      }
    }
  }

  /** Only pairs that score high enough can be linked, and few risks resemble many others. */
  private void linkAlike() {
    List<Integer> openOld = open(became);
    List<Integer> openNew = open(cameFrom);
    List<Vectors> before = openOld.stream().map(i -> vectors(old.get(i))).toList();
    List<Vectors> after = openNew.stream().map(j -> vectors(now.get(j))).toList();
    Postings captions = new Postings(after.stream().map(Vectors::caption).toList());
    Postings bodies = new Postings(after.stream().map(Vectors::body).toList());
    Assignment.Sparse pairs = new Assignment.Sparse(openOld.size(), openNew.size());
    for (int i = 0; i < before.size(); i++) {
      double[] caption = captions.cosines(before.get(i).caption);
      double[] body = bodies.cosines(before.get(i).body);
      for (int j = 0; j < after.size(); j++) {
        double score = score(before.get(i), after.get(j), caption[j], body[j]);
        if (score >= alone) {
          pairs.add(i, j, score);
        }
      }
    }
    int[] columns = pairs.best(alone);
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] >= 0) {
        link(openOld.get(i), openNew.get(columns[i]));
      }
    }
  }

  private static List<Integer> open(List<List<Integer>> links) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).isEmpty()) {
        open.add(i);
      }
    }
    return open;
  }

  private static double score(Vectors before, Vectors after, double caption, double body) {
    boolean bare = before.body.isEmpty() || after.body.isEmpty();
    double both = bare ? caption : CAPTION * caption + BODY * body;
    double score = Math.max(both, EITHER * Math.max(bare ? 0 : body, caption * caption));
    boolean sameCategory = before.category != null && before.category.equals(after.category);
    return score + (sameCategory ? SAME_CATEGORY : 0);
  }

  /** The features that a risk is scored by. */
  private record Vectors(Vector caption, Vector body, @Nullable String category) {}

  private Vectors vectors(RiskText text) {
    Classification told = text.risk.classification();
    return new Vectors(
        Vector.of(text.captionStems, rarity),
        Vector.of(text.bodyStems, rarity),
        told.isEmpty() ? null : told.category());
  }

  /** Stems with their weights: how often they occur, and how rare they are. */
  private record Vector(Map<String, Double> weights, double length) {
    static Vector of(Map<String, Integer> stems, Map<String, Double> rarity) {
      Map<String, Double> weights = new HashMap<>();
      double squares = 0;
      for (Map.Entry<String, Integer> stem : stems.entrySet()) {
        double weight = (1 + Math.log(stem.getValue())) * rarity.getOrDefault(stem.getKey(), 0.0);
        weights.put(stem.getKey(), weight);
        squares += weight * weight;
      }
      return new Vector(weights, Math.sqrt(squares));
    }

    boolean isEmpty() {
      return weights.isEmpty();
    }
  }

  /** An inverted index from stems to vectors, to compare one vector with all that share a stem. */
  private static final class Postings {
    private record Posting(int place, double weight) {}

    private final List<Vector> vectors;
    private final Map<String, List<Posting>> byStem = new HashMap<>();

    Postings(List<Vector> vectors) {
      this.vectors = vectors;
      for (int i = 0; i < vectors.size(); i++) {
        for (Map.Entry<String, Double> stem : vectors.get(i).weights.entrySet()) {
          byStem
              .computeIfAbsent(stem.getKey(), s -> new ArrayList<>())
              .add(new Posting(i, stem.getValue()));
        }
      }
    }

    double[] cosines(Vector one) {
      double[] cosines = new double[vectors.size()];
      for (Map.Entry<String, Double> stem : one.weights.entrySet()) {
        for (Posting p : byStem.getOrDefault(stem.getKey(), List.of())) {
          cosines[p.place] += stem.getValue() * p.weight;
        }
      }
      for (int i = 0; i < cosines.length; i++) {
        double lengths = one.length * vectors.get(i).length;
        cosines[i] = lengths == 0 ? 0 : cosines[i] / lengths;
      }
      return cosines;
    }
  }

  /** Risks that are left may be a piece of a risk that was split, or part of a merged one. */
  private void linkPieces() {
    Map<Long, Integer> inOld = RiskText.holders(old);
    Map<Long, Integer> inNew = RiskText.holders(now);
    for (int j : open(cameFrom)) {
      int source = holder(now.get(j), inOld, old, became, now);
      if (source >= 0 && aloneInPairs(became.get(source), cameFrom)) {
        link(source, j);
      }
    }
    for (int i : open(became)) {
      int target = holder(old.get(i), inNew, now, cameFrom, old);
      if (target >= 0 && aloneInPairs(cameFrom.get(target), became)) {
        link(i, target);
      }
    }
  }

  /** Whether the partners of a risk have no other partner, so that it may have more of them. */
  private static boolean aloneInPairs(List<Integer> partners, List<List<Integer>> partnersOf) {
    return partners.stream().allMatch(p -> partnersOf.get(p).size() == 1);
  }

  /**
   * The risk of the other side that a risk without partner is a piece of, or -1.
   *
   * @param holders which of {@code others} holds a run of words
   * @param partners for each of {@code others} its partners, places in {@code side}
   * @param side the side of the piece
   */
  private static int holder(
      RiskText piece,
      Map<Long, Integer> holders,
      List<RiskText> others,
      List<List<Integer>> partners,
      List<RiskText> side) {
    int best = -1;
    double most = 0;
    for (int i : piece.foundIn(holders)) {
      double share = piece.shareFoundIn(others.get(i));
      if (share > most
          && (share >= PIECE || isSmallPiece(piece, share, others.get(i), partners.get(i), side))) {
        most = share;
        best = i;
      }
    }
    return best;
  }

  private static boolean isSmallPiece(
      RiskText piece, double share, RiskText other, List<Integer> partners, List<RiskText> side) {
    return share >= SMALL_PIECE
        && piece.stretchesFoundIn(other) >= MIN_STRETCHES
        && partners.stream().anyMatch(p -> other.shareOfRest(side.get(p), piece) >= SMALL_PIECE);
  }

  private List<Change> changes() {
    Set<Integer> inOrder = inOrder();
    Map<Integer, List<Change>> byPlace = new TreeMap<>();
    List<Change> added = new ArrayList<>();
    Set<List<Integer>> done = new HashSet<>();
    for (int j = 0; j < now.size(); j++) {
      List<Integer> sources = cameFrom.get(j);
      if (sources.isEmpty()) {
        added.add(new Change(Kind.ADDED, List.of(), ordinals(now, List.of(j)), 0, false));
        place(byPlace, j, added.removeLast());
      } else if (done.add(sources)) {
        List<Integer> targets = became.get(sources.getFirst());
        place(byPlace, j, change(sources, targets, inOrder));
      }
    }
    int place = -1;
    for (int i = 0; i < old.size(); i++) {
      if (became.get(i).isEmpty()) {
        place(
            byPlace,
            place,
            new Change(Kind.REMOVED, ordinals(old, List.of(i)), List.of(), 0, false));
      } else {
        place = Collections.min(became.get(i));
      }
    }
    return byPlace.values().stream().flatMap(List::stream).toList();
  }

  private static void place(Map<Integer, List<Change>> byPlace, int place, Change change) {
    byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(change);
  }

  private static List<Integer> ordinals(List<RiskText> texts, List<Integer> places) {
    return places.stream().map(p -> texts.get(p).risk.ordinal()).sorted().toList();
  }

  private Change change(List<Integer> sources, List<Integer> targets, Set<Integer> inOrder) {
    RiskText before = old.get(sources.getFirst());
    RiskText after = now.get(targets.getFirst());
    Kind kind;
    if (targets.size() > 1) {
      kind = Kind.SPLIT;
    } else if (sources.size() > 1) {
      kind = Kind.MERGED;
    } else if (before.plain.equals(after.plain)) {
      kind = Kind.UNCHANGED;
    } else {
      kind = Wording.addsNothing(before, after) ? Kind.COSMETIC : Kind.MODIFIED;
    }
    boolean moved =
        sources.stream().noneMatch(inOrder::contains) || regrouped(before.risk, after.risk);
    double similarity = Measures.minEdit(words(old, sources), words(now, targets));
    return new Change(kind, ordinals(old, sources), ordinals(now, targets), similarity, moved);
  }

  private static List<String> words(List<RiskText> texts, List<Integer> places) {
    List<String> words = new ArrayList<>();
    places.stream().sorted().forEach(p -> words.addAll(texts.get(p).words));
    return words;
  }

  /** Whether a risk is under another group; a group that was only renamed is the same. */
  private boolean regrouped(RiskFactor before, RiskFactor after) {
    if (before.group().isEmpty() || after.group().isEmpty()) {
      return false;
    }
    String group = PlainText.of(after.group().getFirst());
    return !PlainText.of(before.group().getFirst()).equals(group) && oldGroups.contains(group);
  }

  /**
   * The old risks that kept their order: the longest sequence of links that increases on both
   * sides. For a split risk, one piece is enough.
   */
  private Set<Integer> inOrder() {
    List<int[]> links = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      for (int j : became.get(i).stream().sorted().toList()) {
        links.add(new int[] {i, j});
      }
    }
    int[] length = new int[links.size()];
    int[] before = new int[links.size()];
    Arrays.fill(before, -1);
    int last = -1;
    for (int k = 0; k < links.size(); k++) {
      length[k] = 1;
      for (int m = 0; m < k; m++) {
        if (links.get(m)[1] <= links.get(k)[1] && length[m] + 1 > length[k]) {
          length[k] = length[m] + 1;
          before[k] = m;
        }
      }
      last = last < 0 || length[k] > length[last] ? k : last;
    }
    Set<Integer> inOrder = new HashSet<>();
    for (int k = last; k >= 0; k = before[k]) {
      inOrder.add(links.get(k)[0]);
    }
    return inOrder;
  }
}
