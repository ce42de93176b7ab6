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
  static final String PROBLEM = "application/problem+json";
  private static final int TAG_DIGITS = 32;

  private Answers() {}

  /** Answers with one value as JSON, or that the client has the same already. */
  public static void json(Context ctx, Object value) {
    byte[] content = bytes(value);
    String tag = weak(content);
    if (!isUnchanged(ctx, tag)) {
      json(ctx, content, tag);
    }
  }

  /**
   * Answers with a value that was made from a known state, as JSON.
   *
   * @param tag of the state and the request, from {@link #tag}
   */
  public static void json(Context ctx, Object value, String tag) {
    json(ctx, bytes(value), tag);
  }

  private static void json(Context ctx, byte[] content, String tag) {
    addTag(ctx, tag);
    ctx.contentType(JSON);
    ctx.result(content);
  }

  /**
   * A tag for what a request is answered with in some state; answers may still differ in how long
   * they took.
   *
   * @param state names everything that the answer depends on besides the request
   */
  public static String tag(Context ctx, String state) {
    String all = state + '\n' + ctx.path() + '?' + ctx.queryString();
    return weak(all.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers that nothing has changed if the client has what the tag stands for. */
  public static boolean isUnchanged(Context ctx, String tag) {
    String known = ctx.header("If-None-Match");
    if (known == null || !known.contains(tag.substring(tag.indexOf('"')))) {
      return false;
    }
    addTag(ctx, tag);
    ctx.status(304);
    return true;
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

  private static void addTag(Context ctx, String tag) {
    ctx.header("ETag", tag);
    ctx.header("Cache-Control", "no-cache");
  }

  /** Weak, because the same content may be sent compressed or not. */
  private static String weak(byte[] content) {
    return "W/\"" + Sha256.hex(content).substring(0, TAG_DIGITS) + '"';
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
