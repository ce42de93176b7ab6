/** Files that are written whole or not at all, and digests of them. Knows the JDK alone. */
@NullMarked
package dev.caveat.file;

import org.jspecify.annotations.NullMarked;
