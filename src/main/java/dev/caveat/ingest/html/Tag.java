package dev.caveat.ingest.html;

import java.util.HashMap;
import java.util.Map;

/** The kind of an element, and how the parser treats it. Known kinds are the same object always. */
public final class Tag {
  /** Never has content. */
  static final int VOID = 1;

  /** A block that ends an open paragraph. */
  static final int ENDS_PARAGRAPH = 1 << 1;

  /** Marks how text looks; goes on behind blocks that cut it. */
  static final int FORMATTING = 1 << 2;

  /** An end tag of ordinary elements does not reach beyond such an element. */
  static final int SPECIAL = 1 << 3;

  /** An end tag of blocks does not reach beyond such an element. */
  static final int SCOPE = 1 << 4;

  /** Ends what a list item reaches. */
  static final int LIST_SCOPE = 1 << 5;

  /** Ends what an end tag of table parts reaches. */
  static final int TABLE_SCOPE = 1 << 6;

  /** Closed by the end of what is around it. */
  static final int IMPLIED_END = 1 << 7;

  /** A heading of some level. */
  static final int HEADING = 1 << 8;

  /** Holds table parts and no text; what else stands in it is moved in front of the table. */
  static final int TABLE_CONTEXT = 1 << 9;

  /** A part of a table, which stands nowhere else. */
  static final int TABLE_PART = 1 << 10;

  /** Its content is read as characters up to its end tag. */
  static final int RAW = 1 << 11;

  /** Says nothing about the text of the body and is left out of the tree with its content. */
  static final int DROPPED = 1 << 12;

  /** Formatting begun outside ends inside at its end. */
  static final int FORMATTING_SCOPE = 1 << 13;

  private static final Map<String, Tag> KNOWN = new HashMap<>();

  private final String name;
  private int flags;

  static {
    flag(VOID, "area base basefont bgsound br col embed frame hr img input keygen link meta");
    flag(VOID, "param source track wbr");
    flag(ENDS_PARAGRAPH, "address article aside blockquote center dd details dialog dir div dl dt");
    flag(ENDS_PARAGRAPH, "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup");
    flag(ENDS_PARAGRAPH, "hr li listing main menu nav ol p plaintext pre search section summary");
    flag(ENDS_PARAGRAPH, "ul xmp");
    flag(FORMATTING, "a b big code em font i nobr s small strike strong tt u");
    flag(SPECIAL, "address applet area article aside base basefont bgsound blockquote body br");
    flag(SPECIAL, "button caption center col colgroup dd details dir div dl dt embed fieldset");
    flag(SPECIAL, "figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header");
    flag(SPECIAL, "hgroup hr html iframe img input keygen li link listing main marquee menu meta");
    flag(SPECIAL, "nav noembed noframes noscript object ol p param plaintext pre script search");
    flag(SPECIAL, "section select source style summary table tbody td template textarea tfoot th");
    flag(SPECIAL, "thead title tr track ul wbr xmp");
    flag(SCOPE, "applet caption html marquee object table td template th");
    flag(LIST_SCOPE, "ol ul");
    flag(TABLE_SCOPE, "html table template");
    flag(IMPLIED_END, "dd dt li optgroup option p rb rp rt rtc");
    flag(HEADING, "h1 h2 h3 h4 h5 h6");
    flag(TABLE_CONTEXT, "table tbody tfoot thead tr");
    flag(TABLE_PART, "caption col colgroup tbody td tfoot th thead tr");
    flag(RAW, "iframe noembed noframes script style textarea title xmp plaintext");
    flag(DROPPED, "base basefont bgsound frame frameset head html iframe link meta noembed");
    flag(DROPPED, "noframes script style title");
    flag(FORMATTING_SCOPE, "applet marquee object");
  }

  static final Tag HTML = of("html");
  static final Tag BODY = of("body");
  static final Tag P = of("p");
  static final Tag A = of("a");
  static final Tag LI = of("li");
  static final Tag DD = of("dd");
  static final Tag DT = of("dt");
  static final Tag BR = of("br");
  static final Tag BUTTON = of("button");
  static final Tag FORM = of("form");
  static final Tag NOBR = of("nobr");
  static final Tag STYLE = of("style");
  static final Tag PLAINTEXT = of("plaintext");
  static final Tag XMP = of("xmp");
  static final Tag OPTION = of("option");
  static final Tag OPTGROUP = of("optgroup");
  static final Tag ADDRESS = of("address");
  static final Tag DIV = of("div");
  static final Tag TABLE = of("table");
  static final Tag CAPTION = of("caption");
  static final Tag COLGROUP = of("colgroup");
  static final Tag COL = of("col");
  static final Tag TBODY = of("tbody");
  static final Tag THEAD = of("thead");
  static final Tag TFOOT = of("tfoot");
  static final Tag TR = of("tr");
  static final Tag TD = of("td");
  static final Tag TH = of("th");

  private Tag(String name) {
    this.name = name;
  }

  private static void flag(int flag, String names) {
    for (String name : names.split(" ")) {
      KNOWN.computeIfAbsent(name, Tag::new).flags |= flag;
    }
  }

  /** The kind of a name in lowercase. */
  static Tag of(String name) {
    Tag known = KNOWN.get(name);
    return known != null ? known : new Tag(name);
  }

  boolean is(int flag) {
    return (flags & flag) != 0;
  }

  /** The name in lowercase, such as {@code p} or {@code ix:header}. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
