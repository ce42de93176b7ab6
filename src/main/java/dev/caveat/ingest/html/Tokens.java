package dev.caveat.ingest.html;

import dev.caveat.ingest.html.Tag.Trait;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a document into start tags, end tags and runs of text; comments, declarations and processing
 * instructions are skipped. Not safe for use by several threads.
 */
public final class Tokens {
  /** What was read. */
  public enum Kind {
    /** A run of text, up to the next tag. */
    TEXT,
    /** A start tag. */
    START,
    /** An end tag. */
    END,
    /** Something that is neither, such as a comment; it separates runs of text. */
    OTHER,
    /** The end of the document. */
    NONE
  }

  /** Start tags kept for when they are written again: enough for all but generated documents. */
  private static final int MAX_TABLE = 1 << 15;

  private static final int FIRST_TABLE = 1 << 10;

  private static final int MAX_PROBES = 8;

  private static final Pattern DOCTYPE =
      Pattern.compile("(?i)doctype\\s+html\\s*(>|(public|system)\\s*[\"'])");

  private static final int MAX_DOCTYPE_LENGTH = 100;

  private final char[] source;
  private final CharacterReferences references;
  private final Map<String, Tag> names = new HashMap<>();
  private final @Nullable Tag[] tags = new Tag[256];
  private @Nullable StartTag[] table = new StartTag[FIRST_TABLE];
  private int[] places = new int[FIRST_TABLE];
  private int[] lengths = new int[FIRST_TABLE];
  private int kept;
  private int at;
  private int from;
  private int to;
  private boolean plain;
  private @Nullable StartTag start;
  private Tag end = Tag.HTML;
  private boolean doctype;

  /**
   * Reads characters.
   *
   * @param source not copied: do not write while this is in use
   */
  public Tokens(char[] source) {
    this(source, 0);
  }

  /** Reads characters from a place on. */
  public Tokens(char[] source, int from) {
    this.source = source;
    this.at = from;
    this.references = new CharacterReferences(source);
  }

  /** The start of the token. */
  public int from() {
    return from;
  }

  /** The end of the token. */
  public int to() {
    return to;
  }

  /** Whether a run of text has no character references. */
  public boolean isPlain() {
    return plain;
  }

  /** The start tag read last. */
  public StartTag start() {
    if (start == null) {
      throw new IllegalStateException("no start tag was read");
    }
    return start;
  }

  /** Of what kind the element is that the end tag read last ends. */
  public Tag end() {
    return end;
  }

  /** Whether what was read last declares that this is HTML. */
  boolean isDoctype() {
    return doctype;
  }

  /** Reads the next token. */
  public Kind next() {
    from = at;
    if (at >= source.length) {
      to = at;
      return Kind.NONE;
    }
    if (source[at] == '<') {
      Kind markup = markup();
      if (markup != Kind.TEXT) {
        to = at;
        return markup;
      }
    }
    text();
    to = at;
    return Kind.TEXT;
  }

  private void text() {
    char[] s = source;
    boolean none = true;
    int i = at;
    for (; i < s.length; i++) {
      char c = s[i];
      if (c == '<' && beginsMarkup(i)) {
        break;
      }
      none &= c != '&' && c != 0;
    }
    plain = none;
    at = i;
  }

  private boolean beginsMarkup(int i) {
    if (i + 1 >= source.length) {
      return false;
    }
    char c = source[i + 1];
    return isLetter(c) || c == '!' || c == '?' || (c == '/' && i + 2 < source.length);
  }

  private Kind markup() {
    if (!beginsMarkup(at)) {
      return Kind.TEXT;
    }
    char c = source[at + 1];
    if (isLetter(c)) {
      return startTag();
    }
    if (c == '/') {
      if (isLetter(source[at + 2])) {
        return endTag();
      }
      at = past('>', at + 2);
      return Kind.OTHER;
    }
    doctype = false;
    if (matches(source, at, "<!--")) {
      remark();
    } else {
      int begin = at + 2;
      at = past('>', begin);
      doctype = c == '!' && isDoctype(begin);
    }
    return Kind.OTHER;
  }

