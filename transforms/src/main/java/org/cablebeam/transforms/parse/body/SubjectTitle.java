package org.cablebeam.transforms.parse.body;

import org.cablebeam.transforms.parse.body.TitleWords.Form;
import org.cablebeam.transforms.parse.body.TitleWords.Kind;
import org.cablebeam.transforms.text.Lines;

/**
 * One subject on its way to a title: goes from word to word and knows which of them open or close
 * the title or a part of it. Used once.
 */
final class SubjectTitle {
  /** A subject with this share of small letters was not written in capitals, in percent. */
  private static final int MIXED = 30;

  private final String subject;
  private final TitleWords forms;
  private final LoneWords lone;
  private final SubjectWords words;
  private final SubjectAcronyms acronyms;
  private final boolean mixed;
  private final int lastLetter;
  private final StringBuilder title;
  private boolean opens = true;

  SubjectTitle(String subject, SpelledWords spelled, TitleWords forms) {
    this.subject = subject;
    this.forms = forms;
    this.lone = new LoneWords(forms);
    this.words = new SubjectWords(subject);
    this.acronyms = new SubjectAcronyms(subject, words, spelled, forms, lone);
    this.mixed = isMixed(subject);
    this.title = new StringBuilder(subject.length());
    int last = subject.length() - 1;
    while (last >= 0 && !Character.isLetterOrDigit(subject.charAt(last))) {
      last--;
    }
    this.lastLetter = last;
  }

  private static boolean isMixed(String subject) {
    int letters = 0;
    int lower = 0;
    for (int i = 0; i < subject.length(); i++) {
      char c = subject.charAt(i);
      // The x of a redaction says nothing.
      if (Character.isLetter(c) && c != 'x') {
        letters++;
        lower += Character.isLowerCase(c) ? 1 : 0;
      }
    }
    return lower * 100 > letters * MIXED;
  }

  String write() {
    int at = 0;
    while (at < subject.length()) {
      at = TitleLetters.isWordSign(subject, at) ? word(at) : sign(at);
    }
    return title.toString();
  }

  /** Behind the sign at an offset. */
  private int sign(int from) {
    char c = subject.charAt(from);
    int at = from + 1;
    title.append(c);
    // What follows a colon, a dash or an opening sign begins a title of its own.
    boolean dash =
        c == '-'
            && (at >= subject.length() || subject.charAt(at) == ' ' || subject.charAt(at) == '-')
            && !isHanging(subject, at);
    boolean closing = c == '"' && at > 1 && !Lines.isBlank(subject.charAt(at - 2));
    boolean opening = ":;.?!([\"\u201c\u2013\u2014".indexOf(c) >= 0;
    boolean versus = endsIn(" v.") || endsIn(" vs.");
    opens |= (opening && !closing && !versus && !(c == '.' && isAbbreviated(from))) || dash;
    return at;
  }

  /** PRE- AND POST-WAR: the hyphen waits for its word; {@code at} stands behind it. */
  private static boolean isHanging(String subject, int at) {
    return at >= 2
        && Character.isLetterOrDigit(subject.charAt(at - 2))
        && (subject.regionMatches(true, at, " AND ", 0, 5)
            || subject.regionMatches(true, at, " OR ", 0, 4)
            || subject.regionMatches(true, at, " TO ", 0, 4));
  }

  /** Whether a full stop belongs to the word before it, as in JR. AND. */
  private boolean isAbbreviated(int stop) {
    Form known = forms.get(words.endingAt(stop));
    return known != null && known.kind() == Kind.ABBREVIATION;
  }

  private boolean endsIn(String letters) {
    return title.indexOf(letters, title.length() - letters.length()) >= 0;
  }

