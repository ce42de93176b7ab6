package dev.caveat.cli;

import dev.caveat.Caveat;
import dev.caveat.Library;
import dev.caveat.api.Api;
import dev.caveat.http.Gate;
import dev.caveat.http.Server;
import dev.caveat.http.ServerSettings;
import dev.caveat.mcp.AgentRoutes;
import dev.caveat.mcp.AgentServer;
import dev.caveat.web.Site;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** One index and all that answers for it on one port: pages, the API, agents. */
final class ServedIndex implements Closeable {
  private final Library library;
  private final Site site;
  private final Server server;

  private ServedIndex(Library library, Site site, Server server) {
    this.library = library;
    this.site = site;
    this.server = server;
  }

  /**
   * Starts the server.
   *
   * @param err told of defects
   * @throws IOException if the port cannot be listened on
   */
  static ServedIndex start(Path index, ServerSettings settings, PrintStream err)
      throws IOException {
    Library library = Caveat.open(index);
    Gate gate = new Gate();
    Site site = new Site(library, settings, gate, Checkout.filings());
    Server server =
        Server.start(
            settings,
            site.problemPage(),
            err,
            List.of(
                site,
                new Api(library, settings, gate),
                new AgentRoutes(AgentServer.over(library, List.of(), err))));
    site.resume();
    return new ServedIndex(library, site, server);
  }

  String address() {
    return server.address();
  }

  /** Waits until it is stopped. */
  void join() throws InterruptedException {
    server.join();
  }

  /** Answers no more, and lets the filings at work be indexed for some seconds. */
  void stop() {
    server.close();
    site.close();
  }

  @Override
  public void close() throws IOException {
    stop();
    library.close();
  }
}
