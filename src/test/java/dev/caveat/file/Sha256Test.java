package dev.caveat.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

final class Sha256Test {
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void givesTheDigestsOfTheStandardsExamples() {
    assertThat(Sha256.hex(bytes("abc"))).isEqualTo(OF_ABC);
    assertThat(Sha256.hex(new byte[0]))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void beginsAnewOnceItHasBeenRead() {
    MessageDigest digest = Sha256.digest();
    digest.update(bytes("other"));
    Sha256.hex(digest);
    digest.update(bytes("a"));
    digest.update(bytes("bc"));
    assertThat(Sha256.hex(digest)).isEqualTo(OF_ABC);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
