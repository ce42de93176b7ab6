package dev.caveat.search;

import dev.caveat.index.IndexSchema;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * Counts matches by category, family, form, company, year and regulator. Safe for use by many
 * threads.
 */
final class FacetCounts {
  private static final int MAX_VALUES = 100;

  private final IndexReader reader;
  private @Nullable SortedSetDocValuesReaderState state;

  FacetCounts(IndexReader reader) {
    this.reader = reader;
  }

  /** The values of each dimension, most frequent first, at most a hundred. */
  Map<String, Map<String, Integer>> of(FacetsCollector matches) throws IOException {
    Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    IndexSchema.FACETS.forEach(dimension -> counts.put(dimension, new LinkedHashMap<>()));
    SortedSetDocValuesReaderState known = state();
    if (known == null) {
      return counts;
    }
    Facets facets = new SortedSetDocValuesFacetCounts(known, matches);
    for (Map.Entry<String, Map<String, Integer>> dimension : counts.entrySet()) {
      FacetResult result = facets.getTopChildren(MAX_VALUES, dimension.getKey());
      if (result != null) {
        for (LabelAndValue v : result.labelValues) {
          dimension.getValue().put(v.label, v.value.intValue());
        }
      }
    }
    return counts;
  }

  /** Built on first use; null if no document has a facet. */
  private synchronized @Nullable SortedSetDocValuesReaderState state() throws IOException {
    FieldInfos fields = FieldInfos.getMergedFieldInfos(reader);
    boolean any = fields.fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME) != null;
    if (state == null && any) {
      state = new DefaultSortedSetDocValuesReaderState(reader, IndexSchema.facets());
    }
    return state;
  }
}