  private boolean isDoctype(int begin) {
    String word = new String(source, begin, Math.min(at - begin, MAX_DOCTYPE_LENGTH));
    return DOCTYPE.matcher(word).lookingAt();
  }

  private int past(char c, int i) {
    while (i < source.length && source[i] != c) {
      i++;
    }
    return Math.min(i + 1, source.length);
  }

  private void remark() {
    char[] s = source;
    int i = at + "<!--".length();
    if (i < s.length && s[i] == '>') {
      at = i + 1;
      return;
    }
    if (i + 1 < s.length && s[i] == '-' && s[i + 1] == '>') {
      at = i + 2;
      return;
    }
    for (; i + 2 < s.length; i++) {
      if (matches(s, i, "-->") || matches(s, i, "--!>")) {
        at = past('>', i);
        return;
      }
    }
    at = s.length;
  }

  private Kind endTag() {
    int begin = at + 2;
    int i = nameEnd(begin);
    Tag tag = tag(begin, i);
    i = tagEnd(i, null);
    if (i < 0) {
      at = source.length;
      return Kind.OTHER;
    }
    end = tag;
    at = i;
    return Kind.END;
  }

  private Kind startTag() {
    int begin = at + 1;
    int nameEnd = nameEnd(begin);
    int close = tagEnd(nameEnd, null);
    if (close < 0) {
      at = source.length;
      return Kind.OTHER;
    }
    start = startTag(begin, nameEnd, close);
    at = close;
    return Kind.START;
  }

