package dev.caveat.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;

/** All that an index stores, in an order of its own, to compare indexes by. */
public final class IndexDump {
  private IndexDump() {}

  /** One line a document, sorted. */
  public static List<String> of(Path path) throws IOException {
    List<String> lines = new ArrayList<>();
    try (RiskIndex index = RiskIndex.open(path)) {
      IndexSearcher searcher = index.searcher();
      for (ScoreDoc hit : searcher.search(MatchAllDocsQuery.INSTANCE, 1_000_000).scoreDocs) {
        Document d = searcher.storedFields().document(hit.doc);
        StringBuilder line = new StringBuilder();
        d.getFields().forEach(f -> line.append(f.name()).append('=').append(text(f)).append('|'));
        lines.add(line.toString());
      }
    }
    lines.sort(null);
    return lines;
  }

  private static String text(org.apache.lucene.index.IndexableField field) {
    if (field.binaryValue() != null) {
      return field.binaryValue().toString();
    }
    return field.stringValue() != null ? field.stringValue() : String.valueOf(field.numericValue());
  }
}
