package dev.caveat.web;

import dev.caveat.search.SearchResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code web/search.jte} prints.
 *
 * @param address of this page
 * @param error why the search failed; null if it did not
 * @param result null if it failed
 * @param chips what narrows the search besides facets
 * @param previous the page before; null if this is the first
 * @param next the page after; null if this is the last
 */
public record SearchView(
    Frame frame,
    Address address,
    @Nullable String error,
    @Nullable SearchResult result,
    List<HitView> hits,
    List<Facet> facets,
    List<Chip> chips,
    @Nullable Link previous,
    @Nullable Link next) {
  /** A link with its text. */
  public record Link(String text, Address address) {}

  /** A condition, and the address without it. */
  public record Chip(String text, Address without) {}

  static SearchView failed(Frame frame, Address address, String error) {
    return new SearchView(frame, address, error, null, List.of(), List.of(), List.of(), null, null);
  }

  /** Whether anything is asked for. */
  public boolean isAsked() {
    return !address.parameters().isEmpty();
  }

  /** Whether there are hits, and none on this page. */
  public boolean isPastEnd() {
    return hits.isEmpty() && result != null && result.total() > 0;
  }

  /** What may help where nothing was found. */
  public List<String> tips() {
    List<String> tips = new ArrayList<>();
    String query = address.value("q");
    if (query.contains("\"")) {
      tips.add("Remove the quotes, to find other forms of the words too.");
    }
    if (query.contains("AND") || query.contains("+")) {
      tips.add("Require fewer words.");
    }
    if (address.parameters().size() > 1) {
      tips.add("Take back a filter.");
    }
    tips.add("Try a prefix, such as cyber*, or a fuzzy match, such as taiwn~.");
    return tips;
  }

  /** The toggles above the hits. */
  public List<Toggle> toggles() {
    return List.of(
        toggle("Newest filing of each company", "latest", "true"),
        toggle("Near-identical risks once", "collapse", "true"),
        toggle("Newest first", "sort", "date"),
        toggle("Doubtful filings", "doubtful", "true"));
  }

  private Toggle toggle(String text, String name, String value) {
    return new Toggle(text, address.has(name, value), address.firstPage().toggled(name, value));
  }

  /** Something that is on or off. */
  public record Toggle(String text, boolean on, Address link) {}
}