  /** The tag written so; the same object where one was written so before. */
  private StartTag startTag(int begin, int nameEnd, int close) {
    int length = close - begin;
    int slot = hash(begin, close) & (table.length - 1);
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      StartTag known = table[slot];
      if (known == null) {
        return keep(slot, begin, length, new StartTag(tag(begin, nameEnd), kept), nameEnd);
      }
      if (lengths[slot] == length && isSame(places[slot], begin, length)) {
        return known;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    StartTag made = new StartTag(tag(begin, nameEnd), -1);
    tagEnd(nameEnd, made);
    return made;
  }

  private StartTag keep(int slot, int begin, int length, StartTag made, int nameEnd) {
    tagEnd(nameEnd, made);
    table[slot] = made;
    places[slot] = begin;
    lengths[slot] = length;
    kept++;
    if (kept * 2 > table.length && table.length < MAX_TABLE) {
      grow();
    }
    return made;
  }

  private void grow() {
    @Nullable StartTag[] oldTable = table;
    int[] oldPlaces = places;
    int[] oldLengths = lengths;
    table = new StartTag[oldTable.length * 2];
    places = new int[table.length];
    lengths = new int[table.length];
    for (int i = 0; i < oldTable.length; i++) {
      if (oldTable[i] != null) {
        int slot = hash(oldPlaces[i], oldPlaces[i] + oldLengths[i]) & (table.length - 1);
        while (table[slot] != null) {
          slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = oldTable[i];
        places[slot] = oldPlaces[i];
        lengths[slot] = oldLengths[i];
      }
    }
  }

  private int hash(int begin, int close) {
    int hash = 0;
    for (int i = begin; i < close; i++) {
      hash = hash * 31 + source[i];
    }
    return hash ^ hash >>> 15;
  }

  private boolean isSame(int a, int b, int length) {
    return Arrays.equals(source, a, a + length, source, b, b + length);
  }

  private int nameEnd(int begin) {
    int i = begin;
    while (i < source.length && !isSpace(source[i]) && source[i] != '/' && source[i] != '>') {
      i++;
    }
    return i;
  }

  /**
   * Goes over the attributes of a tag.
   *
   * @param made takes those that count; null to look for the end alone
   * @return behind the tag; -1 if the document ends first
   */
  private int tagEnd(int nameEnd, @Nullable StartTag made) {
    char[] s = source;
    int i = nameEnd;
    while (true) {
      while (i < s.length && (isSpace(s[i]) || s[i] == '/')) {
        i++;
      }
      if (i >= s.length) {
        return -1;
      }
      if (s[i] == '>') {
        return i + 1;
      }
      int name = i++;
      while (i < s.length && !isSpace(s[i]) && s[i] != '/' && s[i] != '>' && s[i] != '=') {
        i++;
      }
      int behindName = i;
      i = skipSpace(i);
      int value = i;
      int behindValue = i;
      if (i < s.length && s[i] == '=') {
        i = skipSpace(i + 1);
        if (i < s.length && (s[i] == '"' || s[i] == '\'')) {
          char quote = s[i];
          value = ++i;
          while (i < s.length && s[i] != quote) {
            i++;
          }
          behindValue = i++;
        } else {
          value = i;
          while (i < s.length && !isSpace(s[i]) && s[i] != '>') {
            i++;
          }
          behindValue = i;
        }
      }
      if (made != null) {
        attribute(made, name, behindName, value, behindValue);
      }
    }
  }

  private void attribute(StartTag made, int name, int behindName, int value, int behindValue) {
    String kept = StartTag.kept(source, name, behindName);
    if (kept != null) {
      made.add(kept, unescaped(value, behindValue));
    }
  }

  private String unescaped(int begin, int limit) {
    StringBuilder out = null;
    int copied = begin;
    for (int i = begin; i < limit; i++) {
      if (source[i] == '&') {
        int behind = references.read(i, limit, true);
        if (behind > i) {
          out = out == null ? new StringBuilder() : out;
          out.append(source, copied, i - copied).append(references.value());
          copied = behind;
          i = behind - 1;
        }
      }
    }
    return out == null
        ? new String(source, begin, limit - begin)
        : out.append(source, copied, limit - copied).toString();
  }

  private int skipSpace(int i) {
    while (i < source.length && isSpace(source[i])) {
      i++;
    }
    return i;
  }

  /** The kind of a name; only one seen for the first time is made a string. */
  private Tag tag(int begin, int nameEnd) {
    int length = nameEnd - begin;
    int hash = length;
    for (int i = begin; i < nameEnd; i++) {
      hash = hash * 31 + (source[i] | ' ');
    }
    int slot = (hash ^ hash >>> 8) & (tags.length - 1);
    Tag known = tags[slot];
    if (known != null && known.name().length() == length && matches(source, begin, known.name())) {
      return known;
    }
    String name = new String(source, begin, length).toLowerCase(Locale.ROOT);
    Tag tag = names.get(name);
    if (tag == null) {
      tag = Tag.of(name);
      names.put(name, tag);
    }
    tags[slot] = tag;
    return tag;
  }

  /** Passes over the content of the element just begun if it is not text for readers. */
  public void passUnread() {
    Tag tag = start().tag();
    if (tag.is(Trait.RAW) && tag.is(Trait.DROPPED)) {
      passRaw(tag);
    }
  }

  /**
   * Passes over the content of an element that holds characters alone, up to its end tag or, where
   * there is none, the document's end.
   *
   * @return where the content ends; the next token is the end tag
   */
  int passRaw(Tag tag) {
    String name = tag.name();
    int i = at;
    while (i < source.length) {
      boolean isEnd =
          source[i] == '<'
              && tag != Tag.PLAINTEXT
              && i + 1 < source.length
              && source[i + 1] == '/'
              && matches(source, i + 2, name)
              && endsName(i + 2 + name.length());
      if (isEnd) {
        break;
      }
      i++;
    }
    at = i;
    return i;
  }

  private boolean endsName(int i) {
    return i < source.length && (isSpace(source[i]) || source[i] == '/' || source[i] == '>');
  }

  /** Whether a word in lowercase stands at a place in either case. */
  static boolean matches(char[] source, int at, String word) {
    if (at + word.length() > source.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = source[at + i];
      if ((c >= 'A' && c <= 'Z' ? c | ' ' : c) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
