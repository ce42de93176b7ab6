package dev.caveat.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void showsWhatATerminalWouldObey() {
    assertThat(VisibleText.lines("a\u001b[31mred\u0007\u007f \u009b32m"))
        .isEqualTo("a␛[31mred␇␡ ⟨U+009B⟩32m");
  }

  @Test
  void showsWhatWouldTurnTheOrderOfTheText() {
    assertThat(VisibleText.lines("x\u202egnp.exe\u2066\u200f"))
        .isEqualTo("x⟨U+202E⟩gnp.exe⟨U+2066⟩⟨U+200F⟩");
  }

  @Test
  void keepsLinesOnlyWhereThereMayBeSome() {
    assertThat(VisibleText.lines("a\n\tb\r\nc\rd")).isEqualTo("a\n\tb\r\nc␍d");
    assertThat(VisibleText.line("a\n\tb\u2028c")).isEqualTo("a␊␉b⟨U+2028⟩c");
  }

  @Test
  void leavesAllOtherTextAlone() {
    String text = "Größe, 中国, مخاطر, 👩‍👩‍👧 “quoted” – $1.6 million";
    assertThat(VisibleText.line(text)).isSameAs(text);
  }
}
