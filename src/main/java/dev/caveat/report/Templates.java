package dev.caveat.report;

import dev.caveat.model.VisibleText;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;

/**
 * The templates in {@code src/main/jte}, which the build makes classes of. They escape what they
 * print for the place where it stands. Safe for use by several threads.
 */
public final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "dev.caveat");

  private Templates() {}

  /**
   * Renders a template.
   *
   * @param name its path, such as {@code report/report.jte}
   * @param view its one parameter
   * @throws gg.jte.TemplateException where there is no such template, or it fails
   */
  public static String render(String name, Object view) {
    StringOutput out = new StringOutput();
    ENGINE.render(name, view, new VisibleOutput(out));
    return out.toString();
  }

  /** Shows controls in the texts of others, which browsers would obey. */
  private static final class VisibleOutput extends OwaspHtmlTemplateOutput {
    VisibleOutput(TemplateOutput out) {
      super(out);
    }

    @Override
    public void writeUserContent(@Nullable String text) {
      super.writeUserContent(text == null ? null : VisibleText.lines(text));
    }
  }
}
