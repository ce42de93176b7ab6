package dev.caveat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caveat.report.Report.Fact;
import gg.jte.TemplateException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TemplatesTest {
  private static final String HOSTILE = "\"><script>alert('1')</script>&amp;";

  @Test
  void whatTheyPrintIsText() {
    assertThat(Templates.render("report/cards.jte", List.of(new Fact(HOSTILE, "<b>"))))
        .contains("<b>&lt;b&gt;</b>", "&lt;script&gt;", "&amp;amp;")
        .doesNotContain("<script");
  }

  @Test
  void whatTheyPrintLeavesNoAttribute() {
    DataTable table = new DataTable("t", HOSTILE, List.of(), List.of());
    assertThat(Templates.render("report/table.jte", TableView.of(table, Links.NONE)))
        .contains("aria-label=\"&#34;>&lt;script>")
        .doesNotContain("aria-label=\"\">");
  }

  @Test
  void controlsAreShownInPlaceOfBeingObeyed() {
    assertThat(Templates.render("report/notes.jte", List.of("a\u0001b\u202ec\nd")))
        .isEqualTo("<p class=\"note\">a␁b⟨U+202E⟩c\nd</p>\n");
  }

  @Test
  void numbersStayAsTheyAreForSorting() {
    DataTable table =
        new DataTable(
            "t", "T", List.of(DataTable.Column.share("s", "S")), List.of(List.of(0.12345)));
    assertThat(Templates.render("report/table.jte", TableView.of(table, Links.NONE)))
        .contains("<td class=\"n\" data-value=\"0.12345\">12.3%</td>");
  }

  @Test
  void longTablesAreCutAndSaySo() {
    DataTable table =
        DataTable.computed(
            "t", "T", List.of(DataTable.Column.count("n", "N")), 201, i -> List.of(i));
    assertThat(Templates.render("report/table.jte", TableView.of(table, Links.NONE)))
        .contains("The first 200 of 201 rows", ">199</td>")
        .doesNotContain(">200</td>");
  }

  @Test
  void oneThatIsMissingIsNamed() {
    assertThatThrownBy(() -> Templates.render("report/none.jte", ""))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("report/none.jte");
  }
}
