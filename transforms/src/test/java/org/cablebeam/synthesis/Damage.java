package org.cablebeam.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Does to a regular cable what years of relays, migrations and publishers did to real ones. */
final class Damage {
  private static final int TRIES = 8;
  private static final String NOISE = "q~}%@(XKJ!&W{$4#|ZR^*";
  private static final List<String> STAMPS =
      List.of(
          "Rosalinde Q. Sample Declassified/Released US Department of State EO Systematic Review 22"
              + " May 2009",
          "Edmund J. Lakeby Declassified/Released US Department of State EO Systematic Review 20"
              + " Mar 2014",
          "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005");

  private final Draft draft;
  private final Timeline timeline;
  private final Dice dice;
  private String claimedId;
  private @Nullable Irregularity applied;

  Damage(Draft draft, Timeline timeline, Dice dice) {
    this.draft = draft;
    this.timeline = timeline;
    this.dice = dice;
    this.claimedId = draft.slot.id();
  }

  /** What the container says the id is. */
  String claimedId() {
    return claimedId;
  }

  /** What was done; null for nothing. */
  @Nullable Irregularity applied() {
    return applied;
  }

  /** One irregularity that is possible for this cable. */
  List<Transmission> applyOne(List<Transmission> sent) {
    Irregularity[] all = Irregularity.values();
    for (int i = 0; i < TRIES; i++) {
      Irregularity irregularity = all[dice.below(all.length)];
      String claimBefore = claimedId;
      List<Transmission> damaged = apply(irregularity, sent);
      if (!damaged.equals(sent) || !claimedId.equals(claimBefore)) {
        applied = irregularity;
        return damaged;
      }
    }
    return sent;
  }

  private List<Transmission> apply(Irregularity irregularity, List<Transmission> sent) {
    String place = Letterhead.place(draft.slot.post());
    return switch (irregularity) {
      case MISSPELT_KEYWORD -> body(sent, this::misspellKeyword);
      case SHARED_LINE ->
          body(sent, b -> first(b, "\nSUBJECT:", dice.of(" SUBJECT:", "  SUBJECT:")));
      case GLUED_KEYWORD -> body(sent, b -> first(b, "\n\nREF: ", "REF: "));
      case DAMAGED_POST ->
          place.length() < 6 ? sent : body(sent, b -> first(b, place + " ", swapped(place) + " "));
      case DAMAGED_LEVEL -> body(sent, this::damageLevel);
      case LINE_NOISE -> body(sent, b -> insert(b, noise()));
      case REDACTION -> body(sent, b -> b.replaceAll("(?<=Minister )[A-Z][a-z]++", "XXXXXXXXXXXX"));
      case STAMP -> body(sent, b -> insert(b, dice.of(STAMPS)));
      case JOINED_LINES -> body(sent, b -> joined(b));
      case BACKSLASHES -> body(sent, b -> b.replace("\n", " \\\n"));
      case PARAGRAPH_SIGNS ->
          draft.era == Era.MODERN
              ? body(sent, b -> Pattern.compile("(?m)^(?=\\d{1,2}\\. )").matcher(b).replaceAll("¶"))
              : sent;
      case SWAPPED_ZERO ->
          body(
              sent,
              b ->
                  b.contains("for reasons")
                      ? first(b, "for reasons", "for reas0ns")
                      : first(b, "REF: 0", "REF: O"));
      case GLUED_TAGS ->
          body(
              sent,
              b ->
                  Pattern.compile("TAGS: ([A-Z]{4}), ([A-Z]{4}),")
                      .matcher(b)
                      .replaceFirst("TAGS: $1$2,"));
      case CHANGED_ORDER ->
          body(
              sent,
              b ->
                  Pattern.compile("(E\\.O\\. [^\n]++\n)(TAGS: [^\n]++\n)")
                      .matcher(b)
                      .replaceFirst("$2$1"));
      case STRAY_CAPTION ->
          draft.captions.contains("SIPDIS") ? body(sent, b -> insert(b, "SIPDIS")) : sent;
      case NO_HEADER -> draft.apart ? sent : List.of(new Transmission("", sent.get(0).body()));
      case PARTIAL_EXTRACT ->
          draft.apart || draft.era != Era.MODERN
              ? sent
              : List.of(
                  new Transmission(
                      "This record is a partial extract of the original cable. The full text of the"
                          + " original cable is not available.\n",
                      sent.get(0).body()));
      case TRUNCATED_TWIN -> {
        Transmission whole = sent.get(0);
        int cut = whole.body().length() * 2 / 3;
        yield draft.apart
            ? sent
            : List.of(
                whole, new Transmission(whole.header(), whole.body().substring(0, cut) + "...\n"));
      }
      case DUPLICATE -> draft.apart ? sent : again(sent, " ZDK", "");
      case CORRECTED_COPY ->
          draft.apart ? sent : again(sent, " ZDS", "C O R R E C T E D  C O P Y (PARA 2)\n\n");
      case MISSING_SECTION -> {
        if (!draft.apart) {
          yield sent;
        }
        List<Transmission> left = new ArrayList<>(sent);
        left.remove(dice.below(left.size()));
        yield left;
      }
      case WRONG_CLAIM -> {
        long place2 = draft.slot.place();
        if (place2 > 0) {
          claimedId = timeline.slot(place2 - 1).id();
        }
        yield sent;
      }
      case DAMAGED_CLAIM -> {
        String year = Letterhead.padded(draft.slot.year() % 100, 2);
        claimedId =
            year
                + (draft.sections > 1
                    ? String.format(Locale.ROOT, "SECTION01OF%02d", draft.sections)
                    : dice.of("AMEMBASSY", "NOFORN"))
                + claimedId.substring(2);
        yield sent;
      }
    };
  }

