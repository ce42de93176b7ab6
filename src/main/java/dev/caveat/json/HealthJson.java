package dev.caveat.json;

/**
 * Whether the server answers.
 *
 * @param status {@code ok}
 */
public record HealthJson(String status) {
  /** It does. */
  public static final HealthJson OK = new HealthJson("ok");
}