  /** Behind the word at an offset, or behind the words that are known together. */
  private int word(int at) {
    int end = at + 1;
    while (end < subject.length() && TitleLetters.isWordSign(subject, end)) {
      end++;
    }
    Form phrase = mixed ? null : forms.phrase(subject, at, end);
    if (phrase != null) {
      title.append(LoneWords.written(phrase, opens));
      opens = false;
      return at + phrase.form().length();
    }
    // The end of a part of the title is one too: ALL IN: THE MILLS.
    boolean last = end > lastLetter || ":?!".indexOf(subject.charAt(end)) >= 0;
    boolean part = at > 0 && "-/".indexOf(subject.charAt(at - 1)) >= 0;
    String word = subject.substring(at, end);
    boolean with =
        (word.equals("W") && subject.startsWith("/ ", end)) || isVersus(at, end) || isLink(at, end);
    // A/S is a title of office.
    boolean office = word.length() == 1 && end < subject.length() && subject.charAt(end) == '/';
    opens |= office && !with;
    // ON-SHORE, BY-ELECTION
    boolean compound =
        !part
            && end + 1 < subject.length()
            && subject.charAt(end) == '-'
            && Character.isLetter(subject.charAt(end + 1));
    boolean closes =
        part ? endsCompound(at, end) : last && !lone.isElided(TitleLetters.upper(word));
    boolean whole = opens || compound || closes;
    title.append(with ? TitleLetters.lower(word) : written(word, at, end, whole));
    opens = false;
    return end;
  }

  /** The V. between two parties, which is no number behind one word and before another. */
  private boolean isVersus(int at, int end) {
    return end - at == 1
        && subject.charAt(at) == 'V'
        && subject.startsWith(". ", end)
        && end < lastLetter
        && at > 1
        && subject.charAt(at - 1) == ' '
        && Character.isLetterOrDigit(subject.charAt(at - 2));
  }

  /** The E of LASHKAR-E-LODZ. */
  private boolean isLink(int at, int end) {
    return end - at == 1
        && "EIO".indexOf(subject.charAt(at)) >= 0
        && at > 0
        && subject.charAt(at - 1) == '-'
        && end < subject.length()
        && subject.charAt(end) == '-'
        && words.before(at).length() > 2
        && words.behind(end).length() > 2;
  }

  /** The second word of FOLLOW-ON, but not the last of PORT-AU-PRINCE or of AND/OR. */
  private boolean endsCompound(int at, int end) {
    int before = at - 2;
    while (before > 0 && Character.isLetter(subject.charAt(before))) {
      before--;
    }
    return subject.charAt(at - 1) == '-'
        && at > 1
        && Character.isLetter(subject.charAt(at - 2))
        && (before == 0 || subject.charAt(before) != '-')
        && (end == subject.length() || subject.charAt(end) != '-');
  }

  private String written(String word, int at, int end, boolean whole) {
    String upper = TitleLetters.upper(word);
    if (TitleLetters.isRedaction(upper)) {
      return word;
    }
    if (mixed) {
      return lone.inMixed(word, upper, whole);
    }
    if (upper.charAt(0) == '\'' || upper.charAt(0) == '\u2019') {
      // What hangs on a phrase: THE HAGUE'S.
      return TitleLetters.lower(upper);
    }
    String acronym = acronyms.written(at, end, opens);
    if (acronym != null) {
      return acronym;
    }
    Form known = forms.get(upper);
    if (known != null && known.kind() == Kind.PARTICLE) {
      return isWithinName(at) && !whole ? known.form() : TitleLetters.capitalised(upper);
    }
    return lone.word(word, upper, whole);
  }

  /** Whether a capitalised word stands right before an offset: LULA before DA SILVA. */
  private boolean isWithinName(int at) {
    int word = title.length() - 1;
    if (at < 2 || title.charAt(word) != ' ' || !Character.isLetter(title.charAt(word - 1))) {
      return false;
    }
    while (word > 0 && title.charAt(word - 1) != ' ') {
      word--;
    }
    Form before = forms.get(TitleLetters.upper(title.substring(word, title.length() - 1)));
    return before == null
        ? Character.isUpperCase(title.charAt(word))
        : before.kind() == Kind.PARTICLE;
  }
}
