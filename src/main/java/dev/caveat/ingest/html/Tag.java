package dev.caveat.ingest.html;

import java.util.HashMap;
import java.util.Map;

/** The kind of an element, and how the parser treats it. Known kinds are the same object always. */
public final class Tag {
  /** How the parser treats an element. */
  enum Trait {
    /** Never has content. */
    VOID,

    /** A block that ends an open paragraph. */
    ENDS_PARAGRAPH,

    /** Marks how text looks; goes on behind blocks that cut it. */
    FORMATTING,

    /** An end tag of ordinary elements does not reach beyond such an element. */
    SPECIAL,

    /** An end tag of blocks does not reach beyond such an element. */
    SCOPE,

    /** An end tag of list items does not reach beyond such an element. */
    LIST_SCOPE,

    /** An end tag of table parts does not reach beyond such an element. */
    TABLE_SCOPE,

    /** Closed by the end of what is around it. */
    IMPLIED_END,

    /** A heading of some level. */
    HEADING,

    /** Holds table parts and no text; what else stands in it is moved in front of the table. */
    TABLE_CONTEXT,

    /** A part of a table, which stands nowhere else. */
    TABLE_PART,

    /** Its content is read as characters up to its end tag. */
    RAW,

    /** Says nothing about the text of the body and is left out of the tree with its content. */
    DROPPED,

    /** Formatting begun outside ends inside at its end. */
    FORMATTING_SCOPE
  }

  private static final Map<String, Tag> KNOWN = new HashMap<>();

  private final String name;
  private int traits;

  static {
    trait(
        Trait.VOID, "area base basefont bgsound br col embed frame hr img input keygen link meta");
    trait(Trait.VOID, "param source track wbr");
    trait(
        Trait.ENDS_PARAGRAPH,
        "address article aside blockquote center dd details dialog dir div dl dt");
    trait(
        Trait.ENDS_PARAGRAPH,
        "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup");
    trait(
        Trait.ENDS_PARAGRAPH,
        "hr li listing main menu nav ol p plaintext pre search section summary");
    trait(Trait.ENDS_PARAGRAPH, "ul xmp");
    trait(Trait.FORMATTING, "a b big code em font i nobr s small strike strong tt u");
    trait(
        Trait.SPECIAL,
        "address applet area article aside base basefont bgsound blockquote body br");
    trait(
        Trait.SPECIAL,
        "button caption center col colgroup dd details dir div dl dt embed fieldset");
    trait(
        Trait.SPECIAL,
        "figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header");
    trait(
        Trait.SPECIAL,
        "hgroup hr html iframe img input keygen li link listing main marquee menu meta");
    trait(
        Trait.SPECIAL,
        "nav noembed noframes noscript object ol p param plaintext pre script search");
    trait(
        Trait.SPECIAL,
        "section select source style summary table tbody td template textarea tfoot th");
    trait(Trait.SPECIAL, "thead title tr track ul wbr xmp");
    trait(Trait.SCOPE, "applet caption html marquee object table td template th");
    trait(Trait.LIST_SCOPE, "applet caption html marquee object ol table td template th ul");
    trait(Trait.TABLE_SCOPE, "html table template");
    trait(Trait.IMPLIED_END, "dd dt li optgroup option p rb rp rt rtc");
    trait(Trait.HEADING, "h1 h2 h3 h4 h5 h6");
    trait(Trait.TABLE_CONTEXT, "table tbody tfoot thead tr");
    trait(Trait.TABLE_PART, "caption col colgroup tbody td tfoot th thead tr");
    trait(Trait.RAW, "iframe noembed noframes script style textarea title xmp plaintext");
    trait(Trait.DROPPED, "base basefont bgsound frame frameset head html iframe link meta noembed");
    trait(Trait.DROPPED, "noframes script style title");
    trait(Trait.FORMATTING_SCOPE, "applet marquee object");
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

  private static void trait(Trait trait, String names) {
    for (String name : names.split(" ")) {
      KNOWN.computeIfAbsent(name, Tag::new).traits |= 1 << trait.ordinal();
    }
  }

  /** The kind of a name in lowercase. */
  static Tag of(String name) {
    Tag known = KNOWN.get(name);
    return known != null ? known : new Tag(name);
  }

  boolean is(Trait trait) {
    return (traits & 1 << trait.ordinal()) != 0;
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
