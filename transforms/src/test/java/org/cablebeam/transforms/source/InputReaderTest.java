package org.cablebeam.transforms.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cablebeam.schemas.Attribute;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.Source;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class InputReaderTest {
  private static final List<Containers.Invented> CABLES = Containers.cables(25);
  private static final List<String> TEXTS = CABLES.stream().map(Containers.Invented::text).toList();

  @Test
  void findsTheSameMessagesInEveryForm() {
    Containers.bundles(CABLES)
        .forEach(
            (name, bytes) -> {
              Collected found = Collected.read(name, bytes);
              assertThat(found.texts()).as(name).isEqualTo(TEXTS);
              assertThat(found.rejects).as(name).isEmpty();
              assertThat(found.countsAddUp()).as(name).isTrue();
            });
  }

  @Test
  void findsTheSameMessagesHoweverTheyArePacked() {
    Containers.bundles(CABLES)
        .forEach(
            (name, bytes) ->
                Containers.packed(name, bytes)
                    .forEach(
                        (packedName, packed) -> {
                          Collected found = Collected.read(packedName, packed);
                          assertThat(found.texts()).as(packedName).isEqualTo(TEXTS);
                          assertThat(found.rejects).as(packedName).isEmpty();
                          assertThat(found.countsAddUp()).as(packedName).isTrue();
                        }));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsPagesOfBothLayouts(boolean released) {
    Containers.Invented cable = CABLES.get(0);
    Collected found = Collected.read("x.html", Containers.page(cable, released));
    assertThat(found.texts()).containsExactly(cable.text());
    assertThat(found.messages.get(0).getBodyStart()).isEqualTo(cable.header().length() + 2);
    Claims claims = found.messages.get(0).getClaims();
    assertThat(claims.getId()).isEqualTo("08WARSAW421");
    assertThat(claims.getReleased()).isEqualTo(released ? "2011-08-30 01:44" : null);
    assertThat(claims.getOrigin()).isEqualTo("Embassy X");
    assertThat(claims.getSubject()).isEqualTo("BREAD");
  }

  /** As {@code cat *.html} makes it, with line ends between them or without. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n"})
  void readsPagesThatWereStrungTogether(String between) {
    String pages =
        CABLES.stream()
            .map(cable -> Containers.page(cable, true))
            .collect(Collectors.joining(between));
    Limits narrow = Limits.standard().withMaxMessageBytes(5_000);
    Collected found = Collected.read("x", pages.getBytes(StandardCharsets.UTF_8), narrow);
    assertThat(found.texts()).isEqualTo(TEXTS);
    assertThat(found.codes()).isEmpty();
    assertThat(found.messages.get(1).getSource().getOrdinal()).isGreaterThan(1);
    assertThat(found.countsAddUp()).isTrue();
  }

  @Test
  void readsAPageBehindALongComment() {
    String page = "<!-- " + "saved ".repeat(1_000) + "-->\n" + Containers.page(CABLES.get(0), true);
    assertThat(Collected.read("x", page).texts()).containsExactly(TEXTS.get(0));
  }

  @Test
  void claimsWhatAnExportSaysButNotWhoReviewedIt() {
    Collected found = Collected.read("x.txt", Containers.exported(CABLES.get(0)));
    Claims claims = found.messages.get(0).getClaims();
    assertThat(claims.getId()).isEqualTo("2008WARSAW00421");
    assertThat(claims.getSubject()).isEqualTo("BREAD AND BUTTER");
    assertThat(claims.getTags()).containsExactly("ECON", "OVIP (DOE, JANE)");
    assertThat(claims.toString()).doesNotContain("somebody").doesNotContain("1960");
    assertThat(found.messages.get(0).getSource().getContainer()).isEqualTo(Container.AAD);
  }

  @Test
  void rejectsAnExportWithoutText() {
    Collected found =
        Collected.read(
            "x",
            "  Message Text\n\nERROR READING TEXT\n\n  Message Attributes\n\n"
                + "Document Number: 1976OSLO00001\nLocator: ADS TEXT UNRETRIEVABLE\n");
    assertThat(found.codes()).containsExactly("NO_TEXT");
    assertThat(found.rejects.get(0).getRaw()).contains("1976OSLO00001");
  }

  @Test
  void readsALibraryPageBehindAKeyBlock() {
    Collected found =
        Collected.read(
            "x",
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\nabc\n-----END PGP PUBLIC KEY BLOCK-----\n"
                + "BREAD IN WARSAW\nDate: 1974 February 14, 13:37 (Thursday)\n"
                + "Canonical ID: 1974WARSAW00421_b\nOriginal Classification: UNCLASSIFIED\n"
                + "From: Poland Warsaw\nTo: Department of State\n\n"
                + "UNCLAS WARSAW 0421\n\nTAGS: ECON, PL\nSUBJECT: BREAD\n\n1. YES.\n");
    assertThat(found.texts())
        .containsExactly("UNCLAS WARSAW 0421\n\nTAGS: ECON, PL\nSUBJECT: BREAD\n\n1. YES.");
    assertThat(found.messages.get(0).getClaims().getId()).isEqualTo("1974WARSAW00421_b");
    assertThat(found.messages.get(0).getClaims().getSubject()).isEqualTo("BREAD IN WARSAW");
  }

  @Test
  void partsALibraryPageFromItsTextAtThePagesOwnWords() {
    Collected found =
        Collected.read(
            "x",
            "BREAD IN WARSAW\nDate:1974 February 14, 13:37 (Thursday)\n"
                + "Canonical ID:1974WARSAW00421_b\nOriginal Classification:UNCLASSIFIED\n"
                + "Executive Order:-- Not Assigned --\nTAGS:ECON - Economic Affairs | PL - Poland\n"
                + "To:Department of State\nContent\nShow Headers\n1. YES.\n\n2. NO.\n");
    assertThat(found.texts()).containsExactly("1. YES.\n\n2. NO.");
    Claims claims = found.messages.get(0).getClaims();
    assertThat(claims.getTags()).containsExactly("ECON", "PL");
    assertThat(claims.getAttributes())
        .extracting(Attribute::getName)
        .containsExactly("Date", "Canonical ID", "Original Classification", "TAGS", "To");
  }

  @Test
  void takesTheIdFromAFileName() {
    Collected found = Collected.read("a/1974BONN08226.txt", "1. NOTHING ELSE.\nBAKER\n");
    assertThat(found.messages.get(0).getClaims().getId()).isEqualTo("1974BONN08226");
    assertThat(Collected.read("a/notes.txt", "1. X").messages.get(0).getClaims()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id: 421\n"
            + "date: 2/14/2008 13:37\n"
            + "refid: 08WARSAW421\n"
            + "origin: Embassy Warsaw\n"
            + "classification: UNCLASSIFIED\n"
            + "destination: 07WARSAW1\n"
            + "header:\n"
            + "R 141337Z FEB 08\n"
            + "FM AMEMBASSY WARSAW\n\n"
            + "----------------- header ends -----------\n",
        "421\n2/14/2008 13:37\n08WARSAW421\nEmbassy Warsaw\nUNCLASSIFIED\n07WARSAW1\n",
        "421\t2/14/2008 13:37\t08WARSAW421\tEmbassy Warsaw\tUNCLASSIFIED\t07WARSAW1\n",
        "\"421\",\"2/14/2008 13:37\",\"08WARSAW421\",\"Embassy Warsaw\",\"UNCLASSIFIED\",\"x\n",
        "Bread\nClass: UNCLASSIFIED\nDate: 2/14/2008 13:37\nKey: 08WARSAW421\nTags: ECON\n",
      })
  void readsPreamblesInsideOfBodiesAsClaims(String preamble) {
    String body = "UNCLAS WARSAW 000421\n\nSUBJECT: BREAD\n\n1. YES.";
    Collected found =
        Collected.read(
            "x",
            "{\"body\":\""
                + Containers.escaped(preamble + body).replace("\n", "\\n").replace("\t", "\\t")
                + "\"}");
    assertThat(found.messages.get(0).getText()).endsWith(body).doesNotContain("08WARSAW421");
    assertThat(found.messages.get(0).getClaims().getId()).isEqualTo("08WARSAW421");
    assertThat(found.messages.get(0).getClaims().getCreated()).isEqualTo("2/14/2008 13:37");
    assertThat(found.messages.get(0).getIssues())
        .extracting(Issue::getCode)
        .containsExactly("SKIPPED_PREAMBLE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Thursday, 14 February 2008, 13:37\n", "Cable dated:2008-02-14T13:37:00\n"})
  void readsDatesOfThePressAsClaims(String preamble) {
    Collected found = Collected.read("x", preamble + "UNCLAS WARSAW 000421\n\n1. YES.");
    assertThat(found.texts()).containsExactly("UNCLAS WARSAW 000421\n\n1. YES.");
    assertThat(found.messages.get(0).getClaims().getCreated()).contains("2008");
  }

  @Test
  void leavesCablesWithoutPreambleAlone() {
    String text = "TAGS: ECON\nSUBJECT: DATE: 2008\nREF: 08WARSAW1\n\n1. X.";
    Collected found = Collected.read("x", text);
    assertThat(found.texts()).containsExactly(text);
    assertThat(found.messages.get(0).getClaims()).isNull();
  }

  @Test
  void keepsSectionsInOneTextTogether() {
    String text =
        "P 141337Z FEB 74\nFM AMEMBASSY WARSAW\nTO SECSTATE WASHDC\n"
            + "UNCLAS SECTION 1 OF 2 WARSAW 421\n\nTAGS: ECON\nSUBJECT: X\n\n1. A.\n2. B.\n"
            + "UNCLASSIFIED\nPAGE 01 WARSAW 00421 02 OF 02 141338Z\n"
            + "P 141338Z FEB 74\nFM AMEMBASSY WARSAW\nTO SECSTATE WASHDC\n"
            + "UNCLAS SECTION 2 OF 2 WARSAW 421\n\n3. C.\nBAKER";
    assertThat(Collected.read("x", text).texts()).containsExactly(text);
  }

  @Test
  void dividesAtTheHeaderOfAnotherNumber() {
    String one =
        "P 141337Z FEB 74\nFM AMEMBASSY WARSAW\nTO SECSTATE WASHDC\nUNCLAS WARSAW 421\n\n"
            + "TAGS: ECON\nSUBJECT: X\n\n1. A.\nBAKER";
    String two =
        "UNCLASSIFIED\nPAGE 01 OSLO 00077 151337Z\nACTION EUR-12\nINFO OCT-01 /026 W\n"
            + "R 151337Z FEB 74\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nUNCLAS OSLO 77\n\n"
            + "TAGS: ECON\nSUBJECT: Y\n\n1. B.\nMILLER";
    Collected found = Collected.read("x", one + "\n\n" + two + "\n");
    assertThat(found.texts()).containsExactly(one, two);
    assertThat(found.messages.get(1).getSource().getOrdinal()).isEqualTo(one.length() + 3L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"QUOTE", "BEGIN TEXT", "2. FOLLOWING IS THEIR CABLE:"})
  void keepsQuotedCablesInTheirCable(String mark) {
    String text =
        "P 141337Z FEB 74\nFM SECSTATE WASHDC\nTO AMEMBASSY LIMA\nUNCLAS STATE 421\n\n"
            + "TAGS: ECON\nSUBJECT: X\n\n1. A.\n"
            + mark
            + "\nR 131337Z FEB 74\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nUNCLAS OSLO 77\n\n"
            + "TAGS: ECON\nSUBJECT: Y\n\n1. B.\nUNQUOTE\n2. C.\nRUSK";
    assertThat(Collected.read("x", text).texts()).containsExactly(text);
  }

  @Test
  void decodesWhatIsNotUtf8() {
    byte[] text =
        "UNCLAS LIMA 000421\n\n1. \u201cMa\u00f1ana\u201d, said Se\u00f1or Pe\u00f1a.\n"
            .getBytes(Charset.forName("windows-1252"));
    Collected found = Collected.read("x", text);
    assertThat(found.texts().get(0)).contains("\u201cMa\u00f1ana\u201d, said Se\u00f1or Pe\u00f1a");
    assertThat(found.inputs.get(0).getCharset()).isEqualTo("windows-1252");
    assertThat(found.inputs.get(0).getRecognizedBy())
        .isEqualTo(
            "no mark of another form; bytes that are no UTF-8, by the letters they would be");
  }

  /** A file of UTF-16 may be of any length, like every other. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
  void readsUtf16OfAnyLength(String charset) throws IOException {
    String traffic = String.join("\r\n\r\n", Collections.nCopies(20, String.join("\n\n", TEXTS)));
    byte[] bytes = traffic.getBytes(charset);
    Limits narrow = Limits.standard().withMaxMessageBytes(5_000);
    assertThat(bytes.length).isGreaterThan(100_000);
    Collected found = Collected.read("x", bytes, narrow);
    assertThat(found.codes()).isEmpty();
    assertThat(found.messages).hasSize(20 * TEXTS.size());
    assertThat(found.texts().subList(0, TEXTS.size())).isEqualTo(TEXTS);
    assertThat(found.messages.get(7).getSource().getCharset()).startsWith("UTF-16");
    assertThat(found.inputs.get(0).getSize()).isEqualTo(bytes.length);
    assertThat(found.inputs.get(0).getRecognizedBy())
        .endsWith(
            charset.equals("UTF-16") ? "; a byte-order mark" : "; a NUL in every second byte");

    byte[] packed = Containers.packed("x", bytes).get("x.gz");
    Collected cut = Collected.read("x.gz", Arrays.copyOf(packed, packed.length * 2 / 3), narrow);
    assertThat(cut.texts())
        .hasSizeGreaterThan(10)
        .isEqualTo(found.texts().subList(0, cut.messages.size()));
    assertThat(cut.codes()).containsExactly("DAMAGED_ARCHIVE");
  }

  @Test
  void repairsMojibakeAndSaysSo() {
    String misread =
        new String(
            "Caf\u00e9 \u201cZ\u00fcrich\u201d".getBytes(StandardCharsets.UTF_8),
            Charset.forName("ISO-8859-1"));
    Collected found = Collected.read("x", "UNCLAS LIMA 000421\n\n1. " + misread + "\n");
    assertThat(found.texts().get(0)).endsWith("1. Caf\u00e9 \u201cZ\u00fcrich\u201d");
    assertThat(found.messages.get(0).getIssues())
        .extracting(Issue::getCode)
        .containsExactly("REPAIRED_MOJIBAKE");
  }

  @Test
  void leavesHonestAccentsAlone() {
    String text = "UNCLAS LIMA 000421\n\n1. S\u00c3O PAULO, \u00c2NGELO, \u00e9t\u00e9.";
    Collected found = Collected.read("x", text);
    assertThat(found.texts()).containsExactly(text);
    assertThat(found.messages.get(0).getIssues()).isEmpty();
  }

  @Test
  void refusesBombs() {
    byte[] zeros = new byte[40 << 20];
    Arrays.fill(zeros, (byte) 'A');
    byte[] bomb = Containers.compressed(zeros, GzipCompressorOutputStream::new);
    Limits limits = Limits.standard().withMaxMessageBytes(1 << 20).withMaxExpansion(100);
    assertThat(Collected.read("x.gz", bomb, limits).codes()).containsExactly("EXPANSION_TOO_LARGE");
    byte[] zip = Containers.zip(Map.of("a.txt", zeros));
    assertThat(Collected.read("x.zip", zip, limits).codes()).containsExactly("EXPANSION_TOO_LARGE");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("0.txt", TEXTS.get(0).getBytes(StandardCharsets.UTF_8));
    entries.put("a.txt", zeros);
    Collected sevenZ = Collected.read("x.7z", Containers.sevenZ(entries), limits);
    assertThat(sevenZ.texts()).containsExactly(TEXTS.get(0));
    assertThat(sevenZ.codes()).containsExactly("EXPANSION_TOO_LARGE");
    assertThat(sevenZ.rejects.get(0).getSource().getUri()).isEqualTo("x.7z!/a.txt");
    assertThat(sevenZ.countsAddUp()).isTrue();
  }

  @Test
  void refusesWhatIsEncryptedAndReadsTheRest() throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile archive = new SevenZOutputFile(channel, "secret".toCharArray())) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("a.txt");
      archive.putArchiveEntry(entry);
      archive.write(TEXTS.get(0).getBytes(StandardCharsets.UTF_8));
      archive.closeArchiveEntry();
    }
    byte[] sevenZ = Arrays.copyOf(channel.array(), (int) channel.size());
    Collected refused = Collected.read("x.7z", sevenZ);
    assertThat(refused.codes()).containsExactly("ENCRYPTED_ARCHIVE");
    assertThat(refused.messages).isEmpty();
    assertThat(refused.countsAddUp()).isTrue();

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 2; i++) {
        byte[] text = TEXTS.get(i).getBytes(StandardCharsets.UTF_8);
        ZipEntry entry = new ZipEntry(i + ".txt");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(text.length);
        CRC32 checksum = new CRC32();
        checksum.update(text);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(text);
      }
    }
    byte[] zip = out.toByteArray();
    // The flag in the header of the first entry that says that its bytes are encrypted.
    zip[6] |= 1;
    Collected some = Collected.read("x.zip", zip);
    assertThat(some.codes()).containsExactly("ENCRYPTED_ARCHIVE");
    assertThat(some.texts()).containsExactly(TEXTS.get(1));
    assertThat(some.countsAddUp()).isTrue();

    // Where only unpacking tells the end of the encrypted entry.
    zip[6] |= 8;
    Collected none = Collected.read("x.zip", zip);
    assertThat(none.codes()).containsExactly("ENCRYPTED_ARCHIVE", "ENCRYPTED_ARCHIVE");
    assertThat(none.rejects.get(1).getMessage()).contains("Behind an encrypted entry");
  }

  /** However deep or wide a form is nested, it is data. */
  @Test
  void deepNestsAreOnlyData() {
    String html = "<html><body>" + "<div><pre>".repeat(200_000) + "x</body></html>";
    assertThat(Collected.read("x", html).countsAddUp()).isTrue();
    String json = "{\"id\":\"08OSLO1\",\"x\":" + "[".repeat(500_000) + "\n{}\n";
    assertThat(Collected.read("x", json).codes()).contains("MALFORMED_ROW");
    String open =
        Containers.row(CABLES.get(0)) + "\"2\",\"a cell without end" + "\nx".repeat(3_000_000);
    Collected table =
        Collected.read(
            "x",
            open.getBytes(StandardCharsets.UTF_8),
            Limits.standard().withMaxMessageBytes(1 << 20));
    assertThat(table.texts()).containsExactly(TEXTS.get(0));
    assertThat(table.codes()).containsExactly("MESSAGE_TOO_LARGE");
  }

  /** Eight bytes of a header may ask for more memory than the program has. */
  @Test
  void refusesADictionaryThatIsLargerThanTheMemory() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (XZOutputStream out = new XZOutputStream(packed, new LZMA2Options(0))) {
      out.write(TEXTS.get(0).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    assertThat(Collected.read("x.xz", bytes).texts()).containsExactly(TEXTS.get(0));
    // The block header: its length, flags, LZMA2 (0x21), one byte of properties, padding, CRC-32.
    int length = (bytes[12] + 1) * 4;
    assertThat(bytes[14]).isEqualTo((byte) 0x21);
    bytes[16] = 36; // 1 GiB
    CRC32 crc = new CRC32();
    crc.update(bytes, 12, length - 4);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(12 + length - 4, (int) crc.getValue());

    Collected found = Collected.read("x.xz", bytes);

    assertThat(found.codes()).containsExactly("EXPANSION_TOO_LARGE");
    assertThat(found.rejects.get(0).getMessage()).contains("KiB of memory");
    assertThat(found.countsAddUp()).isTrue();
  }

  @Test
  void refusesNamesThatClimbOutAndReadsTheRest() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    byte[] text = "1. X.\n".getBytes(StandardCharsets.UTF_8);
    entries.put("../up.txt", text);
    entries.put("a/b.txt", text);
    Collected zip = Collected.read("x.zip", Containers.zip(entries));
    Collected tar = Collected.read("x.tar", Containers.tar(entries));
    for (Collected found : List.of(zip, tar)) {
      assertThat(found.codes()).containsExactly("UNSAFE_ENTRY_NAME");
      assertThat(found.texts()).containsExactly("1. X.");
      assertThat(found.countsAddUp()).isTrue();
    }
  }

  @Test
  void refusesTooManyEntriesAndTooDeepNests() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      entries.put(i + ".txt", ("1. X" + i).getBytes(StandardCharsets.UTF_8));
    }
    Collected many =
        Collected.read("x.zip", Containers.zip(entries), Limits.standard().withMaxEntries(3));
    assertThat(many.messages).hasSize(3);
    assertThat(many.codes()).containsExactly("TOO_MANY_ENTRIES");
    byte[] nest = Containers.zip(entries);
    for (int i = 0; i < 4; i++) {
      nest = Containers.zip(Map.of("n.zip", nest));
    }
    assertThat(Collected.read("x.zip", nest).codes()).containsExactly("NESTED_TOO_DEEP");
  }

  @Test
  void aTransmissionThatWasSentTwiceIsTwoMessages() {
    String header =
        "VZCZCXRO1234\nRR RUEHC\nDE RUEHWR #0421 0451337\nZNR UUUUU ZZH\n"
            + "R 141337Z FEB 08\nFM AMEMBASSY WARSAW\nTO RUEHC/SECSTATE WASHDC\n\n";
    String message = header + "UNCLAS WARSAW 000421\n\nSUBJECT: THE MILL\n\n1. It closed.\n";
    assertThat(Collected.read("a.txt", message + message).texts()).hasSize(2);
    // A header that a republisher printed again above the body is no second message.
    assertThat(Collected.read("a.txt", header + "date: 2/14/2008\nheader:\n" + message).texts())
        .hasSize(1);
  }

  @Test
  void rejectsMessagesThatAreTooLongAndReadsTheNext() {
    String table =
        Containers.row(CABLES.get(0))
            + Containers.row(
                new Containers.Invented("08LIMA9", "LIMA", 9, "", "X".repeat(3_000_000)))
            + Containers.row(CABLES.get(1));
    Collected found =
        Collected.read(
            "x",
            table.getBytes(StandardCharsets.UTF_8),
            Limits.standard().withMaxMessageBytes(1 << 20));
    assertThat(found.texts()).containsExactly(TEXTS.get(0), TEXTS.get(1));
    assertThat(found.codes()).containsExactly("MESSAGE_TOO_LARGE");
  }

  @Test
  void rejectsMalformedRowsAndGarbage() {
    String row = "\"5\",\"x\",\"y\"\n";
    Collected found = Collected.read("x", Containers.row(CABLES.get(0)) + row);
    assertThat(found.codes()).containsExactly("MALFORMED_ROW");
    assertThat(found.rejects.get(0).getRaw()).isEqualTo(row);
    Collected json = Collected.read("x", Containers.line(CABLES.get(0)) + "{\"id\": oops\n");
    assertThat(json.texts()).containsExactly(TEXTS.get(0));
    assertThat(json.codes()).containsExactly("MALFORMED_ROW");
    byte[] garbage = new byte[5000];
    new java.util.Random(7).nextBytes(garbage);
    assertThat(Collected.read("x", garbage).codes()).containsExactly("NOT_TEXT");
  }

  @Test
  void anEmptyFileHoldsNoMessage() {
    Collected found = Collected.read("x", " \n\n");
    assertThat(found.messages).isEmpty();
    assertThat(found.rejects).isEmpty();
    assertThat(found.inputs).extracting(LedgerEntry::getStatus).containsExactly("EMPTY");
  }

  @Test
  void cutArchivesGiveWhatIsBeforeTheCutAndOneReason() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      entries.put(i + ".txt", TEXTS.get(i).getBytes(StandardCharsets.UTF_8));
    }
    Map<String, byte[]> archives = new LinkedHashMap<>();
    archives.put("a.zip", Containers.zip(entries));
    archives.put("a.tar", Containers.tar(entries));
    archives.put(
        "a.tgz", Containers.compressed(Containers.tar(entries), GzipCompressorOutputStream::new));
    archives.put("a.7z", Containers.sevenZ(entries));
    archives.forEach(
        (name, bytes) -> {
          int last = name.equals("a.tar") ? TEXTS.get(0).length() * 4 : bytes.length;
          for (int length = 600; length < last; length += 61) {
            Collected found = Collected.read(name, Arrays.copyOf(bytes, length));
            assertThat(TEXTS).as(name + " " + length).containsAll(found.texts());
            assertThat(found.rejects).as(name + " " + length).hasSize(1);
            assertThat(found.countsAddUp()).as(name + " " + length).isTrue();
          }
        });
  }

  private static final String HEADER =
      "VZCZCXRO1234\nRR RUEHC\nDE RUEHWR #0421 0451337\nZNR UUUUU ZZH\n"
          + "R 141337Z FEB 08\nFM AMEMBASSY WARSAW\nTO RUEHC/SECSTATE WASHDC";

  private static final String BODY =
      "UNCLAS WARSAW 000421\n\nSUBJECT: THE MILL\n\n1. It closed.\nDOE";

  /** Header and body as a file of their own; another serial makes another cable. */
  private static String telegram(int serial) {
    return (HEADER + "\n\n" + BODY + "\n").replace("421", Integer.toString(serial));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id: 7\ndate: 2/14/2008 13:37\nrefid: 08WARSAW421\norigin: Embassy Warsaw\n"
            + "classification: UNCLASSIFIED\nheader:\n",
        "7\n2/14/2008 13:37\n08WARSAW421\nEmbassy Warsaw\nUNCLASSIFIED\n",
        "7\t2/14/2008 13:37\t08WARSAW421\tEmbassy Warsaw\tUNCLASSIFIED\t",
        "# The mill\n\n- **Reference ID:** 08WARSAW421\n- **Created:** 2/14/2008 13:37\n\n",
      })
  void aPreambleAboveATransmissionIdIsThatOfItsCable(String preamble) {
    Collected found = Collected.read("x", preamble + HEADER + "\n\n" + BODY + "\n");
    assertThat(found.rejects).isEmpty();
    assertThat(found.texts()).containsExactly(HEADER + "\n\n" + BODY);
    assertThat(found.messages.get(0).getClaims().getId()).isEqualTo("08WARSAW421");
    assertThat(found.messages.get(0).getClaims().getCreated()).isEqualTo("2/14/2008 13:37");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ZCZCABC0421\n",
        "From ops Tue Feb 14 2008\nDate: Tue, 14 Feb 2008 13:40:00 +0000\nSubject: the mill\n\n",
      })
  void whatMarksTheBeginningOfATelegramIsPartOfIt(String mark) {
    String one = mark + telegram(421);
    String two = mark + telegram(422);
    for (String between : List.of("", "\n", "NNNN\n", "NNNN\n\n\n")) {
      Collected found = Collected.read("x", one + between + two);
      assertThat(found.rejects).as(between).isEmpty();
      assertThat(found.texts()).as(between).hasSize(2);
      assertThat(found.texts()).as(between).allMatch(text -> text.startsWith(mark.strip()));
    }
  }

  @Test
  void whatStandsBeforeATelegramIsNotPartOfItWhereItIsATelegramItself() {
    assertThat(Collected.read("x", BODY + "\n" + telegram(422)).texts()).hasSize(2);
    assertThat(Collected.read("x", "1. A paragraph.\n\n" + telegram(422)).texts()).hasSize(2);
  }

  @Test
  void telegramsThatAreStrungTogetherWithAnExportAreMessagesToo() {
    String export = Containers.exported(CABLES.get(0));
    String all = telegram(7001) + telegram(7002) + export + "\f" + export + telegram(7003);
    Collected found = Collected.read("x", all);
    assertThat(found.rejects).isEmpty();
    String exported = Collected.read("x", export).texts().get(0);
    assertThat(found.texts())
        .containsExactly(
            telegram(7001).strip(),
            telegram(7002).strip(),
            exported,
            exported,
            telegram(7003).strip());
    assertThat(found.messages.get(2).getClaims())
        .isEqualTo(found.messages.get(3).getClaims())
        .isNotNull();
  }

  @Test
  void readsAnExportThatWasSavedAsAPage() {
    String export = Containers.exported(CABLES.get(0));
    String page = export.replace("&", "&amp;").replace("<", "&lt;");
    Collected found =
        Collected.read("x", "<html><body><h1>Telegram</h1><pre>" + page + "</pre></body></html>");
    assertThat(found.texts()).isEqualTo(Collected.read("x", export).texts());
    assertThat(found.messages.get(0).getClaims().getId()).isEqualTo("2008WARSAW00421");
    assertThat(found.inputs.get(0).getContainer()).isEqualTo(Container.AAD);
  }

  @Test
  void readsTelegramsOnPagesThatBreakTheirLinesThemselves() {
    String page = "<html><body><p>" + telegram(421).replace("\n", "<br>") + "</p></body></html>";
    assertThat(Collected.read("x", page).texts()).containsExactly(HEADER + "\n\n" + BODY);
    assertThat(Collected.read("x", "<html><body><p>Our mills</p></body></html>").codes())
        .containsExactly("NOT_A_CABLE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "row,date,id,origin,classification,references,header,body\n",
        "\"row\",\"date\",\"id\",\"from\",\"class\",\"refs\",\"header\",\"text\"\r\n",
        "date,id,origin,classification,references,header,body\n",
      })
  void passesOverTheNamesOfColumns(String names) {
    byte[] table = Containers.bundles(CABLES).get("cables.csv");
    Collected found = Collected.read("x", names + new String(table, StandardCharsets.UTF_8));
    assertThat(found.texts()).isEqualTo(TEXTS);
    assertThat(found.rejects).isEmpty();
    assertThat(found.messages.get(0).getClaims().getOrigin()).isNotNull();
  }

  /** What users give by mistake has a reject that says what it is, however long it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "%PDF-1.4\\n|PDF",
        "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1|office",
        "\u0089PNG\\r\\n\u001a\\n|PNG",
        "\u00ff\u00d8\u00ff\u00e0|JPEG",
        "GIF89a|GIF",
        "Rar!\u001a\u0007|RAR",
        "\u0004\"M\u0018|lz4",
        "SQLite format 3\u0000|SQLite",
        "PAR1|Parquet",
      })
  void rejectsWhatIsNoTextWithWhatItIs(String signature, String name) {
    String start = signature.replace("\\n", "\n").replace("\\r", "\r");
    String content = start + telegram(421) + "\n" + telegram(422).repeat(1_000);
    Limits narrow = Limits.standard().withMaxMessageBytes(100_000);
    Collected found = Collected.read("x", content.getBytes(StandardCharsets.ISO_8859_1), narrow);
    assertThat(found.codes()).containsExactly("NOT_TEXT");
    assertThat(found.rejects.get(0).getMessage()).contains(name);
    assertThat(found.messages).isEmpty();
    assertThat(found.inputs.get(0).getSize()).isEqualTo(content.length());
    assertThat(found.inputs.get(0).getSha256()).isNotNull();
  }

  @Test
  void anOfficeDocumentIsOneRejectAndNoArchive() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", new byte[] {'<'});
    entries.put("word/document.xml", TEXTS.get(0).getBytes(StandardCharsets.UTF_8));
    Collected found = Collected.read("x", Containers.zip(entries));
    assertThat(found.codes()).containsExactly("NOT_TEXT");
    assertThat(found.messages).isEmpty();
    assertThat(found.inputs).hasSize(1);
  }

  @Test
  void rejectsRichTextWithWhatToDo() {
    String text = "{\\rtf1\\ansi " + telegram(421).replace("\n", "\\par\n") + "}";
    Collected found = Collected.read("x", text);
    assertThat(found.codes()).containsExactly("NOT_TEXT");
    assertThat(found.rejects.get(0).getMessage()).contains("plain text");
    assertThat(found.rejects.get(0).getRaw()).isEqualTo(text);
    assertThat(Collected.read("rejects", Containers.rejects(found.rejects)).rejects)
        .isEqualTo(found.rejects);
  }

  @Test
  void aDamagedEntryIsRejectedAndTheOthersAreRead() {
    byte[] whole =
        Containers.compressed(
            TEXTS.get(1).getBytes(StandardCharsets.UTF_8), GzipCompressorOutputStream::new);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("a", TEXTS.get(0).getBytes(StandardCharsets.UTF_8));
    entries.put("cut.gz", Arrays.copyOf(whole, whole.length / 2));
    entries.put("bomb", "X".repeat(40_000_000).getBytes(StandardCharsets.UTF_8));
    entries.put("b", TEXTS.get(2).getBytes(StandardCharsets.UTF_8));
    Collected tar = Collected.read("x.tar", Containers.tar(entries));
    assertThat(tar.texts()).containsExactly(TEXTS.get(0), TEXTS.get(2));
    assertThat(tar.codes()).containsExactly("DAMAGED_ARCHIVE", "MESSAGE_TOO_LARGE");
    // Of this zip the sizes stand behind the entries: the end of a bomb cannot be found.
    Collected zip = Collected.read("x.zip", Containers.zip(entries));
    assertThat(zip.texts()).containsExactly(TEXTS.get(0));
    assertThat(zip.codes()).containsExactly("DAMAGED_ARCHIVE", "EXPANSION_TOO_LARGE");
    LedgerEntry archive = zip.inputs.get(zip.inputs.size() - 1);
    assertThat(archive.getStatus()).isEqualTo("PARTIAL");
    assertThat(archive.getReason()).contains("up to entry 3").contains("was not");
    // What could be unpacked of an entry is kept.
    assertThat(tar.rejects.get(0).getRaw()).isNotEmpty();
    assertThat(TEXTS.get(1)).startsWith(tar.rejects.get(0).getRaw());
  }

  @Test
  void aDamagedEntryOf7zIsRejectedAndTheOthersAreRead() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      entries.put(i + ".txt", TEXTS.get(i).getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = Containers.sevenZ(entries);
    // Behind the header of 32 bytes each entry has some hundred of its own.
    for (int at = 40; at < 500; at += 23) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      Collected found = Collected.read("x.7z", damaged);
      assertThat(TEXTS).containsAll(found.texts());
      assertThat(found.texts()).as("damage at %d", at).hasSize(3);
      assertThat(found.codes()).containsExactly("DAMAGED_ARCHIVE");
      assertThat(found.countsAddUp()).isTrue();
      assertThat(found.inputs).hasSize(5);
    }
  }

  /** Files strung together: all before the cut are read, in whatever way they were compressed. */
  @Test
  void aCutBehindTheFirstOfSeveralCompressedFilesLosesNothingBeforeIt() {
    String first = String.join("\nNNNN\n", TEXTS.subList(0, 12)) + "\nNNNN\n";
    String second = String.join("\nNNNN\n", TEXTS.subList(12, 25));
    Map<String, byte[]> one = Containers.packed("x", first.getBytes(StandardCharsets.UTF_8));
    Map<String, byte[]> two = Containers.packed("x", second.getBytes(StandardCharsets.UTF_8));
    for (String name : List.of("x.gz", "x.bz2", "x.xz", "x.zst")) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.writeBytes(one.get(name));
      both.writeBytes(two.get(name));
      Collected whole = Collected.read(name, both.toByteArray());
      assertThat(whole.messages).as(name).hasSize(25);
      assertThat(whole.rejects).as(name).isEmpty();
      for (int cut = 1; cut < two.get(name).length; cut += 13) {
        Collected found =
            Collected.read(name, Arrays.copyOf(both.toByteArray(), both.size() - cut));
        // The reject holds what the last before the cut was, whole or not.
        int last = found.messages.size();
        assertThat(last).as("%s without %d", name, cut).isGreaterThanOrEqualTo(11);
        assertThat(TEXTS.get(last))
            .startsWith(raw(found).substring(0, Math.min(40, raw(found).length())));
        assertThat(found.messages).isEqualTo(whole.messages.subList(0, found.messages.size()));
        assertThat(found.codes()).as("%s without %d", name, cut).containsExactly("DAMAGED_ARCHIVE");
      }
    }
  }

  private static String raw(Collected found) {
    return found.rejects.get(0).getRaw();
  }

  @Test
  void aCutBzip2OfManyBlocksGivesTheBlocksBeforeTheCut() throws IOException {
    String traffic = String.join("\nNNNN\n", Collections.nCopies(500, String.join("", TEXTS)));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(packed, 1)) {
      out.write(traffic.getBytes(StandardCharsets.UTF_8));
    }
    int all = Collected.read("x.bz2", packed.toByteArray()).messages.size();
    for (int tenths = 3; tenths < 10; tenths++) {
      byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() * tenths / 10);
      Collected found = Collected.read("x.bz2", cut);
      // A block has 100,000 bytes, and the one that is cut is lost.
      assertThat(found.messages.size())
          .isBetween(all * tenths / 10 - all * 110_000 / traffic.length(), all * tenths / 10);
      assertThat(found.codes()).containsExactly("DAMAGED_ARCHIVE");
    }
  }

  @Test
  void anEntryOfWhichTheChecksumIsWrongIsRejectedWithItsText() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String text : TEXTS.subList(0, 3)) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(Integer.toString(text.hashCode()));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
      }
    }
    byte[] damaged = bytes.toByteArray();
    String second = TEXTS.get(1);
    int place = bytes.toString(StandardCharsets.ISO_8859_1).indexOf(CABLES.get(1).header()) + 40;
    damaged[place] ^= 1;
    Collected found = Collected.read("x.zip", damaged);
    assertThat(found.texts()).containsExactly(TEXTS.get(0), TEXTS.get(2));
    assertThat(found.codes()).containsExactly("DAMAGED_ARCHIVE");
    assertThat(found.rejects.get(0).getMessage()).contains("checksum");
    assertThat(found.rejects.get(0).getRaw()).startsWith(second.substring(0, 20));
  }

  @Test
  void readsEveryFileOfAGzipThatHoldsSeveralAndNoMore() throws IOException {
    ByteArrayOutputStream several = new ByteArrayOutputStream();
    for (String text : TEXTS) {
      byte[] one = (text + "\nNNNN\n").getBytes(StandardCharsets.UTF_8);
      several.write(Containers.compressed(one, GzipCompressorOutputStream::new));
    }
    several.write("not of it".getBytes(StandardCharsets.UTF_8));
    Collected found = Collected.read("x.gz", several.toByteArray());
    assertThat(found.texts()).hasSameSizeAs(TEXTS);
    assertThat(found.codes()).containsExactly("DAMAGED_ARCHIVE");
    assertThat(found.inputs.get(0).getStatus()).isEqualTo("PARTIAL");
  }

  @Test
  void aCutFileGivesAllRecordsBeforeTheCut() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      lines.append(Containers.line(CABLES.get(i % CABLES.size())));
    }
    byte[] plain = lines.toString().getBytes(StandardCharsets.UTF_8);
    byte[] whole = Containers.compressed(plain, GzipCompressorOutputStream::new);
    Collected found = Collected.read("x.gz", Arrays.copyOf(whole, whole.length - 9));
    assertThat(found.messages).hasSize(1999);
    assertThat(found.codes()).containsExactly("DAMAGED_ARCHIVE");
    assertThat(found.rejects.get(0).getRaw()).contains("\"body\"");
  }

  @Test
  void anUnreadableFileIsAReject() {
    SeekableByteChannel broken =
        new SeekableInMemoryByteChannel(new byte[100]) {
          @Override
          public int read(ByteBuffer buffer) throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    Collected found = new Collected();
    new InputReader(Limits.standard()).read("x", broken, found);
    assertThat(found.codes()).containsExactly("UNREADABLE_FILE");
    assertThat(found.rejects.get(0).getMessage()).contains("the disk is gone");
    assertThat(found.countsAddUp()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "deflate", "snappy", "zstandard", "bzip2", "xz"})
  void readsItsOwnRejectsAgain(String codec) throws IOException {
    Collected first =
        Collected.read("t.csv", Containers.row(CABLES.get(0)) + "\"5\",\"x\",\"y\"\n");
    RejectedMessage parsed =
        RejectedMessage.newBuilder(first.rejects.get(0))
            .setStage("PARSE")
            .setCode("NOT_A_CABLE")
            .setRaw("nothing")
            .setBodyStart(3)
            .setClaims(Claims.newBuilder().setId("08OSLO1").setTags(List.of("ECON")).build())
            .setIssues(List.of(new Issue("SKIPPED_PREAMBLE", null, "x")))
            .build();
    byte[] file =
        Containers.rejects(
            codec, RejectedMessage.getClassSchema(), List.of(first.rejects.get(0), parsed));
    Collected found = Collected.read("rejects.avro", file);
    assertThat(found.rejects).isEqualTo(first.rejects);
    RawMessage message = found.messages.get(0);
    assertThat(message.getText()).isEqualTo("nothing");
    assertThat(message.getSource()).isEqualTo(first.rejects.get(0).getSource());
    assertThat(message.getBodyStart()).isEqualTo(3);
    assertThat(message.getClaims()).isEqualTo(parsed.getClaims());
    assertThat(message.getIssues()).isEqualTo(parsed.getIssues());
    assertThat(found.inputs)
        .extracting(LedgerEntry::getUri)
        .containsExactly("t.csv", "rejects.avro");
    assertThat(found.inputs.get(1).getSha256()).isNotNull();
    assertThat(found.countsAddUp()).isTrue();
  }

  /** More than one block, and more bytes together than one message may have. */
  @Test
  void readsAFileOfRejectsOfAnySize() throws IOException {
    RejectedMessage one =
        RejectedMessage.newBuilder()
            .setSource(Source.newBuilder().setUri("x").build())
            .setStage("PARSE")
            .setCode("NOT_A_CABLE")
            .setMessage("why")
            .setRaw("y".repeat(90_000))
            .build();
    byte[] file =
        Containers.rejects("null", RejectedMessage.getClassSchema(), Collections.nCopies(40, one));
    Limits small = Limits.standard().withMaxMessageBytes(100_000);
    Collected found = Collected.read("rejects.avro", file, small);
    assertThat(found.messages).hasSize(40);
    assertThat(found.rejects).isEmpty();

    Collected cut = Collected.read("rejects.avro", Arrays.copyOf(file, file.length / 2), small);
    assertThat(cut.messages).hasSizeBetween(10, 20);
    assertThat(cut.codes()).containsExactly("DAMAGED_ARCHIVE");
  }

  @Test
  void readsRejectsOfAnEarlierSchema() throws IOException {
    Schema now = RejectedMessage.getClassSchema();
    List<Schema.Field> fields =
        now.getFields().stream()
            .filter(field -> field.pos() < now.getField("body_start").pos())
            .map(field -> new Schema.Field(field, field.schema()))
            .toList();
    Schema then = Schema.createRecord(now.getName(), null, now.getNamespace(), false, fields);
    RejectedMessage reject =
        RejectedMessage.newBuilder()
            .setSource(Source.newBuilder().setUri("x").build())
            .setStage("PARSE")
            .setCode("NOT_A_CABLE")
            .setMessage("why")
            .setRaw("text")
            .build();
    assertThat(
            Collected.read("rejects.avro", Containers.rejects("snappy", then, List.of(reject)))
                .texts())
        .containsExactly("text");
  }

  /** So that a row of the ledger proves that a file is the same, however it was read. */
  @Test
  void everyFileIsDigestedAsItLies() throws Exception {
    byte[] text = CABLES.get(0).text().getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> files = new LinkedHashMap<>(Containers.packed("a.txt", text));
    files.put("a.txt", text);
    files.put("a.txt.gz.gz", gzip(gzip(text)));
    files.put("a.zip.gz", gzip(Containers.zip(Map.of("a.txt", text))));
    for (var file : files.entrySet()) {
      String digest =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.getValue()));
      LedgerEntry whole = row(Collected.read("f", file.getValue()));
      assertThat(whole.getSha256()).as(file.getKey()).isEqualTo(digest);
      assertThat(whole.getSize()).as(file.getKey()).isEqualTo(file.getValue().length);
    }
    Collected ranges = Collected.readRanges(text, List.of(100));
    assertThat(ranges.inputs.get(0).getSha256())
        .isEqualTo(row(Collected.read("f", text)).getSha256());
    assertThat(ranges.inputs.get(1).getSha256()).isNull();
  }

  private static byte[] gzip(byte[] bytes) {
    return Containers.compressed(bytes, GzipCompressorOutputStream::new);
  }

  private static LedgerEntry row(Collected found) {
    return found.inputs.stream().filter(row -> row.getUri().equals("f")).findAny().orElseThrow();
  }

  @Test
  void otherAvroFilesAreNoInput() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>())) {
      writer.create(Source.getClassSchema(), out);
      writer.append(Source.newBuilder().setUri("x").build());
    }
    Collected found = Collected.read("cables.avro", out.toByteArray());
    assertThat(found.codes()).containsExactly("NOT_TEXT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "(",
        "NNNN\n",
        "QUOTE\n",
        "FM X\n",
        "UNCLAS OSLO 1\n",
        "\u00c3\u00a9",
        "id: 1\nrefid: 2\nFM X\n",
        "ZCZC\nVZCZCXRO0001\nFM X\n",
        "VZCZCXRO0001\nid: 1\nrefid: 2\nFM X\n"
      })
  void noTextIsSlow(String piece) {
    byte[] text = piece.repeat((4 << 20) / piece.length()).getBytes(StandardCharsets.UTF_8);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(Collected.read("x", text).countsAddUp()).isTrue());
  }
}
