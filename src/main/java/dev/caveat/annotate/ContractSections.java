package dev.caveat.annotate;

import java.util.regex.Pattern;

/**
 * Distinguishes sections of contracts, bylaws and plans from those of laws: "Section 4.2 hereof",
 * "(Indenture, Section 608)". Safe for use by several threads.
 */
final class ContractSections {
  private static final Pattern MARK =
      Pattern.compile("^(?:[Ss]ections?|[Aa]rticles?|[Pp]aragraphs?|§)\\s?.*", Pattern.DOTALL);

  private static final String PAPERS =
      "(?:[Aa]greements?|[Ii]ndentures?|[Pp]lans?|[Bb]y-?[Ll]aws|[Aa]rticles|[Cc]ertificates?|[Cc]harter|[Mm]emorandum|[Ll]eases?|[Nn]otes?|[Ww]arrants?|[Ss]upplement|[Dd]ebentures?|[Dd]eclaration|[Pp]rospectus|[Rr]eport|[Cc]ontracts?|[Oo]ption|[Tt]rust|[Mm]ortgage|[Cc]onstitution|[Pp]olicy|[Gg]uarant(?:y|ee)|[Ii]nstrument|[Ee]xhibit|[Ss]chedule|[Ff]orm)";

  private static final Pattern BEHIND =
      Pattern.compile(
          "^(?:\\([ivx]+\\))*,?\\s*(?:above|below|hereof|herein|hereto|hereunder|thereof|therein|thereto|\\([A-Z][a-z]+|(?:(?:of|in)\\s+(?:this|that|such|said|our|its|their|the|each|any)|(?:to|under)\\s+(?:this|such))\\s+(?:(?:[A-Z&][\\w’'.&-]*|and|of|to)\\s+){0,6}?"
              + PAPERS
              + "\\b(?![^.;,]{0,30}\\b(?:Act|Law|Code|Ordinance|Regulation|Directive|Rules)\\b))");

  private static final Pattern IN_FRONT =
      Pattern.compile("(?:\\b(?:this|such) |\\b" + PAPERS + ",? |\\b" + PAPERS + ", )$");

  /** A law that a section is said to belong to, behind it or in front of it. */
  private static final Pattern OF_A_LAW =
      Pattern.compile(
          "^[^.;]{0,60}?\\b(?:of|under|to|in) (?:the |such |said |that )?[^.;]{0,60}?(?:\\bAct\\b|\\bCode\\b|\\bLaws?\\b|\\bStatutes?\\b|Regulation|\\bRules\\b|\\bOrdinance\\b|DGCL|ERISA|FSMA|\\bSFA\\b|\\bNRS\\b|\\b[Tt]itle\\b|\\bCompany Guide|\\bManual\\b|\\bDirective\\b|\\bDecree\\b|Exchange|\\b[A-Z]{3,6}\\b)");

  private static final Pattern LAW_IN_FRONT =
      Pattern.compile(
          "(?:Code|Act|Law|Regulations?|Statutes?|Manual|Rules?|Guide|DGCL|ERISA|IRC|NRS|UCC|[CF]\\.?R\\.?|U\\.?S\\.?C\\.?|Proposition|former)[ ,]+$");

  /** A number such as contracts give their sections, and the statutes of few states. */
  private static final Pattern CONTRACT_NUMBER =
      Pattern.compile("^\\S+\\s+\\d{1,2}\\.\\d{1,2}(?!\\d).*", Pattern.DOTALL);

  private static final Pattern CONTRACT_SPEECH =
      Pattern.compile(
          "\\b(?:hereof|herein|hereunder|hereto|thereof|[Tt]his (?:Agreement|Section|Plan|Warrant|Note|Option|Debenture|Article|Indenture)|[Tt]he (?:Indenture|Plan|Trustee|Agreement|Optionee|Holder|Debenture|By-?[Ll]aws)|\\((?:[A-Z]\\w+ )*Indenture,)\\b");

  /** Statutes count further than contracts do, other than indentures. */
  private static final Pattern LOW_NUMBER =
      Pattern.compile("^\\S+\\s*\\d{1,2}(?!\\d).*", Pattern.DOTALL);

  private static final Pattern LAW_NEAR =
      Pattern.compile("\\b(?:Act|Code|Law|Statutes?|DGCL|ERISA|Regulations?)\\b");

  private static final int REACH = 140;

  private ContractSections() {}

  /** Whether what looks like a section of a law is a section of a contract. */
  static boolean holds(String text, int start, int end) {
    if (!MARK.matcher(text).region(start, end).find()) {
      return false;
    }
    String front = text.substring(Math.max(0, start - 40), start);
    int limit = Math.min(text.length(), end + REACH);
    boolean ofLaw =
        OF_A_LAW.matcher(text).region(end, limit).find() || LAW_IN_FRONT.matcher(front).find();
    if (BEHIND.matcher(text).region(end, limit).find()
        || IN_FRONT.matcher(front).find() && !(ofLaw && front.endsWith("such "))) {
      return true;
    }
    if (ofLaw) {
      return false;
    }
    boolean low = LOW_NUMBER.matcher(text).region(start, end).matches();
    boolean near = LAW_NEAR.matcher(text).region(Math.max(0, start - REACH), start).find();
    return CONTRACT_NUMBER.matcher(text).region(start, end).matches()
        || !near && CONTRACT_SPEECH.matcher(text).find() && (low || text.contains("Indenture"));
  }
}
