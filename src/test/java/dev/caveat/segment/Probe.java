package dev.caveat.segment;

import dev.caveat.ingest.*;
import dev.caveat.model.*;
import java.nio.file.*;

final class Probe {
  public static void main(String[] a) throws Exception {
    OutlineModel model =
        OutlineModel.read(dev.caveat.table.Table.file(Path.of("models/outline.tsv")));
    for (String file : a) {
      Filing f;
      try (var in = Files.newInputStream(Path.of(file))) {
        f = FilingReader.read(file, in, Limits.defaults());
      }
      var clean = PageCleaner.clean(f.blocks());
      var answers = SectionEvidence.answers(clean, FormFamily.of(f.facts().form()), model);
      System.out.println("== " + file + " form " + f.facts().form() + " blocks " + clean.size());
      for (var x : answers.subList(0, Math.min(6, answers.size())))
        System.out.printf(
            "  %.2f %s %s %s%n",
            x.score(), x.status(), x.candidate(), x.said() == null ? "" : x.said().evidence());
      var best = answers.get(0);
      if (best.status() != RiskSection.Status.PRESENT) continue;
      var split = RiskSplitter.split(best.section(), model, 1);
      for (var t : split.tried())
        System.out.printf(
            "    %s %.2f fit %.3f captions %d%n",
            t.hypothesis(),
            t.score(),
            t.decoded().fit(),
            t.decoded().outline().count(Role.CAPTION));
      var t = split.tried().get(0);
      SectionSignals s = new SectionSignals(split.blocks());
      for (int i = 0; i < split.blocks().size(); i++) {
        if (t.decoded().chances().length == 0) break;
        Role r = t.decoded().outline().roles()[i];
        System.out.printf(
            "    %3d %-8s %.2f %-12s %-30s %s%.100s%n",
            i,
            r,
            t.decoded().chances()[i],
            s.relation(i, t.hypothesis()),
            s.looks[i].describe(),
            split.blocks().get(i).kind() == Block.Kind.PARAGRAPH
                ? ""
                : "(" + split.blocks().get(i).kind() + ") ",
            split.blocks().get(i).text());
      }
    }
  }
}
