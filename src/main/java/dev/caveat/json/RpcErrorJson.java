package dev.caveat.json;

import org.jspecify.annotations.Nullable;

/**
 * An error as JSON-RPC 2.0 writes it.
 *
 * @param jsonrpc always 2.0
 * @param id of the request, a text or a whole number; null if there was none to be read
 */
public record RpcErrorJson(String jsonrpc, @Nullable Object id, Error error) {
  /** What was wrong. */
  public record Error(int code, String message) {}

  /** An error. */
  public static RpcErrorJson of(@Nullable Object id, int code, String message) {
    return new RpcErrorJson("2.0", id, new Error(code, message));
  }
}
