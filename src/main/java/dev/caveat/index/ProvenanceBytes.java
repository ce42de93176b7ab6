package dev.caveat.index;

import dev.caveat.model.Provenance;
import dev.caveat.model.SourceMap;
import java.io.IOException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Encodes the place of a risk in the filing as filed in few bytes: a run as its distances from the
 * previous one, and if it is as long in the source as in the text, its length only once. Places of
 * sentences and entities follow from it and are not stored.
 */
final class ProvenanceBytes {
  private static final int CUT = 1;
  private static final int UNEVEN = 2;
  private static final int FLAGS = 4;

  private ProvenanceBytes() {}

  static BytesRef encode(Provenance provenance) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    SourceMap map = provenance.map();
    out.writeVInt(map.document());
    out.writeVInt(map.size());
    int text = 0;
    int source = 0;
    for (int i = 0; i < map.size(); i++) {
      boolean uneven = map.width(i) != map.length(i);
      out.writeVInt(map.length(i) * FLAGS + (uneven ? UNEVEN : 0) + (map.isCut(i) ? CUT : 0));
      out.writeVInt(map.text(i) - text);
      out.writeZInt(map.source(i) - source);
      if (uneven) {
        out.writeVInt(map.width(i));
      }
      text = map.text(i) + map.length(i);
      source = map.source(i) + map.width(i);
    }
    String fragment = provenance.fragment();
    out.writeString(fragment == null ? "" : fragment);
    return new BytesRef(out.toArrayCopy());
  }

  static Provenance decode(BytesRef bytes) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    int document = in.readVInt();
    SourceMap.Builder map = new SourceMap.Builder();
    int text = 0;
    int source = 0;
    for (int left = in.readVInt(); left > 0; left--) {
      int head = in.readVInt();
      int length = head / FLAGS;
      text += in.readVInt();
      source += in.readZInt();
      int width = (head & UNEVEN) == 0 ? length : in.readVInt();
      map.add(text, length, source, width, (head & CUT) != 0);
      text += length;
      source += width;
    }
    String fragment = in.readString();
    return new Provenance(map.build(document), fragment.isEmpty() ? null : fragment);
  }
}
