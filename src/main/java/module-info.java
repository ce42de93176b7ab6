/**
 * Risk factors in SEC filings: read, split, annotated, classified, indexed, searched, compared and
 * reported.
 *
 * <p>{@link dev.caveat.Caveat} is the way in. The other packages exported are those whose types it
 * takes and gives; all else may change at any time.
 */
module dev.caveat {
  exports dev.caveat;
  exports dev.caveat.classify;
  exports dev.caveat.compare;
  exports dev.caveat.error;
  exports dev.caveat.index;
  exports dev.caveat.index.entity;
  exports dev.caveat.json;
  exports dev.caveat.library;
  exports dev.caveat.model;
  exports dev.caveat.profile;
  exports dev.caveat.report;
  exports dev.caveat.search;
  exports dev.caveat.taxonomy;

  opens dev.caveat.cli to
      info.picocli;
  opens dev.caveat.json to
      com.fasterxml.jackson.databind;

  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires gg.jte.runtime;
  requires io.github.javadiffutils;
  requires static java.compiler; // an annotation on the classes made of templates
  requires java.logging;
  requires org.apache.commons.compress;
  requires org.apache.commons.csv;
  requires org.apache.commons.text;
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.core;
  requires org.apache.lucene.facet;
  requires org.apache.lucene.memory;
  requires org.apache.lucene.queries;
  requires org.apache.lucene.suggest;
  requires org.apache.opennlp.tools;
  requires org.apache.poi.ooxml;
  requires org.apache.poi.ooxml.schemas;
  requires org.apache.poi.poi;
  requires org.apache.xmlbeans;
  requires org.jsoup;
  requires static info.picocli;
  requires static me.tongfei.progressbar;
}
