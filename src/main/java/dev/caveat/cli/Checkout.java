package dev.caveat.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The folder that the program was built in. */
final class Checkout {
  private Checkout() {}

  /** The folder above {@code target}, where the jar or the classes stand. */
  static Path home() {
    try {
      Path code =
          Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Objects.requireNonNull(Objects.requireNonNull(code.getParent()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bundled filings of fictional companies; null if they are not there. */
  static @Nullable Path filings() {
    Path filings = home().resolve("corpora").resolve("filings");
    return Files.isDirectory(filings) ? filings : null;
  }
}
