/** Files that are written whole or not at all, and digests. Depends only on the JDK. */
@NullMarked
package dev.caveat.file;

import org.jspecify.annotations.NullMarked;