  private List<Transmission> body(List<Transmission> sent, UnaryOperator<String> change) {
    List<Transmission> changed = new ArrayList<>(sent);
    int which = dice.below(sent.size());
    Transmission transmission = sent.get(which);
    changed.set(which, new Transmission(transmission.header(), change.apply(transmission.body())));
    return changed;
  }

  private List<Transmission> again(List<Transmission> sent, String signal, String notice) {
    Transmission original = sent.get(0);
    String header =
        original.header().replaceFirst("(\\d{6}Z [A-Z]{3} \\d\\d)\n", "$1" + signal + "\n");
    header = header.replaceFirst("^VZCZC([A-Z]{3})\\d", "VZCZC$1" + dice.below(10));
    int line = original.body().indexOf('\n') + 1;
    String body = original.body().substring(0, line) + notice + original.body().substring(line);
    return List.of(original, new Transmission(header, body));
  }

  private String misspellKeyword(String body) {
    return switch (dice.below(4)) {
      case 0 -> first(body, "TAGS:", dice.of("TAGES:", "TGS:", "TAGS;", "TAGS", "tAgs:", "TAG:"));
      case 1 -> first(body, "SUBJECT:", dice.of("SUBJ:", "UBJECT:", "SUBJECT", "Subject:"));
      case 2 ->
          first(body, "Classified By:", dice.of("Classfied By:", "Classiied By:", "CLASSIFIED BY"));
      default -> first(body, "E.O. ", dice.of("EO ", "E.O.", "E. O. ", "E.o. "));
    };
  }

  private String damageLevel(String body) {
    return switch (dice.below(3)) {
      case 0 -> body.substring(body.charAt(1) == ' ' ? 2 : 1);
      case 1 -> body.charAt(0) + body;
      default -> body.replaceFirst("C O N F", "CO N F").replaceFirst("S E C R", "SE C R");
    };
  }

  private String noise() {
    StringBuilder noise = new StringBuilder();
    int length = dice.between(12, 60);
    for (int i = 0; i < length; i++) {
      noise.append(NOISE.charAt(dice.below(NOISE.length())));
    }
    return noise.toString();
  }

  /** A line put between two lines of the second half of the text. */
  private String insert(String body, String line) {
    int at = body.indexOf('\n', body.length() / 2 + dice.below(Math.max(1, body.length() / 4)));
    return at < 0 ? body : body.substring(0, at + 1) + line + "\n" + body.substring(at + 1);
  }

  /** Text lines joined, as republishers did; the heading keeps its lines. */
  private String joined(String body) {
    Matcher paragraph = Pattern.compile("(?m)^1\\. ").matcher(body);
    if (draft.era == Era.SEVENTIES || draft.sections > 1 || !paragraph.find()) {
      return body;
    }
    int start = paragraph.start();
    return body.substring(0, start) + body.substring(start).strip().replaceAll("\\s++", " ") + "\n";
  }

  private String swapped(String place) {
    int at = dice.between(1, place.length() - 3);
    char left = place.charAt(at);
    char right = place.charAt(at + 1);
    if (left == right || left == ' ' || right == ' ') {
      return place;
    }
    return place.substring(0, at) + right + left + place.substring(at + 2);
  }

  private static String first(String text, String what, String instead) {
    int at = text.indexOf(what);
    return at < 0 ? text : text.substring(0, at) + instead + text.substring(at + what.length());
  }
}
