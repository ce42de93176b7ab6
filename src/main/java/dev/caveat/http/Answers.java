package dev.caveat.http;

import dev.caveat.file.Sha256;
import dev.caveat.json.Json;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes answers. */
public final class Answers {
  static final String JSON = "application/json";
  private static final int TAG_DIGITS = 32;

  private Answers() {}

  /** Answers with one value as JSON. */
  public static void json(Context ctx, Object value) {
    tagged(ctx, JSON, bytes(value));
  }

  /** Answers with a page. */
  public static void html(Context ctx, String page) {
    ctx.contentType("text/html; charset=utf-8");
    ctx.result(page.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with a file to be saved. */
  public static void download(Context ctx, String type, String name, byte[] content) {
    ctx.header("Content-Disposition", "attachment; filename=\"" + fileName(name) + "\"");
    ctx.contentType(type);
    ctx.result(content);
  }

  /** What of a name is safe in a header and on every file system. */
  public static String fileName(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    return safe.isEmpty() ? "caveat" : safe;
  }

  /** Answers that nothing has changed where the client has the same content. */
  private static void tagged(Context ctx, String type, byte[] content) {
    String tag = '"' + Sha256.hex(content).substring(0, TAG_DIGITS) + '"';
    ctx.header("ETag", tag);
    ctx.header("Cache-Control", "no-cache");
    String known = ctx.header("If-None-Match");
    if (known != null && known.contains(tag)) {
      ctx.status(304);
      return;
    }
    ctx.contentType(type);
    ctx.result(content);
  }

  static byte[] bytes(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Json.write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: it goes to memory
    }
    return out.toByteArray();
  }
}
