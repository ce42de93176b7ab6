package dev.caveat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An EDGAR submission made up for a test, with an annual report in HTML. */
final class InventedSubmission {
  private final int number;
  private final List<String> body = new ArrayList<>();
  private String company = "KESTWICK FARM MARKETS";
  private int year = 2023;
  private String form = "10-K";
  private String cik = "0009900102";

  private InventedSubmission(int number) {
    this.number = number;
  }

  static InventedSubmission number(int number) {
    return new InventedSubmission(number);
  }

  InventedSubmission of(String company) {
    this.company = company;
    return this;
  }

  InventedSubmission cik(String cik) {
    this.cik = cik;
    return this;
  }

  InventedSubmission year(int year) {
    this.year = year;
    return this;
  }

  InventedSubmission form(String form) {
    this.form = form;
    return this;
  }

  InventedSubmission risk(String caption, String text) {
    body.add("<p><b>" + caption + "</b></p>\n<p>" + text + "</p>\n");
    return this;
  }

  /** Text that belongs to no risk. */
  InventedSubmission passage(String text) {
    body.add("<p>" + text + "</p>\n");
    return this;
  }

  String accession() {
    return String.format(Locale.ROOT, "0009900102-%02d-%06d", year % 100, number);
  }

  Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text());
  }

  String text() {
    return "<SEC-DOCUMENT>"
        + accession()
        + ".txt : "
        + year
        + "0301\n<SEC-HEADER>"
        + accession()
        + ".hdr.sgml : "
        + year
        + "0301\nACCESSION NUMBER:\t\t"
        + accession()
        + "\nCONFORMED SUBMISSION TYPE:\t"
        + form
        + "\nCONFORMED PERIOD OF REPORT:\t"
        + (year - 1)
        + "1231\nFILED AS OF DATE:\t\t"
        + year
        + "0301\n\nFILER:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t\t"
        + company
        + "\n\t\tCENTRAL INDEX KEY:\t\t\t"
        + cik
        + "\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>"
        + form
        + "\n<SEQUENCE>1\n<TEXT>\n<html><body>\n<p>FORM "
        + form
        + "</p>\n<p><b>Item 1. Business</b></p>\n<p>We sell what farms grow, in nine stores that"
        + " stand along the coast road.</p>\n<p><b>Item 1A. Risk Factors</b></p>\n"
        + String.join("", body)
        + "<p><b>Item 1B. Unresolved Staff Comments</b></p>\n<p>None.</p>\n"
        + "<p><b>Item 2. Properties</b></p>\n<p>We rent our stores.</p>\n"
        + "</body></html>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n";
  }
}
