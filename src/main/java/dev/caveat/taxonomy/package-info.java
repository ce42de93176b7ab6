/** The categories that risks are tagged with: data in families, with a version. */
@NullMarked
package dev.caveat.taxonomy;

import org.jspecify.annotations.NullMarked;
