package dev.caveat.api;

import dev.caveat.annotate.Annotator;
import dev.caveat.api.Endpoint.Body;
import dev.caveat.api.Endpoint.Method;
import dev.caveat.classify.CategoryModel;
import dev.caveat.http.Gate;
import dev.caveat.http.ServerSettings;
import dev.caveat.json.AnnotatedTextsJson;
import dev.caveat.json.AnnotationJson;
import dev.caveat.json.ClassificationJson;
import dev.caveat.json.ClassifiedTextsJson;
import dev.caveat.json.FilingJson;
import dev.caveat.json.GivenText;
import dev.caveat.json.TextJson;
import dev.caveat.library.FileReading;
import dev.caveat.library.RequestParameters.Parameter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** What is found in texts and files that clients send; nothing of them is kept. */
final class TextEndpoints {
  private static final int MOST_TEXTS = 1000;
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final Parameter NAME =
      Parameter.text("name", "Name of the file, which may show what it is. A form has it already.");

  private final ServerSettings settings;
  private final Gate gate;

  TextEndpoints(ServerSettings settings, Gate gate) {
    this.settings = settings;
    this.gate = gate;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.of(
                Method.POST,
                "/annotate",
                AnnotatedTextsJson.class,
                "Marks sentences, regulators, dates, amounts, percentages and laws in texts.",
                this::annotate)
            .with(new Body.Json(GivenText.class, true)),
        Endpoint.of(
                Method.POST,
                "/classify",
                ClassifiedTextsJson.class,
                "Predicts the categories of risks.",
                this::classify)
            .with(new Body.Json(GivenText.class, true)),
        Endpoint.of(
                Method.POST,
                "/extract",
                FilingJson.class,
                "Reads a filing that is sent, without keeping it: a submission, HTML, text, or an"
                    + " archive with one filing.",
                this::extract)
            .with(List.of(NAME))
            .with(new Body.File()));
  }

  private AnnotatedTextsJson annotate(Call call) throws IOException {
    List<GivenText> texts = texts(call);
    return gate.pass(
        () ->
            new AnnotatedTextsJson(
                texts.stream()
                    .map(
                        t ->
                            new TextJson<>(
                                t.id(), AnnotationJson.of(Annotator.bundled().annotate(t.text()))))
                    .toList()));
  }

  private ClassifiedTextsJson classify(Call call) throws IOException {
    List<GivenText> texts = texts(call);
    return gate.pass(
        () -> new ClassifiedTextsJson(texts.stream().map(TextEndpoints::classified).toList()));
  }

  private static TextJson<ClassificationJson> classified(GivenText text) {
    return new TextJson<>(
        text.id(),
        ClassificationJson.of(
            CategoryModel.bundled()
                .classifyText(Objects.requireNonNullElse(text.heading(), ""), text.text())));
  }

  private static List<GivenText> texts(Call call) throws IOException {
    List<GivenText> texts = call.bodies(GivenText.class);
    long characters =
        texts.stream()
            .mapToLong(t -> t.text().length() + (t.heading() == null ? 0 : t.heading().length()))
            .sum();
    if (texts.size() > MOST_TEXTS || characters > MOST_CHARACTERS) {
      throw Refusals.tooLarge(
          "send at most "
              + MOST_TEXTS
              + " texts of "
              + MOST_CHARACTERS
              + " characters together, not "
              + texts.size()
              + " of "
              + characters);
    }
    return texts;
  }

  private FilingJson extract(Call call) throws IOException {
    String name = call.parameters().text(NAME.name());
    return gate.pass(
        () -> {
          try (Upload upload = Upload.of(call.context(), name, settings.maxUpload())) {
            return FilingJson.of(
                FileReading.one(upload.file(), upload.name(), CategoryModel.bundled()), true, null);
          }
        });
  }
}
