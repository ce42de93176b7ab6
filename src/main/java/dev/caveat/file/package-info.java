/** Files that are written whole or not at all. Knows the JDK alone. */
@NullMarked
package dev.caveat.file;

import org.jspecify.annotations.NullMarked;
