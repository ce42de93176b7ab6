package dev.caveat.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompanyKeysTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Brennick Jetmark, Inc.            | brennick jetmark
          BRENNICK JETMARK INC /DE/         | brennick jetmark
          Brennick Jetmark Inc\\NY           | brennick jetmark
          Kestwick & Sons Co., Ltd.         | kestwick and sons
          Oakmoor's Mills, L.L.C.           | oakmoors mills
          Ostrellan Holdings Corp           | ostrellan holdings
          Inc                               | inc
          """)
  void namesAreComparedWithoutCaseStateAndLegalForm(String name, String plain) {
    assertThat(CompanyKeys.plain(name)).isEqualTo(plain);
  }

  @Test
  void aNameOfSignsAloneStandsAsItIs() {
    assertThat(CompanyKeys.plain(" *** ")).isEqualTo("***");
  }

  @Test
  void aFilingWithoutAKeyIsOfTheCompanyWhoseNameItStates() {
    CompanyKeys keys = new CompanyKeys();
    keys.add("7001", "Brennick Jetmark, Inc.");
    keys.add(null, "Kestwick Mills");
    assertThat(keys.key(null, "BRENNICK JETMARK INC")).isEqualTo("7001");
    assertThat(keys.key("7002", "Brennick Jetmark, Inc.")).isEqualTo("7002");
    assertThat(keys.key(null, "Kestwick Mills Corp")).isEqualTo("kestwick mills");
    assertThat(keys.key(null, null)).isNull();
  }

  @Test
  void aNameThatSeveralKeysGoByStandsForItself() {
    CompanyKeys keys = new CompanyKeys();
    keys.add("7001", "Brennick");
    keys.add("7002", "Brennick Inc");
    keys.add("7001", "Brennick");
    assertThat(keys.key(null, "Brennick Corp")).isEqualTo("brennick");
  }
}
