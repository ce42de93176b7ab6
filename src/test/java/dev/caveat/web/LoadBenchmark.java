package dev.caveat.web;

import dev.caveat.Caveat;
import dev.caveat.Library;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A server of half a gigabyte under load: 200 people search pages of an index of 100,000 risks as
 * fast as they get them, while 100 filings are added and 1,000 clients send a byte now and then.
 * The server is a process of its own; it shares the cores with its clients.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/classes:target/test-classes:$(cat target/classpath) \
 *     dev.caveat.web.LoadBenchmark /tmp/load 60
 * </pre>
 */
final class LoadBenchmark {
  private static final int RISKS = 100_000;
  private static final int RISKS_OF_A_FILING = 40;
  private static final int SEARCHERS = 200;
  private static final int SLOW_CLIENTS = 1_000;
  private static final int ADDED = 100;
  private static final int PORT = 8477;
  private static final String ADDRESS = "http://127.0.0.1:" + PORT;

  private static final List<String> QUERIES =
      List.of(
          "tariffs",
          "sole supplier",
          "\"going concern\"",
          "cyber*",
          "data breach AND customers",
          "heading:competition",
          "interest rates",
          "license OR patent",
          "lawsuit damages",
          "fire flood storm");

  private LoadBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int seconds = Integer.parseInt(args[1]);
    List<String[]> texts = texts();
    Path index = folder.resolve("index");
    if (!Files.isDirectory(index)) {
      fill(folder, index, texts);
    }
    Process server = serve(index);
    try {
      run(folder, texts, seconds, server.pid());
    } finally {
      server.destroy();
    }
  }

  /** Category, caption and body of each example in the corpus of categories. */
  private static List<String[]> texts() throws IOException {
    List<String[]> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("corpora", "categories"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          String[] fields = line.split("\t");
          if (fields.length >= 4 && !line.startsWith("#")) {
            texts.add(fields);
          }
        }
      }
    }
    return texts;
  }

  private static void fill(Path folder, Path index, List<String[]> texts) throws IOException {
    Random random = new Random(1);
    Path filings = folder.resolve("filings");
    for (int i = 0; i < RISKS / RISKS_OF_A_FILING; i++) {
      write(filings, i, texts, random);
    }
    long start = System.nanoTime();
    try (Library library = Caveat.open(index)) {
      library.index(List.of(filings), input -> {});
    }
    System.out.printf(Locale.ROOT, "indexed in %.0f s%n", (System.nanoTime() - start) / 1e9);
  }

  private static Path write(Path folder, int number, List<String[]> texts, Random random)
      throws IOException {
    StringBuilder text = new StringBuilder();
    int year = 2000 + number % 25;
    String accession =
        String.format(Locale.ROOT, "%010d-%02d-%06d", 9_900_000 + number / 25, year % 100, number);
    text.append("<SEC-HEADER>\nACCESSION NUMBER: ")
        .append(accession)
        .append("\nCONFORMED SUBMISSION TYPE: 10-K\nCONFORMED PERIOD OF REPORT: ")
        .append(year)
        .append("1231\nFILED AS OF DATE: ")
        .append(year + 1)
        .append("0301\nCOMPANY CONFORMED NAME: COMPANY ")
        .append(number / 25)
        .append("\nCENTRAL INDEX KEY: ")
        .append(9_900_000 + number / 25)
        .append("\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n<html><body>")
        .append("<p><b>Item 1A. Risk Factors</b></p>\n");
    for (int i = 0; i < RISKS_OF_A_FILING; i++) {
      String[] risk = texts.get(random.nextInt(texts.size()));
      text.append("<p><b>")
          .append(risk[2])
          .append("</b></p>\n<p>")
          .append(risk[3])
          .append("</p>\n");
    }
    text.append(
        "<p><b>Item 1B. Unresolved Staff Comments</b></p><p>None.</p></body></html>\n</TEXT>\n</DOCUMENT>\n");
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve(accession + ".txt"), text.toString());
  }

  private static Process serve(Path index) throws Exception {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.caveat.cli.Main",
                "serve",
                "--index",
                index.toString(),
                "--port",
                Integer.toString(PORT))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      System.out.println(out.readLine());
    }
    return server;
  }

  private static void run(Path folder, List<String[]> texts, int seconds, long pid)
      throws Exception {
    ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    AtomicInteger errors = new AtomicInteger();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    search(client, new Random(0), new AtomicInteger(), new ConcurrentLinkedQueue<>()); // warm
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < SLOW_CLIENTS; i++) {
      Socket socket = new Socket("127.0.0.1", PORT);
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: 127".getBytes(StandardCharsets.US_ASCII));
      slow.add(socket);
    }
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < SEARCHERS; i++) {
      Random random = new Random(i);
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (System.nanoTime() < end) {
                      search(client, random, errors, nanos);
                    }
                  }));
    }
    threads.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int t = 0; System.nanoTime() < end; t++) {
                    drip(slow);
                  }
                }));
    long added = System.nanoTime();
    add(client, folder, texts);
    System.out.printf(
        Locale.ROOT, "%d filings sent in %.1f s%n", ADDED, (System.nanoTime() - added) / 1e9);
    for (Thread thread : threads) {
      thread.join();
    }
    long[] all = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%d pages, %d errors, %.0f a second; p50 %.0f ms, p99 %.0f ms, most %.0f ms; memory %s%n",
        all.length,
        errors.get(),
        all.length / (double) seconds,
        all[all.length / 2] / 1e6,
        all[(int) (all.length * 0.99)] / 1e6,
        all[all.length - 1] / 1e6,
        memory(pid));
    String metrics = client.send(request("/metrics").build(), BodyHandlers.ofString()).body();
    Arrays.stream(metrics.split("\n"))
        .filter(l -> l.contains("\"/search\"") || l.contains("\"/add\""))
        .filter(
            l ->
                l.contains("_total")
                    || l.contains("_sum")
                    || l.contains("_count")
                    || l.contains("le=\"0.05\""))
        .forEach(System.out::println);
  }

  private static void search(
      HttpClient client, Random random, AtomicInteger errors, ConcurrentLinkedQueue<Long> nanos) {
    String query = QUERIES.get(random.nextInt(QUERIES.size()));
    String filter = random.nextInt(3) == 0 ? "&form=10-K&year=" + (2000 + random.nextInt(25)) : "";
    long start = System.nanoTime();
    try {
      HttpResponse<String> answer =
          client.send(
              request("/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + filter)
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200 || !answer.body().contains("class=\"hits\"")) {
        errors.incrementAndGet();
      }
    } catch (IOException | InterruptedException e) {
      errors.incrementAndGet();
    }
    nanos.add(System.nanoTime() - start);
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(ADDRESS + path))
        .timeout(Duration.ofSeconds(60))
        .header("Accept", "text/html");
  }

  /** A byte to each slow client that is still there. */
  private static void drip(List<Socket> slow) {
    for (Socket socket : slow) {
      try {
        socket.getOutputStream().write('1');
      } catch (IOException e) {
        // dropped by the server
      }
    }
    try {
      Thread.sleep(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void add(HttpClient client, Path folder, List<String[]> texts) throws Exception {
    String boundary = "caveatbenchmark";
    StringBuilder body = new StringBuilder();
    Random random = new Random(2);
    int first = 500_000 + (int) (System.nanoTime() % 300_000);
    for (int i = 0; i < ADDED; i++) {
      Path file = write(folder.resolve("added"), first + i, texts, random);
      body.append("--")
          .append(boundary)
          .append("\r\nContent-Disposition: form-data; name=\"filings\"; filename=\"")
          .append(file.getFileName())
          .append("\"\r\nContent-Type: text/plain\r\n\r\n")
          .append(Files.readString(file))
          .append("\r\n");
    }
    body.append("--").append(boundary).append("--\r\n");
    HttpResponse<String> answer =
        client.send(
            request("/add")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString()))
                .build(),
            BodyHandlers.ofString());
    System.out.println(
        "added: " + answer.statusCode() + " " + answer.headers().firstValue("Location").orElse(""));
  }

  private static String memory(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(l -> l.startsWith("VmHWM"))
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
