package dev.caveat.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask for what. A page of another web site can make a browser send requests here: the name
 * it asks for tells rebinding (the site's own name made to point to this machine), and the headers
 * that browsers add tell the rest. Safe for use by several threads.
 */
final class Access {
  static final String COOKIE = "caveat-token";

  private static final int COOKIE_SECONDS = 30 * 24 * 3600;
  private static final String BEARER = "Bearer ";
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  /** Numbers, which no name server can point elsewhere. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  private final ServerSettings settings;
  private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

  Access(ServerSettings settings) {
    this.settings = settings;
    names.add(settings.host().toLowerCase(Locale.ROOT));
    names.addAll(settings.hostNames());
  }

  /** Refuses a request that must not be answered, before anything of it is read. */
  void check(Context ctx) {
    if (!isOwnName(ctx.header("Host"))) {
      throw new Refused(
          Problem.of(
              421,
              "wrong-host",
              "Unknown host name",
              "this server does not answer to that name; --host-name adds one"));
    }
    if (isFromElsewhere(ctx)) {
      throw new Refused(
          Problem.of(
              403,
              "cross-site",
              "Request of another site",
              "pages of other sites may not do this here"));
    }
  }

  /** Refuses what the route needs and the server or client does not have. */
  void checkRoute(Context ctx) {
    if (settings.readOnly() && ctx.routeRoles().contains(Permission.WRITE)) {
      throw new Refused(
          Problem.of(403, "read-only", "Read-only", "this server does not allow changes"));
    }
    if (!ctx.routeRoles().contains(Permission.ANYONE) && !isAllowed(ctx)) {
      ctx.header("WWW-Authenticate", "Bearer realm=\"Caveat\"");
      throw new Refused(
          Problem.of(
              401,
              "token-needed",
              "Sign in",
              "this server needs its token: Authorization: Bearer TOKEN"));
    }
  }

  /** Whether a request changes nothing, and has no body. */
  static boolean isSafe(Context ctx) {
    return SAFE_METHODS.contains(ctx.req().getMethod());
  }

  private boolean isOwnName(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
    return names.contains(name) || !settings.isLoopback() && ADDRESS.matcher(name).matches();
  }

  /** Another site's page may link here; one of those allowed may use the API. */
  private boolean isFromElsewhere(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin != null && settings.origins().contains(origin) && Cors.isApi(ctx)) {
      return false;
    }
    boolean safe = isSafe(ctx);
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null) {
      boolean link = safe && "navigate".equals(ctx.header("Sec-Fetch-Mode"));
      return !site.equals("same-origin") && !site.equals("none") && !link;
    }
    return !safe && origin != null && !isOwnOrigin(origin, ctx.header("Host"));
  }

  private static boolean isOwnOrigin(String origin, @Nullable String host) {
    return host != null && origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
  }

  /** Whether the client has the token. */
  private boolean isAllowed(Context ctx) {
    String token = settings.token();
    if (token == null) {
      return true;
    }
    String header = ctx.header("Authorization");
    String shown =
        header != null && header.startsWith(BEARER)
            ? header.substring(BEARER.length())
            : ctx.cookie(COOKIE);
    return isToken(shown);
  }

  /** Compares in a time that does not tell how much is right. */
  private boolean isToken(@Nullable String shown) {
    String token = settings.token();
    return shown != null
        && token != null
        && MessageDigest.isEqual(
            shown.strip().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  /** Keeps a token that is right in a cookie, which only this site's own requests carry. */
  boolean signIn(Context ctx, @Nullable String shown) {
    if (!isToken(shown)) {
      return false;
    }
    Cookie cookie = new Cookie(COOKIE, String.valueOf(settings.token()));
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    cookie.setMaxAge(COOKIE_SECONDS);
    cookie.setPath("/");
    cookie.setSecure(ctx.scheme().equals("https"));
    ctx.cookie(cookie);
    return true;
  }

  /** A request that is not answered. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
      super(problem.detail(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
