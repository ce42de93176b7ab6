package dev.caveat.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caveat.compare.Comparison;
import dev.caveat.index.IndexedFiling;
import dev.caveat.index.IndexedRisk;
import dev.caveat.model.Annotation;
import dev.caveat.model.Classification;
import dev.caveat.model.Classification.Reason;
import dev.caveat.model.Classification.Score;
import dev.caveat.model.Doubt;
import dev.caveat.model.Entity;
import dev.caveat.model.Entity.Value;
import dev.caveat.model.Explanation;
import dev.caveat.model.FilingFacts;
import dev.caveat.model.Place;
import dev.caveat.model.Provenance;
import dev.caveat.model.RiskDisclosure;
import dev.caveat.model.RiskFactor;
import dev.caveat.model.RiskSection;
import dev.caveat.model.RiskSection.Status;
import dev.caveat.model.SourceMap;
import dev.caveat.model.Span;
import dev.caveat.model.Warning;
import dev.caveat.report.DataTable;
import dev.caveat.report.DataTable.Column;
import dev.caveat.report.Report;
import dev.caveat.search.Hit;
import dev.caveat.search.RiskReference;
import dev.caveat.search.SearchResult;
import dev.caveat.search.Snippet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The shapes as whole texts: names, order, formats of numbers, and what is left out. */
final class JsonTest {
  private static final FilingFacts FACTS =
      new FilingFacts(
          "0000000000-24-000007",
          "77",
          "Dorrow Brick Co.",
          "DRW",
          "10-K",
          LocalDate.of(2024, 3, 1),
          LocalDate.of(2023, 12, 31),
          "3250",
          2023,
          MonthDay.of(12, 31));
  private static final String FACTS_TEXT =
      "'path':'a.htm','accession':'0000000000-24-000007','cik':'77','company':'Dorrow Brick Co.',"
          + "'ticker':'DRW','form':'10-K','filed':'2024-03-01','period':'2023-12-31','sic':'3250',"
          + "'fiscalYear':2023,'fiscalYearEnd':'--12-31'";
  private static final String NO_FACTS =
      "'path':'a.htm','accession':null,'cik':null,'company':null,'ticker':null,'form':null,"
          + "'filed':null,'period':null,'sic':null,'fiscalYear':null,'fiscalYearEnd':null";
  private static final RiskFactor FIRE =
      new RiskFactor(1, List.of("Our kilns"), "A fire may stop us.", List.of("It burns."), true);

