package dev.caveat.mcp;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last few results that took long to compute, for calls that go on with the next part: these
 * get the parts of one result, also if the index has changed meanwhile. A result that is no longer
 * here is computed again. Safe for use by several threads.
 */
final class Recent<T> {
  private static final int MOST = 4;

  private final Map<String, T> results =
      new LinkedHashMap<>(MOST, 1, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
          return size() > MOST;
        }
      };

  /** Computes a result. */
  @FunctionalInterface
  interface Computation<T> {
    T run() throws IOException;
  }

  /** The result for these arguments: the one at hand if this is not the first part. */
  T of(Arguments arguments, Computation<T> computation) throws IOException {
    if (arguments.first() > 0) {
      synchronized (results) {
        T known = results.get(arguments.tag());
        if (known != null) {
          return known;
        }
      }
    }
    T computed = computation.run();
    synchronized (results) {
      results.put(arguments.tag(), computed);
    }
    return computed;
  }
}
