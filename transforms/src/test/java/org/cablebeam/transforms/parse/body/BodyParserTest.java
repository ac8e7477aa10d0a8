package org.cablebeam.transforms.parse.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.text.Issues;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyParserTest {
  private static final BodyParser PARSER = new BodyParser();

  private record Parsed(String text, Cable cable, List<Issue> issues) {
    List<String> codes() {
      return issues.stream().map(Issue::getCode).toList();
    }

    List<Integer> numbers() {
      return cable.getParagraphs().stream().map(Paragraph::getNumber).toList();
    }

    String paragraph(int i) {
      Paragraph paragraph = cable.getParagraphs().get(i);
      return text.substring(paragraph.getStart(), paragraph.getEnd());
    }

    List<String> spans(SpanKind kind) {
      return cable.getSpans().stream()
          .filter(span -> span.getKind() == kind)
          .map(span -> text.substring(span.getStart(), span.getEnd()))
          .toList();
    }
  }

  private static Parsed parse(String text) {
    return parse(text, 0);
  }

  private static Parsed parse(String text, int start) {
    Cable cable = new Cable();
    cable.setHeader("");
    cable.setSpans(new ArrayList<>());
    List<Issue> issues = new ArrayList<>();
    PARSER.parse(Body.of(text), start, cable, new Issues(issues));
    return new Parsed(text, cable, issues);
  }

  // Paragraphs

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1. (C) The mill closed. | C | CONFIDENTIAL",
        "1.(C) The mill closed. | C | CONFIDENTIAL",
        "1 (C) The mill closed. | C | CONFIDENTIAL",
        "1.  (C)  The mill closed. | C | CONFIDENTIAL",
        "\u00b61. (C) The mill closed. | C | CONFIDENTIAL",
        "1. C) The mill closed. | C | CONFIDENTIAL",
        "1. ( C ) The mill closed. | C | CONFIDENTIAL",
        "1. (c) the mill closed. | c | CONFIDENTIAL",
        "1. (S/NF) The mill closed. | S/NF | SECRET",
        "1. (S//NF) The mill closed. | S//NF | SECRET",
        "1. (S/NOFORN) The mill closed. | S/NOFORN | SECRET",
        "1. (S/REL GBR) The mill closed. | S/REL GBR | SECRET",
        "1. (TS//SI//NF) The mill closed. | TS//SI//NF | TOP_SECRET",
        "1. (C//FGI//NF) The mill closed. | C//FGI//NF | CONFIDENTIAL",
        "1. (SBU) The mill closed. | SBU | UNCLASSIFIED",
        "1. (SBU/N) The mill closed. | SBU/N | UNCLASSIFIED",
        "1. (U//FOUO) The mill closed. | U//FOUO | UNCLASSIFIED",
        "1. (U) The mill closed. | U | UNCLASSIFIED",
        "1. (LOU) THE MILL CLOSED. | LOU | LIMITED_OFFICIAL_USE",
        "1. (CONFIDENTIAL) The mill closed. | CONFIDENTIAL | CONFIDENTIAL",
        "1. (SECRET/NOFORN) The mill closed. | SECRET/NOFORN | SECRET",
        "1. C - ENTIRE TEXT. | C | CONFIDENTIAL",
        "1. (C - ENTIRE TEXT) | C | CONFIDENTIAL",
        "1. (C) ENTIRE TEXT. | C | CONFIDENTIAL",
        "1. CONFIDENTIAL - ENTIRE TEXT. | CONFIDENTIAL | CONFIDENTIAL",
        "1. (SECRET-ENTIRE TEXT.) | SECRET | SECRET",
        "1. (S/NF) ENTIRE TEXT | S/NF | SECRET",
        "1. (ICELAND) The mill closed. | | ",
        "1. (IRAN) The mill closed. | | ",
        "1. (USA) The mill closed. | | ",
        "1. (SECOND) The mill closed. | | ",
        "1. The mill closed. | | ",
        "1.THE MILL CLOSED. | | ",
      })
  void readsNumberAndPortionMark(String line, String marking, Level level) {
    Parsed parsed = parse(line + "\n");
    assertThat(parsed.cable.getParagraphs())
        .extracting(Paragraph::getNumber, Paragraph::getMarking, Paragraph::getLevel)
        .containsExactly(tuple(1, marking, level));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1997.  SINCE THEN IT STOOD STILL.",
        "\u00b61997.  SINCE THEN IT STOOD STILL.",
        "2.5 MILLION TONS WENT BY SEA.",
        "12. MAY BE THE DAY.",
        "2) THE SECOND GATE WAS SHUT.",
        "A. THE SECOND GATE WAS SHUT.",
        "2",
        "(2) THE SECOND GATE WAS SHUT.",
        "0. NOTHING",
      })
  void takesNoOtherNumberForAParagraph(String line) {
    Parsed parsed = parse("1. (U) THE MILL CLOSED IN\n" + line + "\n\nEND\n");
    assertThat(parsed.numbers()).containsExactly(1);
  }

  @Test
  void readsParagraphsInSequence() {
    Parsed parsed = parse("1. (C) One.\n\n2. (S) Two\nlines.\n\n3. (U) Three.\n\nSAMPLE\n");
    assertThat(parsed.numbers()).containsExactly(1, 2, 3);
    assertThat(parsed.paragraph(1)).isEqualTo("2. (S) Two\nlines.");
    assertThat(parsed.paragraph(2)).isEqualTo("3. (U) Three.");
    assertThat(parsed.issues).isEmpty();
  }

  @Test
  void notesASkippedNumber() {
    Parsed parsed = parse("1. (C) One.\n\n3. (C) Three.\n\n4. (C) Four.\n");
    assertThat(parsed.numbers()).containsExactly(1, 3, 4);
    assertThat(parsed.codes()).containsExactly("PARAGRAPH_SEQUENCE");
    assertThat(parsed.issues.get(0).getExcerpt()).isEqualTo("3 after 1");
  }

  @Test
  void notesARepeatedNumber() {
    Parsed parsed = parse("1. (C) One.\n\n2. (C) Two.\n\n2. (C) Two again.\n\n3. (C) Three.\n");
    assertThat(parsed.numbers()).containsExactly(1, 2, 2, 3);
    assertThat(parsed.codes()).containsExactly("PARAGRAPH_SEQUENCE");
  }

  @Test
  void notesThatAnAnnexRestartsTheCount() {
    Parsed parsed =
        parse("1. (C) One.\n\n2. (C) Two.\n\nAnnex\n\n1. (C) First.\n\n2. (C) Second.\n");
    assertThat(parsed.numbers()).containsExactly(1, 2, 1, 2);
    assertThat(parsed.codes()).containsExactly("PARAGRAPH_SEQUENCE");
  }

  @Test
  void leavesAListWithinAParagraph() {
    Parsed parsed =
        parse(
            "1. (C) They asked for:\n"
                + "1. BREAD\n"
                + "2. SALT\n"
                + "3. PEACE\n\n"
                + "2. (C) Two.\n\n"
                + "3. (C) Three.\n");
    assertThat(parsed.numbers()).containsExactly(1, 2, 3);
    assertThat(parsed.paragraph(0)).endsWith("3. PEACE");
  }

  @Test
  void beginsWithTheSecondWhereTheFirstWasTheClassifier() {
    Parsed parsed = parse("2. (C) Two.\n\n3. (C) Three.\n");
    assertThat(parsed.numbers()).containsExactly(2, 3);
    assertThat(parsed.issues).isEmpty();
  }

  @Test
  void findsParagraphsInsideJoinedLines() {
    Parsed parsed =
        parse(
            "1. (C) Summary: The harbour was quiet. End summary.  2. (C) No ship had come in for"
                + " three days, the master said.  3. (C) He hoped for more in May 4. the weather"
                + " was poor. SAMPLE\n");
    assertThat(parsed.numbers()).containsExactly(1, 2, 3);
    assertThat(parsed.paragraph(1)).startsWith("2. (C) No ship").endsWith("said.");
  }

  @Test
  void findsAnUnmarkedParagraphBehindASentenceInAJoinedLine() {
    Parsed parsed =
        parse(
            "1. THE HARBOUR WAS QUIET ALL DAY LONG AND NO SHIP HAD COME IN FOR THREE DAYS, THE"
                + " MASTER OF THE HARBOUR SAID WITH REGRET. 2. DEPARTMENT PASS AS DESIRED TO NO. 3."
                + " NOTHING ELSE.\n");
    assertThat(parsed.numbers()).containsExactly(1, 2);
  }

  @Test
  void defaultsToTheMarkOfTheEntireText() {
    Parsed parsed = parse("1. C - ENTIRE TEXT.\n\n2. THE MILL CLOSED.\n\n3. (U) IT OPENED.\n");
    assertThat(parsed.cable.getParagraphs())
        .extracting(Paragraph::getMarking, Paragraph::getLevel)
        .containsExactly(
            tuple("C", Level.CONFIDENTIAL),
            tuple(null, Level.CONFIDENTIAL),
            tuple("U", Level.UNCLASSIFIED));
  }

  @Test
  void partsUnnumberedTextAtBlankLines() {
    Parsed parsed = parse("THE MILL CLOSED\nIN MAY.\n\n(C) IT OPENED IN JUNE.\n\nSAMPLE\n");
    assertThat(parsed.cable.getParagraphs())
        .extracting(Paragraph::getNumber, Paragraph::getMarking)
        .containsExactly(tuple(null, null), tuple(null, "C"));
    assertThat(parsed.paragraph(0)).isEqualTo("THE MILL CLOSED\nIN MAY.");
  }

  @Test
  void readsTextBeforeTheFirstNumberAsAParagraph() {
    Parsed parsed = parse("SUMMARY: THE MILL CLOSED. END SUMMARY.\n\n1. IT CLOSED IN MAY.\n");
    assertThat(parsed.numbers()).containsExactly(null, 1);
  }

  @Test
  void carriesAParagraphOverAPageBreak() {
    Parsed parsed =
        parse(
            "1. (C) THE HARBOUR WAS\nCONFIDENTIAL\n\nPAGE 02        WARSAW  00421  141337Z\n\n"
                + "QUIET.\n\n2. (C) NO SHIP CAME.\n");
    assertThat(parsed.numbers()).containsExactly(1, 2);
    assertThat(parsed.paragraph(0)).startsWith("1.").endsWith("QUIET.");
    assertThat(parsed.spans(SpanKind.FURNITURE))
        .containsExactly("CONFIDENTIAL", "PAGE 02        WARSAW  00421  141337Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Prices Rise~-----------~1. (C) Bread was dear. | Prices Rise",
        "Prices Rise~-----------~~1. (C) Bread was dear. | Prices Rise",
        "-----------~Prices Rise~-----------~~1. (C) Bread was dear. | Prices Rise",
        "Prices~=====~1. (C) Bread was dear. | Prices",
        "Prices~\u2010\u2010\u2010\u2010\u2010\u2010~1. (C) Bread was dear. | Prices",
        "------- PRICES -------~~1. (C) Bread was dear. | PRICES",
        "PRICES RISE~~1. (C) Bread was dear. | PRICES RISE",
        "Bread, Salt and~Their Prices~------------~1. (C) Bread was dear. | Bread, Salt and Their"
            + " Prices",
        "1. (C) COMMENT: Bread was dear. | COMMENT",
        "1. (C) Summary. Bread was dear. | Summary",
        "1. PRICES -- BREAD WAS DEAR. | PRICES",
        "1. (C) Bread was dear. | ",
        "1. (C) He said: bread was dear, and salt too. | ",
        "1. (C) The sentence that brings a list follows:~- bread | ",
      })
  void readsHeadings(String text, String heading) {
    Parsed parsed = parse(text.replace('~', '\n') + "\n");
    assertThat(parsed.cable.getParagraphs()).hasSize(1);
    assertThat(parsed.cable.getParagraphs().get(0).getHeading()).isEqualTo(heading);
  }

  @Test
  void readsAHeadingBetweenASentenceAndANumber() {
    Parsed parsed =
        parse("SUMMARY: THE MILL CLOSED. END SUMMARY.\nSOVIET UNION\n1. TALKS RESUMED.\n");
    assertThat(parsed.paragraph(0)).isEqualTo("SUMMARY: THE MILL CLOSED. END SUMMARY.");
    assertThat(parsed.cable.getParagraphs().get(1).getHeading()).isEqualTo("SOVIET UNION");
  }

  @Test
  void takesNoLastLineOfAParagraphForAHeading() {
    Parsed parsed = parse("1. THE MILL CLOSED AND THE\nWORKERS LEFT\n2. TALKS RESUMED.\n");
    assertThat(parsed.paragraph(0)).endsWith("WORKERS LEFT");
    assertThat(parsed.cable.getParagraphs().get(1).getHeading()).isNull();
  }

  @Test
  void endsAParagraphBeforeTheHeadingOfTheNext() {
    Parsed parsed = parse("1. (C) One.\n\nPrices Rise\n-----------\n\n2. (C) Two.\n");
    assertThat(parsed.paragraph(0)).isEqualTo("1. (C) One.");
    assertThat(parsed.cable.getParagraphs().get(1).getHeading()).isEqualTo("Prices Rise");
  }

  // Passages

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1. (C) Summary: Bread rose. End summary.~~2. (C) More. | Bread rose.",
        "1. (C) SUMMARY: Bread rose. END SUMMARY.~~2. (C) More. | Bread rose.",
        "1. (C) SUMMARY. Bread rose. END SUMMARY.~~2. (C) More. | Bread rose.",
        "1. (C) Summary -- Bread rose. End Summary.~~2. (C) More. | Bread rose.",
        "1. SUMMARY: (SBU) Bread rose. END SUMMARY.~~2. (C) More. | Bread rose.",
        "1. (C) Begin summary: Bread rose. End summary.~~2. (C) More. | Bread rose.",
        "1. (C) BEGIN SUMMARY. Bread rose. END SUMMARY.~~2. (C) More. | Bread rose.",
        "1. (C) Summary and Comment: Bread rose. End Summary and Comment.~~2. (C) X. | Bread rose.",
        "1. (C) SUMMARY AND ACTION REQUEST: Bread rose. END SUMMARY AND ACTION REQUEST. | Bread"
            + " rose.",
        "1. (C) Summary/Comment: Bread rose. End summary/comment.~~2. (C) More. | Bread rose.",
        "1. (C) Summary and Introduction: Bread rose. End summary. | Bread rose.",
        "1. (C) INTRODUCTION AND SUMMARY: Bread rose. End summary. | Bread rose.",
        "1. (C) Summay: Bread rose. End summary.~~2. (C) More. | Bread rose.",
        "1. (C) Summary: Bread rose. End~Summary.~~2. (C) More. | Bread rose.",
        "1. (C) Summary: Bread rose. End of summary.~~2. (C) More. | Bread rose.",
        "Summary~-------~~1. (C) Bread rose. End summary.~~2. (C) More. | Bread rose.",
        "Summary~-------~~1. (C) Summary: Bread rose. End summary.~~2. (C) More. | Bread rose.",
        "------- SUMMARY -------~~1. (C) Bread rose. End summary.~~2. (C) More. | Bread rose.",
        "SUMMARY: BREAD ROSE. END SUMMARY.~~1. MORE. | BREAD ROSE.",
        "Summary~-------~~1. (C) Bread rose.~~2. (C) Salt fell. End summary.~~3. (C) More. | Bread"
            + " rose.~~Salt fell.",
        "1. (C) Summary: Bread~rose in~the north. End summary.~~2. (C) M. | Bread rose in the"
            + " north.",
        "1. (C) Summary: Bread rose~~WARSAW 00000421  001.2 OF 002~~~in May. End summary.~~2. (C)"
            + " M. | Bread rose in May.",
      })
  void readsTheSummary(String text, String summary) {
    Parsed parsed = parse(text.replace('~', '\n') + "\n");
    assertThat(parsed.cable.getSummary()).isEqualTo(summary.replace('~', '\n'));
    assertThat(parsed.codes()).doesNotContain("UNCLOSED_SUMMARY", "UNOPENED_SUMMARY");
    assertThat(parsed.spans(SpanKind.SUMMARY)).hasSize(1);
  }

  @Test
  void endsASummaryWithoutEndMarkAtTheBlankLine() {
    Parsed parsed = parse("1. (C) Summary: Bread rose\nin May.\n\n2. (C) More.\n");
    assertThat(parsed.cable.getSummary()).isEqualTo("Bread rose in May.");
    assertThat(parsed.codes()).containsExactly("UNCLOSED_SUMMARY");
  }

  @Test
  void endsAHeadedSummaryWithoutEndMarkAtTheNextHeading() {
    Parsed parsed =
        parse(
            "Summary\n"
                + "-------\n\n"
                + "1. (C) Bread rose.\n\n"
                + "2. (C) Salt fell.\n\n"
                + "Details\n"
                + "-------\n\n"
                + "3. (C) M.\n");
    assertThat(parsed.cable.getSummary()).isEqualTo("Bread rose.\n\nSalt fell.");
    assertThat(parsed.codes()).containsExactly("UNCLOSED_SUMMARY");
  }

  @Test
  void beginsASummaryWithoutBeginningAtTheFirstParagraph() {
    Parsed parsed = parse("1. (C) Bread rose. End summary.\n\n2. (C) More.\n");
    assertThat(parsed.cable.getSummary()).isEqualTo("Bread rose.");
    assertThat(parsed.codes()).containsExactly("UNOPENED_SUMMARY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. (C) The summary of the talks was short.",
        "1. (C) He gave a quick summary: bread rose",
        "1. (C) A SUMMARY EXECUTION TOOK PLACE.",
        "1. (C) HE SPOKE OF A\nSUMMARY OF PRICES.",
      })
  void takesNoOtherWordForASummary(String text) {
    assertThat(parse(text + "\n").cable.getSummary()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1. (C) One.~~2. (C) Comment: Bread rose. End comment.~~3. (C) Three. | Bread rose.",
        "1. (C) One.~~2. (C) COMMENT. BREAD ROSE. END COMMENT.~~3. (C) T. | BREAD ROSE.",
        "1. (C) One. (COMMENT: Bread rose. END COMMENT.) More. | Bread rose.",
        "1. (C) One. (Comment: Bread rose (much).) More. | Bread rose (much).",
        "1. (C) One. Comment: Bread rose. End comment. More. | Bread rose.",
        "1. (C) One.~~2. (C) Comment: Bread rose.~~3. (C) Three. | Bread rose.",
        "1. (C) One.~~Comment~-------~~2. (C) Bread rose.~~3. (C) Salt fell.~~SAMPLE | Bread"
            + " rose.~~Salt fell.",
        "1. (C) One.~~COMMENT~~2. (C) Bread rose.~~SAMPLE | Bread rose.",
        "1. (C) One.~~2. (C) Embassy Comment: Bread rose. End embassy comment. | Bread rose.",
        "1. (C) One.~~2. (C) BEGIN COMMENT. Bread rose. END COMMENT. | Bread rose.",
        "1. (C) One.~~2. (C) Comments: Bread rose. End comments. | Bread rose.",
        "1. (C) One.~~2. (C) Comment: Bread~rose. End~Comment. | Bread rose.",
      })
  void readsComments(String text, String comment) {
    Parsed parsed = parse(text.replace('~', '\n') + "\n");
    assertThat(parsed.cable.getComments()).containsExactly(comment.replace('~', '\n'));
    assertThat(parsed.spans(SpanKind.COMMENT)).hasSize(1);
  }

  @Test
  void readsSeveralComments() {
    Parsed parsed =
        parse(
            "1. (C) One. (Comment: Bread rose. End comment.) (Comment: Salt fell.)\n\n"
                + "2. (C) Comment: All is well. End comment.\n");
    assertThat(parsed.cable.getComments())
        .containsExactly("Bread rose.", "Salt fell.", "All is well.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. (C) He had no further comment.",
        "1. (C) HE REFUSED TO\nCOMMENT. HE LEFT.",
        "1. (C) We note: bread rose",
        "1. (C) He took note of it. Note the price.",
        "1. (C) No action requested by us was taken",
      })
  void takesNoOtherWordForAPassage(String text) {
    Parsed parsed = parse(text + "\n");
    assertThat(parsed.cable.getComments()).isEmpty();
    assertThat(parsed.cable.getNotes()).isEmpty();
    assertThat(parsed.cable.getActionRequests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1. (C) One. (Note: Bread rose. End note.) More. | Bread rose.",
        "1. (C) One. Note: Bread rose. End note. More. | Bread rose.",
        "1. (C) One. (NOTE: Bread rose.) More. | Bread rose.",
        "1. (C) One. Bio note: Bread rose. End bio note. | Bread rose.",
        "1. (C) One. [Note: Bread rose.] More. | Bread rose.",
      })
  void readsNotes(String text, String note) {
    Parsed parsed = parse(text + "\n");
    assertThat(parsed.cable.getNotes()).containsExactly(note);
    assertThat(parsed.spans(SpanKind.NOTE)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1. (C) One.~~2. (C) ACTION REQUEST: Bread is asked for.~~3. (C) T. | Bread is asked for.",
        "1. (C) One.~~2. ACTION REQUESTED. BREAD IS ASKED FOR.~~3. TWO. | BREAD IS ASKED FOR.",
        "1. (C) One.~~Action Request~--------------~~2. (C) Bread is asked for. | Bread is asked"
            + " for.",
        "1. (C) One.~~2. (C) ACTION REQUEST: Bread. END ACTION REQUEST. More. | Bread.",
        "1. (C) One.~~2. (C) COMMENT AND ACTION REQUEST: Bread is asked for. | Bread is asked for.",
      })
  void readsActionRequests(String text, String request) {
    Parsed parsed = parse(text.replace('~', '\n') + "\n");
    assertThat(parsed.cable.getActionRequests()).containsExactly(request);
    assertThat(parsed.spans(SpanKind.ACTION_REQUEST)).hasSize(1);
  }

  // Signature and trailer

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "~SAMPLE | SAMPLE",
        "Sample | Sample",
        "~Sample | Sample",
        "~SAMPLE~ | SAMPLE",
        "SAMPLE. | SAMPLE",
        "~SAMPLE . | SAMPLE",
        "~SAMPLE\" | SAMPLE",
        "~SAMPLE## | SAMPLE",
        "~SAMPLE \\ | SAMPLE",
        "~DE LAKE | DE LAKE",
        "~VAN HILL | VAN HILL",
        "~SAMPLE JR | SAMPLE JR",
        "~SAMPLE-LAKE | SAMPLE-LAKE",
        "~O'SAMPLE | O'SAMPLE",
        "~JQSAMPLE | JQSAMPLE",
        "~SMITH JONES | SMITH JONES",
        "~LAKE UNQUOTE SAMPLE | SAMPLE",
        "~SAMPLE~UNQUOTE | SAMPLE",
        "~GP-3~SAMPLE | SAMPLE",
        "~EXEMPT~SAMPLE | SAMPLE",
        "~SAMPLE~=======~ | SAMPLE",
        "~SAMPLE~~NNNN | SAMPLE",
        "~SAMPLE~YYY | SAMPLE",
        "~SAMPLE~~CONFIDENTIAL | SAMPLE",
        "~SAMPLE~~NOTE: NOT PASSED TO ABOVE ADDRESSEE(S) | SAMPLE",
        "~SAMPLE~~NOTE BY OC/T: PASSED ABOVE ADDRESSEE. | SAMPLE",
        "~SAMPLE~2004WARSAW00421 - Classification: SECRET | SAMPLE",
        "~SAMPLE~> 2002WARSAW00421 - Classification: SECRET | SAMPLE",
        "~SAMPLE~~Visit Warsaw's Classified Website:~http://www.state.example/warsaw/ | SAMPLE",
        "~SAMPLE~WARSAW 00000421  002 OF 002 | SAMPLE",
        "X MINIMIZE CONSIDERED.  SAMPLE | SAMPLE",
        "END COMMENT. SAMPLE | SAMPLE",
        "END COMMENT~SAMPLE | SAMPLE",
        "MINIMIZE CONSIDERED~SAMPLE | SAMPLE",
        "POST MINIMIZE CONSIDERED.SAMPLE | SAMPLE",
        "The owner was sad~SAMPLE | SAMPLE",
        "~UNCLAS~SAMPLE | SAMPLE",
      })
  void readsTheSignature(String end, String name) {
    String text = "1. (C) THE MILL CLOSED.\n" + end.replace('~', '\n') + "\n";
    Parsed parsed = parse(text);
    assertThat(parsed.cable.getSignedBy()).isEqualTo(name);
    assertThat(parsed.spans(SpanKind.SIGNATURE)).containsExactly(name);
    assertThat(parsed.paragraph(0)).doesNotContain(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. (C) The mill closed.",
        "1. (C) THE MILL CLOSED\nTOMORROW",
        "1. (C) The mill closed. END TEXT",
        "1. (C) The mill closed.\n\nEND TEXT.",
        "1. (C) The mill closed.\n\nXXXXXXXXXXXX",
        "1. (C) The mill closed.\n\n12 14 16",
        "1. (C) The mill closed.\n\nUNCLASSIFIED",
        "1. (C) The mill closed.\n\nEND COMMENT",
        "1. (C) THE MILL CLOSED\nCONFIDENTIAL\nPAGE 02 WARSAW 00421 141337Z\nTOMORROW",
        "",
        "\n\n",
      })
  void findsNoSignatureWhereNobodySigned(String text) {
    assertThat(parse(text + "\n").cable.getSignedBy()).isNull();
  }

  @Test
  void keepsTheTrailerApart() {
    Parsed parsed = parse("1. (C) One.\n\nSAMPLE\n\nNOTE BY OC/T: PASSED ABOVE ADDRESSEE.\n");
    assertThat(parsed.spans(SpanKind.TRAILER))
        .containsExactly("NOTE BY OC/T: PASSED ABOVE ADDRESSEE.");
    assertThat(parsed.paragraph(0)).isEqualTo("1. (C) One.");
  }

  // What else there is

  @ParameterizedTest
  @CsvSource({
    "XXXX, 1",
    "XXX, 0",
    "xxxxxxxxxx, 1",
    "MinisterXXXXXXXXXXXXsaid, 1",
    "XXXXXXXXXXXX and XXXXXXXXXXXX, 2",
    "Exxon, 0",
  })
  void countsRedactions(String words, int count) {
    assertThat(parse("1. (C) He saw " + words + " there.\n").cable.getRedactions())
        .isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"q~}%(@(XKJ!&", "reZ%4$WQ2ML#K", "!@}{~%K&$#Q", "A$%^&B*!{}Z"})
  void marksLineNoise(String noise) {
    Parsed parsed = parse("1. (C) The mill " + noise + " closed.\n");
    assertThat(parsed.cable.getGarbles()).isEqualTo(1);
    assertThat(parsed.spans(SpanKind.GARBLE)).containsExactly(noise);
    assertThat(parsed.codes()).containsExactly("GARBLED_TEXT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.example.org/a?b=c&d=%20&e=f#g",
        "jane.sample@example.org",
        "[PGOV](#) [PREL](#)",
        "$4.5M/$3.2M",
        "AT&T/R&D",
        "********************",
        "=====%%%%%=====",
        "NATO/EU/OSCE",
      })
  void takesNoOtherSignsForNoise(String words) {
    assertThat(parse("1. (C) The mill " + words + " closed.\n").cable.getGarbles()).isZero();
  }

  @Test
  void takesTheDayOfTheReview() {
    Parsed parsed =
        parse(
            "1. ONE.\n\nSAMPLE\n\nRosalinde Q. Sample Declassified/Released US Department of State"
                + " EO\nSystematic Review 22 May 2009\n");
    assertThat(parsed.cable.getReviewDate()).isEqualTo(LocalDate.of(2009, 5, 22));
    assertThat(parsed.spans(SpanKind.STAMP)).hasSize(1);
    assertThat(parsed.spans(SpanKind.FURNITURE)).isEmpty();
    assertThat(parsed.cable.getSignedBy()).isEqualTo("SAMPLE");
  }

  @Test
  void countsSections() {
    Parsed parsed =
        parse(
            "C O N F I D E N T I A L SECTION 01 OF 03 WARSAW 000421\n\n1. (C) One.\n\n"
                + "WARSAW 00000421  002 OF 003\n\n2. (C) Two.\n",
            56);
    assertThat(parsed.cable.getSections()).isEqualTo(2);
    assertThat(parsed.cable.getSectionCount()).isEqualTo(3);
    assertThat(parsed.issues)
        .extracting(Issue::getCode, Issue::getExcerpt)
        .containsExactly(tuple("MISSING_SECTION", "section 3 of 3"));
  }

  @Test
  void saysNothingOfSectionsWhereThereIsOne() {
    Parsed parsed = parse("UNCLAS SECTION 01 OF 01 WARSAW 000421\n\n1. (U) One.\n", 39);
    assertThat(parsed.cable.getSections()).isNull();
    assertThat(parsed.cable.getSectionCount()).isNull();
  }

  @Test
  void knowsAnExtractByItsNotice() {
    assertThat(
            parse("This record is a partial extract of the original cable.\n1. (C) One.\n")
                .cable
                .getPartial())
        .isTrue();
    assertThat(parse("1. (C) One.\n").cable.getPartial()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1. (C) The mill closed on a Monday in May and nobody there knew why it had ... | true",
        "1. (C) The mill closed on a Monday in May and nobody there knew why it had been | true",
        "1. (C) The mill closed on a Monday in May and nobody there knew why it had been. | false",
        "1. (C) Closed | false",
      })
  void notesThatTheTextBreaksOff(String text, boolean cut) {
    assertThat(parse(text + "\n").codes().contains("TRUNCATED_TEXT")).isEqualTo(cut);
  }

  @Test
  void findsEverythingInAJoinedCable() {
    Parsed parsed =
        parse(
            "1. (C) Summary: The harbour of Tripoli was quiet and no ship had come in. End summary."
                + "  2. (C) The master of the harbour told us so on Monday. TRIPOLI 00000421  001.2"
                + " OF 002 Comment: He seemed sad. End comment.  SAMPLE\n");
    assertThat(parsed.numbers()).containsExactly(1, 2);
    assertThat(parsed.cable.getSummary())
        .isEqualTo("The harbour of Tripoli was quiet and no ship had come in.");
    assertThat(parsed.cable.getComments()).containsExactly("He seemed sad.");
    assertThat(parsed.cable.getSignedBy()).isEqualTo("SAMPLE");
  }

  @Test
  void endsAboveAWebAddressThatASectionHeaderOpens() {
    Parsed parsed =
        parse("1. (C) The mill closed.\n\nWARSAW 00000421  002 OF 003  http://x\n\nSAMPLE\n");
    assertThat(parsed.cable.getSignedBy()).isEqualTo("SAMPLE");
    assertThat(parsed.paragraph(0)).startsWith("1. (C) The mill closed.");
  }

  // Whatever the text

  @Provide
  Arbitrary<String> ugly() {
    return Arbitraries.of(
            "1. (C) ",
            "2. (S/NF) ",
            "3.",
            "\n",
            "\n\n",
            " ",
            "  ",
            "SUMMARY: ",
            "END SUMMARY. ",
            "COMMENT",
            "(NOTE: ",
            "END ",
            "NOTE",
            ")",
            "(",
            "SAMPLE",
            "----",
            "\u00b6",
            "XXXX",
            "q~}%(@(XKJ!&",
            "WARSAW 00000421  002 OF 003",
            "PAGE 02 WARSAW 00421 141337Z",
            "SECRET",
            "SECTION 02 OF 03",
            "UNCLAS SECTION 02 OF 03 WARSAW 000421",
            "FM X",
            "TO Y",
            "Declassified/Released US Department of State EO Systematic Review 22 May 2009",
            "ENTIRE TEXT",
            "999",
            "ACTION REQUEST",
            "\ud83d\ude00",
            "\ud83d",
            ".",
            ":",
            "UNQUOTE",
            "NNNN",
            "lower words",
            "http://x",
            "\\",
            "\"",
            "1",
            "BEGIN ",
            "\t",
            "\u00a0",
            "\f")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 3000, seed = "1966")
  void neverThrowsAndKeepsItsOffsets(@ForAll("ugly") String text, @ForAll int start) {
    Parsed parsed = parse(text, start);
    int last = 0;
    for (Paragraph paragraph : parsed.cable.getParagraphs()) {
      assertThat(paragraph.getStart()).isGreaterThanOrEqualTo(last);
      assertThat(paragraph.getEnd())
          .isGreaterThan(paragraph.getStart())
          .isLessThanOrEqualTo(text.length());
      last = paragraph.getEnd();
    }
    for (FieldSpan span : parsed.cable.getSpans()) {
      assertThat(span.getStart()).isBetween(0, span.getEnd());
      assertThat(span.getEnd()).isLessThanOrEqualTo(text.length());
    }
  }

  @Property(tries = 500, seed = "1966")
  void neverThrowsOnAnyString(@ForAll String text) {
    assertThat(parse(text).cable.getParagraphs()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "COMMENT: ",
        "(COMMENT: ",
        "SUMMARY: ",
        "END SUMMARY ",
        "END ",
        "NOTE:\n",
        "1. ",
        "1. (C) A\n",
        "1.\n",
        "\n",
        " ",
        "XXXX ",
        "~}% ",
        "~}{%",
        "ACTION REQUEST: ",
        "-----\n",
        "A\n",
        "A\n\n",
        "A  ",
        "UNQUOTE ",
        "Q",
        "R EQUEST ",
        "1. (C)  2. (C)  ",
        "www.x\n",
        "NNNN\n",
        "> X\n",
        "COMMENT\n-------\n",
        "SECRET\n",
        "(NOTE: ENDED (",
        "BEGIN TEXT\n1. A\n",
        "1. A: "
      })
  void takesLinearTimeWhateverTheText(String unit) {
    String text = unit.repeat(2_000_000 / unit.length());
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> parse(text));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> parse("1. (C) " + text.replace('\n', ' ')));
  }
}
