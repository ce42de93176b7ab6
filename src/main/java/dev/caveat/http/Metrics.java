package dev.caveat.http;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests, and writes the counts in the text format of Prometheus. Routes are counted as
 * they are declared, so that their number is bounded. Safe for use by several threads.
 */
final class Metrics {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** Upper bounds in seconds. */
  private static final double[] BOUNDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30};

  private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final Map<String, Durations> durations = new ConcurrentSkipListMap<>();
  private final AtomicInteger running = new AtomicInteger();

  private static final class Durations {
    private final LongAdder[] upTo = new LongAdder[BOUNDS.length + 1];
    private final LongAdder micros = new LongAdder();

    Durations() {
      for (int i = 0; i < upTo.length; i++) {
        upTo[i] = new LongAdder();
      }
    }

    void add(double seconds) {
      int i = 0;
      while (i < BOUNDS.length && seconds > BOUNDS[i]) {
        i++;
      }
      upTo[i].increment();
      micros.add(Math.round(seconds * 1e6));
    }
  }

  void begin() {
    running.incrementAndGet();
  }

  /** Counts a request that has ended. */
  void end(String method, String route, int status, double seconds) {
    running.decrementAndGet();
    String labels = "method=\"" + method + "\",route=\"" + route + "\"";
    requests
        .computeIfAbsent(labels + ",status=\"" + status + "\"", r -> new LongAdder())
        .increment();
    durations.computeIfAbsent(labels, r -> new Durations()).add(seconds);
  }

  String text() {
    StringBuilder out = new StringBuilder();
    head(out, "caveat_http_requests_total", "counter", "Requests answered.");
    requests.forEach(
        (labels, n) -> line(out, "caveat_http_requests_total", labels, Long.toString(n.sum())));
    head(out, "caveat_http_request_seconds", "histogram", "Time to answer a request.");
    durations.forEach((labels, d) -> histogram(out, labels, d));
    head(out, "caveat_http_requests_running", "gauge", "Requests being answered.");
    line(out, "caveat_http_requests_running", "", Integer.toString(running.get()));
    Runtime memory = Runtime.getRuntime();
    head(out, "caveat_memory_used_bytes", "gauge", "Memory of the Java heap in use.");
    line(
        out,
        "caveat_memory_used_bytes",
        "",
        Long.toString(memory.totalMemory() - memory.freeMemory()));
    head(out, "caveat_memory_max_bytes", "gauge", "Memory that the Java heap may take.");
    line(out, "caveat_memory_max_bytes", "", Long.toString(memory.maxMemory()));
    head(out, "caveat_uptime_seconds", "gauge", "Time since the start.");
    double up = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    line(out, "caveat_uptime_seconds", "", String.format(Locale.ROOT, "%.1f", up));
    return out.toString();
  }

  private static void histogram(StringBuilder out, String labels, Durations d) {
    long count = 0;
    for (int i = 0; i <= BOUNDS.length; i++) {
      count += d.upTo[i].sum();
      String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
      line(
          out,
          "caveat_http_request_seconds_bucket",
          labels + ",le=\"" + bound + "\"",
          Long.toString(count));
    }
    line(
        out,
        "caveat_http_request_seconds_sum",
        labels,
        String.format(Locale.ROOT, "%.6f", d.micros.sum() / 1e6));
    line(out, "caveat_http_request_seconds_count", labels, Long.toString(count));
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder out, String name, String labels, String value) {
    out.append(name);
    if (!labels.isEmpty()) {
      out.append('{').append(labels).append('}');
    }
    out.append(' ').append(value).append('\n');
  }
}
