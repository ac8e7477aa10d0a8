package org.cablebeam.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.avro.generic.GenericRecord;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.SyntheticCable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A heap of what nobody would want to read, through the whole program: every input has its row with
 * what came of it and why, no number is lost, and no more than a line is said of any of it.
 */
class HostileInputsTest {
  private final Composer composer = new Composer(41, 200, 0);
  private final Map<String, String> expected = new TreeMap<>();

  @TempDir Path folder;
  private Path heap;
  private int cables;

  @Test
  void everyInputHasItsRowAndItsReason() throws IOException {
    heap = Files.createDirectory(folder.resolve("heap"));
    texts();
    tables();
    markup();
    documents();
    archives();
    names();
    links();

    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, UTF_8);
    Path output = folder.resolve("out");
    int code =
        Main.run(
            new String[] {"--input=" + heap, "--output=" + output, "--maxMessageBytes=200000"},
            out,
            out);

    assertThat(code).as(said.toString(UTF_8)).isEqualTo(ExitCode.TOO_MANY_REJECTS.number());
    assertThat(said.toString(UTF_8).lines())
        .noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
    Output found = new Output(output);
    Map<String, String> rows = new TreeMap<>();
    long messages = 0;
    for (GenericRecord row : found.records("ledger")) {
      String uri = row.get("uri").toString().substring(heap.toString().length() + 1);
      messages += (Long) row.get("messages");
      rows.put(
          uri, "%s %s/%s".formatted(row.get("status"), row.get("cables"), row.get("messages")));
      if (!row.get("status").equals("OK")) {
        assertThat(String.valueOf(row.get("reason"))).as(uri).isNotBlank().doesNotContain("\n");
      }
    }
    rows.keySet().retainAll(expected.keySet());
    assertThat(rows).isEqualTo(expected);
    assertThat(messages).isEqualTo(found.count("messages"));
    assertThat(found.count("cables") + found.count("duplicates") + found.count("rejects"))
        .isEqualTo(found.count("messages"));
  }

  /** Names come from whoever packed the archive; some spreadsheets part cells at semicolons. */
  @Test
  void noNameRunsAsAFormulaInTheLedgerForSpreadsheets() throws IOException {
    Path zip = Files.write(folder.resolve("names.zip"), zip("a;=cmd|' /C calc'!A0.txt", cable()));
    Path output = folder.resolve("out");
    PrintStream none = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);

    int code =
        Main.run(new String[] {"--input=" + zip, "--output=" + output, "--excelSafe"}, none, none);

    assertThat(code).isZero();
    String ledger = Files.readString(output.resolve("ledger/ledger.csv"));
    assertThat(ledger).contains("names.zip!/a;=cmd|' /C calc'!A0.txt,");
    assertThat(Files.readString(output.resolve("ledger/ledger.excel.csv")))
        .isEqualTo(ledger.replace(";=cmd", ";'=cmd"));
  }

  /** A tar to which files were appended anew holds one name several times. */
  @Test
  void rowsOfEntriesOfOneNameAddUp() throws IOException {
    String cable = cable();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (String name : List.of("a.txt", "b.txt", "c.txt")) {
        out.putNextEntry(new ZipEntry(name));
        out.write((name.equals("b.txt") ? cable() : cable).getBytes(UTF_8));
      }
    }
    // Java writes no name twice.
    String twice = packed.toString(ISO_8859_1).replace("c.txt", "a.txt");
    Path zip = Files.write(folder.resolve("twice.zip"), twice.getBytes(ISO_8859_1));
    Files.writeString(folder.resolve("0.txt"), cable);
    Path output = folder.resolve("out");
    PrintStream none = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    String input = "--input=" + zip + "," + folder.resolve("0.txt");
    assertThat(Main.run(new String[] {input, "--output=" + output}, none, none)).isZero();
    assertThat(new Output(output).records("ledger"))
        .extracting(row -> row.get("cables") + "/" + row.get("duplicates"))
        .containsExactly("1/0", "0/1", "1/0", "0/1", "0/0");
  }

  private void texts() throws IOException {
    file("empty", "", "EMPTY 0/0");
    file("blank", " \n\t\n".repeat(500), "EMPTY 0/0");
    file("nuls", new byte[5000], "EMPTY 0/0");
    file("line", "A".repeat(1_000_000), "FAILED 0/1");
    file("nul", cable().replace("SUBJECT", "SUB\0JECT"), "OK 1/1");
    file("wide", cable().getBytes(UTF_16LE), "OK 1/1");
    file("marks", "\ufeff" + cable() + "\nNNNN\n\ufeff" + cable() + "\ufeff", "OK 2/2");
    file("ebcdic", cable().getBytes(Charset.forName("IBM037")), "FAILED 0/1");
    file("returns", cable().replace('\n', '\r'), "OK 1/1");
    file("combining", cable().replace("SUBJECT: ", "SUBJECT: Z" + "\u0301".repeat(9000)), "OK 1/1");
    file("ends", "NNNN\n".repeat(30_000), "FAILED 0/1");
    file("ids", "VZCZCXRO1234\n".repeat(12_000), "FAILED 0/1");
    byte[] noise = new byte[50_000];
    new Random(3).nextBytes(noise);
    file("noise", noise, "FAILED 0/1");
  }

  private void tables() throws IOException {
    String row =
        "\"%d\",\"2/14/2008 13:37\",\"08OSLO%d\",\"Embassy Oslo\",\"SECRET\",\"\",\"H\",\"%s\"\n";
    String body = "SECRET OSLO 000007\n\nSUBJECT: X\n\n1. A page \\\"%s\\\".";
    file(
        "open.csv",
        row.formatted(1, 7, body.formatted("and")).replace(".\"\n", ".\n")
            + row.formatted(2, 8, body.formatted("or").replace("7", "8")),
        "OK 2/2");
    file(
        "giant.csv",
        row.formatted(1, 9, "x\n".repeat(200_000))
            + row.formatted(2, 10, body.formatted("not").replace("07", "10")),
        "PARTIAL 1/2");
    file("types.json", "{\"body\":5}\n{\"body\":[\"x\"]}\n{}\nnull\n", "FAILED 0/4");
    file("deep.json", "{\"body\":" + "[".repeat(90_000) + "]".repeat(90_000) + "}", "FAILED 0/1");
    file("digits.json", "{\"x\":" + "9".repeat(100_000) + ",\"body\":\"x\"}", "FAILED 0/1");
  }

  private void markup() throws IOException {
    String page = "<html><script>alert(1)</script><pre>%s</pre></html>";
    file("script.html", page.formatted(cable()), "OK 1/1");
    file("nested.html", "<html>" + "<b>".repeat(60_000), "FAILED 0/1");
    file(
        "entities.xml",
        "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><a>&d;</a>",
        "FAILED 0/1");
  }

  private void documents() throws IOException {
    file("a.pdf", "%PDF-1.4\n\0\1\2\3\4\5\6\7\10".repeat(40), "FAILED 0/1");
    file(
        "a.jpg",
        "\u00ff\u00d8\0\1\2\3".repeat(90).getBytes(Charset.forName("IBM850")),
        "FAILED 0/1");
    file("a.docx", zip("word/document.xml", "<w/>"), "OK 0/0");
    expected.put("a.docx!/word/document.xml", "FAILED 0/1");
  }

  private void archives() throws IOException {
    byte[] one = zip("in.txt", cable());
    file("one.zip", one, "OK 0/0");
    expected.put("one.zip!/in.txt", "OK 1/1");
    file("deep.zip", zip("b.zip", zip("a.zip", one)), "OK 0/0");
    expected.put("deep.zip!/b.zip!/a.zip", "FAILED 0/1");
    byte[] cut = zip("in.txt", cable());
    file("cut.zip", Arrays.copyOf(cut, cut.length - 40), "PARTIAL 0/1");
    expected.put("cut.zip!/in.txt", "OK 1/1");
    file("magic.7z", "7z\u00bc\u00af'\u001c".getBytes(Charset.forName("ISO-8859-1")), "FAILED 0/1");
    file("magic.zip", "PK\3\4", "FAILED 0/1");
    file("bomb.gz", gzip(new byte[300_000_000]), "FAILED 0/1");
    file("climbs.zip", zip("../../evil.txt", cable()), "OK 0/0");
    expected.put("climbs.zip!/../../evil.txt", "FAILED 0/1");
    byte[] whole = gzip(cable().getBytes(UTF_8));
    byte[] twice = Arrays.copyOf(whole, 2 * whole.length - 9);
    System.arraycopy(whole, 0, twice, whole.length, whole.length - 9);
    file("members.gz", twice, "PARTIAL 1/2");
  }

  private void names() throws IOException {
    for (String name :
        new String[] {
          "new\nline",
          "quo\"te'",
          "=cmd|' C'!A0",
          "<script>",
          "a!b",
          "a*b?[c]",
          "-rf",
          "%2e",
          "\u202egnp",
          "x".repeat(250)
        }) {
      file(name, cable(), "OK 1/1");
      file(name.substring(0, Math.min(240, name.length())) + ".zip", zip(name, cable()), "OK 0/0");
    }
  }

  private void links() throws IOException {
    file("twin", cable(), "OK 1/1");
    link("out", folder);
    link("loop", heap.resolve("loop"));
    link("gone", heap.resolve("never"));
    expected.put("loop", "FAILED 0/1");
    expected.put("gone", "FAILED 0/1");
  }

  private void link(String name, Path to) throws IOException {
    Files.createSymbolicLink(heap.resolve(name), to);
  }

  /** Another cable each time. */
  private String cable() {
    SyntheticCable next;
    do {
      next = composer.cable(cables++);
    } while (next.transmissions().size() > 1);
    return next.transmissions().get(0).text();
  }

  private void file(String name, String content, String row) throws IOException {
    file(name, content.getBytes(UTF_8), row);
  }

  private void file(String name, byte[] content, String row) throws IOException {
    Files.write(heap.resolve(name), content);
    expected.put(name, row);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(String name, Object content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(content instanceof byte[] bytes ? bytes : content.toString().getBytes(UTF_8));
    }
    return packed.toByteArray();
  }
}
