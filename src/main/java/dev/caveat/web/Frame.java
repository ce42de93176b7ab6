package dev.caveat.web;

import dev.caveat.http.Assets;

/**
 * What stands around the content of a page: the parameter of {@code web/layout.jte}.
 *
 * @param title plain text
 * @param tab the part of the site that the page belongs to; empty for none
 * @param index the folder of the index
 * @param readOnly whether nothing can be changed
 */
public record Frame(String title, String tab, String index, boolean readOnly, Assets assets) {}