  private static String json(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Json.write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** With single quotes for double ones, and a line feed behind. */
  private static String line(String json) {
    return json.replace('\'', '"') + "\n";
  }

  private static RiskDisclosure filing(RiskSection section) {
    return new RiskDisclosure(
        "a.htm", "00", FACTS, section, null, 0.98765, List.of(new Warning("long-risk", "Long.")));
  }

  @Test
  void writesAFilingThatWasRead() {
    RiskSection section =
        new RiskSection.Present(
            "Item 1A", "heading", "Risk Factors", "All.", List.of(FIRE), new Place(1, 5, 9));
    assertThat(json(FilingJson.of(filing(section), false, null)))
        .isEqualTo(
            line(
                "{"
                    + FACTS_TEXT
                    + ",'status':'present','evidence':'Item 1A','method':'heading',"
                    + "'document':null,'section':{'heading':'Risk Factors','text':'All.',"
                    + "'source':{'document':1,'start':5,'end':9}},'risks':[{'ordinal':1,"
                    + "'group':['Our kilns'],'heading':'A fire may stop us.',"
                    + "'text':'A fire may stop us.\\n\\nIt burns.','source':null}],"
                    + "'confidence':0.987,'warnings':[{'code':'long-risk','message':'Long.'}],"
                    + "'error':null}"));
  }

  @Test
  void writesWhyAFilingGotItsAnswerWhereThatIsAskedFor() {
    Explanation explanation =
        new Explanation(
            List.of(
                new Explanation.Ranked(
                    "Item 1A", "10-K", 2.5, List.of(new Explanation.Signal("bold", 1, 2.5)), true)),
            List.of(),
            List.of());
    RiskSection section = new RiskSection.NotRequired("Smaller company.", "sentence");
    assertThat(json(FilingJson.of(filing(section), true, explanation)))
        .endsWith(
            line(
                ",'status':'not-required','evidence':'Smaller company.','method':'sentence',"
                    + "'document':null,'section':null,'risks':[],'confidence':0.987,"
                    + "'warnings':[{'code':'long-risk','message':'Long.'}],"
                    + "'explanation':{'sections':[{'title':'Item 1A','what':'10-K','score':2.5,"
                    + "'chosen':true,'signals':[{'name':'bold','value':1.0,'weight':2.5}]}],"
                    + "'outlines':[],'confidence':[]},'error':null}"));
  }

  @Test
  void writesAFilingThatCouldNotBeRead() {
    assertThat(json(FilingJson.failed("a.htm", "no text")))
        .isEqualTo(
            line(
                "{"
                    + NO_FACTS
                    + ",'status':null,'evidence':null,'method':null,'document':null,"
                    + "'section':null,'risks':[],'confidence':null,'warnings':[],"
                    + "'error':'no text'}"));
  }

  @Test
  void writesTheTagsOfARiskWithWhereTheyStand() {
    SourceMap.Builder map = new SourceMap.Builder();
    map.add(0, 5, 100, 5, false);
    map.add(5, 4, 200, 4, true);
    RiskFactor risk =
        new RiskFactor(2, List.of(), "12% $5 m.", List.of(), true)
            .withAnnotation(
                new Annotation(
                    List.of(new Span(0, 9)),
                    List.of(
                        new Entity(
                            Entity.Type.PERCENT,
                            0,
                            3,
                            "12%",
                            new Value.Percentage(new BigDecimal("12"))),
                        new Entity(
                            Entity.Type.MONEY,
                            5,
                            8,
                            "5 m",
                            new Value.Amount(new BigDecimal("5E+6"), "USD")))))
            .withClassification(
                new Classification(
                    List.of(new Score("liquidity", 0.25)), List.of(new Reason("12%", 1)), "no. 3"))
            .withProvenance(new Provenance(map.build(1), "#:~:text=12%25"));
    assertThat(json(RiskJson.of(risk, true)))
        .isEqualTo(
            line(
                "{'ordinal':2,'group':[],'heading':'12% $5 m.','text':'12% $5 m.',"
                    + "'source':{'document':1,'start':100,'end':204,"
                    + "'parts':[[100,105],[200,204]]},'fragment':'#:~:text=12%25',"
                    + "'category':'liquidity','categories':[{'id':'liquidity','score':0.25}],"
                    + "'because':[{'text':'12%','weight':1.0}],'readsLike':'no. 3',"
                    + "'sentences':[[0,9]],'sentenceSources':[{'document':1,'start':100,'end':204,"
                    + "'parts':[[100,105],[200,204]]}],"
                    + "'entities':[{'type':'percent','start':0,'end':3,'text':'12%','value':'12',"
                    + "'source':{'document':1,'start':100,'end':103}},"
                    + "{'type':'money','start':5,'end':8,'text':'5 m',"
                    + "'value':{'amount':'5000000','currency':'USD'},"
                    + "'source':{'document':1,'start':200,'end':203}}]}"));
  }

  @Test
  void writesWhatWasFoundInATextBehindItsId() {
    Annotation annotation =
        new Annotation(
            List.of(),
            List.of(
                new Entity(
                    Entity.Type.REGULATOR, 0, 3, "SEC", new Value.Body("us-sec", "The Commission")),
                new Entity(Entity.Type.LAW, 4, 7, "Act", new Value.Law("act", "An Act", null)),
                new Entity(Entity.Type.DATE, 8, 12, "then", null)));
    assertThat(json(new TextJson<>("t1", AnnotationJson.of(annotation))))
        .isEqualTo(
            line(
                "{'id':'t1','sentences':[],'entities':[{'type':'regulator','start':0,'end':3,"
                    + "'text':'SEC','value':{'id':'us-sec','name':'The Commission'}},"
                    + "{'type':'law','start':4,'end':7,'text':'Act',"
                    + "'value':{'id':'act','name':'An Act','citation':null}},"
                    + "{'type':'date','start':8,'end':12,'text':'then','value':null}]}"));
    Classification decided =
        new Classification(List.of(new Score("tax", 0.5)), List.of(), List.of("labor"));
    assertThat(json(new TextJson<>("t2", ClassificationJson.of(decided))))
        .isEqualTo(
            line(
                "{'id':'t2','category':'labor','categories':[{'id':'labor','score':1.0}],"
                    + "'because':[],'decided':true}"));
  }

  @Test
  void writesTheResultOfASearch() {
    IndexedRisk found =
        new IndexedRisk("f1", "a.htm", FACTS, 2023, Status.PRESENT, Doubt.NONE, FIRE, null);
    Hit hit =
        new Hit(
            1,
            1.5f,
            found,
            new Snippet("A fire may stop us.", List.of(new Snippet.Mark(2, 6))),
            List.of(),
            List.of(new RiskReference("f0", 3)));
    SearchResult result =
        new SearchResult(
            1,
            Duration.ofMillis(2),
            List.of(hit),
            Map.of("form", Map.of("10-K", 1)),
            Map.of("us-sec", "The Commission"),
            "fire");
    assertThat(json(SearchJson.of(result)))
        .isEqualTo(
            line(
                "{'total':1,'took':2.0,'didYouMean':'fire','hits':[{'rank':1,'score':1.5,"
                    + "'filing':{'id':'f1',"
                    + FACTS_TEXT
                    + ",'status':'present','confidence':null,'warnings':[]},'ordinal':1,"
                    + "'group':['Our kilns'],'heading':'A fire may stop us.','category':null,"
                    + "'entities':{},'highlights':['A <em>fire</em> may stop us.'],"
                    + "'similar':['f0#3']}],'facets':{'form':{'10-K':1}},"
                    + "'regulators':{'us-sec':'The Commission'}}"));
    assertThat(json(TopicJson.of("q", result)))
        .isEqualTo(
            line(
                "{'id':'q','hits':[{'rank':1,'score':1.5,'path':'a.htm',"
                    + "'accession':'0000000000-24-000007','ordinal':1,"
                    + "'heading':'A fire may stop us.'}]}"));
  }

  @Test
  void writesAFilingOfAnIndex() {
    IndexedFiling filing =
        new IndexedFiling(
            "f1",
            "a.htm",
            "00",
            FilingFacts.UNKNOWN,
            null,
            Status.PRESENT,
            "Item 1A",
            "heading",
            "EX-13",
            Doubt.NONE,
            1,
            "model");
    assertThat(json(FilingCaptionsJson.of(filing, List.of(FIRE))))
        .isEqualTo(
            line(
                "{'id':'f1',"
                    + NO_FACTS
                    + ",'status':'present','evidence':'Item 1A','document':'EX-13',"
                    + "'confidence':null,'warnings':[],'risks':[{'ordinal':1,"
                    + "'group':['Our kilns'],'heading':'A fire may stop us.'}]}"));
    String status =
        "{"
            + NO_FACTS
            + ",'id':'f1','status':'present','method':'heading','evidence':'Item 1A',"
            + "'document':'EX-13','confidence':null,'warnings':[]";
    assertThat(json(FilingStatusJson.of(filing, null))).isEqualTo(line(status + "}"));
    assertThat(json(FilingStatusJson.of(filing, "look")))
        .isEqualTo(line(status + ",'next':'look'}"));
  }

  @Test
  void writesAComparison() {
    Comparison.Side side = new Comparison.Side("a.htm", FilingFacts.UNKNOWN, List.of(FIRE));
    String sideText =
        "{"
            + NO_FACTS
            + ",'confidence':null,'warnings':[],'risks':[{'ordinal':1,'group':['Our kilns'],"
            + "'heading':'A fire may stop us.'}]}";
    String same = "{'cosine':1.0,'jaccard':1.0,'minEdit':1.0,'simple':1.0}";
    assertThat(json(ComparisonJson.of(Comparison.of(side, side))))
        .isEqualTo(
            line(
                "{'old':"
                    + sideText
                    + ",'new':"
                    + sideText
                    + ",'measures':"
                    + same
                    + ",'notes':['Both sides are the same filing.'],"
                    + "'changes':[{'kind':'unchanged','old':[1],'new':[1],"
                    + "'similarity':1.0,'moved':false,'entities':{'added':[],'removed':[]},"
                    + "'category':{'old':null,'new':null},'measures':"
                    + same
                    + ",'weight':{'rank':1,'matter':'wording','words':0},'redline':[]}],"
                    + "'passages':[{'kind':'group','old':{'before':1,'text':'Our kilns'},"
                    + "'new':{'before':1,'text':'Our kilns'},'redline':[]}],"
                    + "'moves':[],'repeated':[],'news':[]}"));
  }

  @Test
  void writesAReportWithItsTablesBehind() {
    DataTable table =
        new DataTable(
            "panel",
            "Panel",
            List.of(Column.text("name", "Name"), Column.share("share", "Share")),
            List.of(Arrays.asList("a", 0.123456), Arrays.asList(null, null)));
    Report report =
        new Report(
            "Risks",
            LocalDate.of(2024, 1, 2),
            List.of("Few."),
            List.of(new Report.Fact("filings", "2")),
            List.of(),
            List.of(new Report.Section("", table)));
    assertThat(json(ReportJson.of(report)))
        .isEqualTo(
            line(
                "{'title':'Risks','date':'2024-01-02','notes':['Few.'],"
                    + "'figures':[{'name':'filings','value':'2'}],'sources':[],"
                    + "'panel':[{'name':'a','share':0.1235},{'name':null,'share':null}]}"));
  }

  @Test
  void escapesWhatATerminalWouldObey() {
    assertThat(json(Map.of("a\u001b", "\u0007\u007f\u009b\u202e é")))
        .isEqualTo("{\"a\\u001B\":\"\\u0007\\u007F\\u009b\\u202e é\"}\n");
  }

  @Test
  void flushesEachLineAndNeverClosesTheOutput() throws IOException {
    List<Integer> flushed = new ArrayList<>();
    AtomicBoolean closed = new AtomicBoolean();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            bytes.write(b);
          }

          @Override
          public void flush() {
            flushed.add(bytes.size());
          }

          @Override
          public void close() {
            closed.set(true);
          }
        };
    try (Json.Lines lines = Json.lines(out)) {
      lines.write(List.of());
      lines.write(List.of(1));
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("[]\n[1]\n");
    assertThat(flushed).startsWith(3, 7);
    assertThat(closed).isFalse();
  }
}
