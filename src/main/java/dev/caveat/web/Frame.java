package dev.caveat.web;

import dev.caveat.http.Assets;
import java.util.List;

/**
 * What stands around the content of a page: the parameter of {@code web/layout.jte}.
 *
 * @param title plain text
 * @param tab the part of the site that the page belongs to; empty for none
 * @param query what the search box holds
 * @param index the folder of the index
 * @param readOnly whether nothing can be changed
 */
public record Frame(
    String title, String tab, String query, String index, boolean readOnly, Assets assets) {
  /**
   * A part of the site.
   *
   * @param id the tab that its pages name
   */
  public record Tab(String id, String title, String path) {}

  /** The parts of the site, as in the navigation. */
  public List<Tab> tabs() {
    return List.of(
        new Tab("search", "Search", "/search"),
        new Tab("filings", "Filings", "/filings"),
        new Tab("compare", "Compare", "/compare"),
        new Tab("report", "Report", "/report"),
        new Tab("corrections", "Corrections", "/corrections"),
        new Tab("add", "Add filings", "/add"));
  }
}
