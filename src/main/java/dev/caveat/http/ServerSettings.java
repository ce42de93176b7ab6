package dev.caveat.http;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the server listens and whom it answers.
 *
 * @param host the address to listen on
 * @param port from 0 to 65,535; 0 for any free one
 * @param token what a client must present, at least {@value #MIN_TOKEN} characters; null for none,
 *     which only a loopback address allows
 * @param hostNames further names under which clients may ask for this server, in lowercase
 * @param origins web sites whose scripts may read the API, such as {@code https://example.com}
 * @param readOnly whether everything that changes the index is refused
 * @param maxUpload bytes of one upload, all of its files together
 * @param accessLog receives a line per request; null for none
 * @param logQueries whether the lines contain what was searched for
 */
public record ServerSettings(
    String host,
    int port,
    @Nullable String token,
    Set<String> hostNames,
    Set<String> origins,
    boolean readOnly,
    long maxUpload,
    @Nullable PrintStream accessLog,
    boolean logQueries) {
  /** The shortest token: 16 random characters cannot be guessed over a network. */
  public static final int MIN_TOKEN = 16;

  /** A client that sends or takes nothing for so long is dropped. */
  static final Duration IDLE = Duration.ofSeconds(30);

  /** Running requests get this long when the server stops. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private static final int MAX_PORT = 65_535;
  private static final int DEFAULT_PORT = 8080;
  private static final long DEFAULT_UPLOAD = 512L << 20;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  /** Checks that the server is not open to the network without a token. */
  public ServerSettings {
    hostNames = Set.copyOf(hostNames);
    origins = Set.copyOf(origins);
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port must be from 0 to " + MAX_PORT + ": " + port);
    }
    if (token != null && token.length() < MIN_TOKEN) {
      throw new IllegalArgumentException(
          "the token must have at least " + MIN_TOKEN + " characters");
    }
    if (token == null && !LOOPBACK.contains(host)) {
      throw new IllegalArgumentException(
          "a server that others on the network can reach needs a token: " + host);
    }
  }

  /** Whether only programs of this machine can connect. */
  public boolean isLoopback() {
    return LOOPBACK.contains(host);
  }

  /** Port 8080 of this machine alone, everything allowed, nothing logged. */
  public static ServerSettings defaults() {
    return builder().build();
  }

  /** Settings to be made, so far the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects settings. Not for use by several threads. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port = DEFAULT_PORT;
    private @Nullable String token;
    private Set<String> hostNames = Set.of();
    private Set<String> origins = Set.of();
    private boolean readOnly;
    private long maxUpload = DEFAULT_UPLOAD;
    private @Nullable PrintStream accessLog;
    private boolean logQueries;

    private Builder() {}

    /** The address to listen on. */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /** The port; 0 for any free one. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /** What clients must present; null for nothing. */
    public Builder token(@Nullable String token) {
      this.token = token;
      return this;
    }

    /** Further names of this server, in lowercase. */
    public Builder hostNames(Set<String> hostNames) {
      this.hostNames = hostNames;
      return this;
    }

    /** Web sites whose scripts may read the API. */
    public Builder origins(Set<String> origins) {
      this.origins = origins;
      return this;
    }

    /** Whether changes are refused. */
    public Builder readOnly(boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    /** Bytes of one upload. */
    public Builder maxUpload(long maxUpload) {
      this.maxUpload = maxUpload;
      return this;
    }

    /** Where a line per request goes; null for nowhere. */
    public Builder accessLog(@Nullable PrintStream accessLog) {
      this.accessLog = accessLog;
      return this;
    }

    /** Whether the lines contain what was searched for. */
    public Builder logQueries(boolean logQueries) {
      this.logQueries = logQueries;
      return this;
    }

    /** The settings. */
    public ServerSettings build() {
      return new ServerSettings(
          host, port, token, hostNames, origins, readOnly, maxUpload, accessLog, logQueries);
    }
  }
}
