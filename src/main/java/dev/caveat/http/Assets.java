package dev.caveat.http;

import dev.caveat.file.Sha256;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Styles and scripts of the jar, each at an address that contains its hash and can be kept for
 * ever. Safe for use by several threads once it is built.
 */
public final class Assets implements Routes {
  private static final int HASH_DIGITS = 12;

  private final Map<String, Asset> byName = new LinkedHashMap<>();

  private record Asset(String path, String type, byte[] content) {}

  /**
   * Adds a file made of resources, one after the other.
   *
   * @param name such as {@code site.css}; its ending says what it is
   * @param beside the class whose class path the resources are on
   * @param resources their paths; relative ones stand beside the class
   */
  public Assets with(String name, Class<?> beside, String... resources) {
    return add(name, content(beside, resources));
  }

  /**
   * Adds a style sheet that holds for a part of a page only.
   *
   * @param part a selector for that part
   * @param resource its path, as above
   */
  public Assets withStyleOf(String part, String name, Class<?> beside, String resource) {
    return add(name, "@scope (" + part + ") {\n" + content(beside, resource) + "}\n");
  }

  private Assets add(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String path = "/assets/" + Sha256.hex(bytes).substring(0, HASH_DIGITS) + "/" + name;
    byName.put(name, new Asset(path, type(name), bytes));
    return this;
  }

  private static String content(Class<?> beside, String... resources) {
    StringBuilder content = new StringBuilder();
    for (String resource : resources) {
      try (InputStream in = beside.getResourceAsStream(resource)) {
        byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
        content.append(new String(bytes, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return content.toString();
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no type for " + name);
    };
  }

  /** The address of a file. */
  public String path(String name) {
    return Objects.requireNonNull(byName.get(name), name).path;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (Asset asset : byName.values()) {
      routes.get(
          asset.path,
          ctx -> {
            ctx.header("Cache-Control", "public, max-age=31536000, immutable");
            ctx.contentType(asset.type);
            ctx.result(asset.content);
          },
          Permission.ANYONE);
    }
  }
}
