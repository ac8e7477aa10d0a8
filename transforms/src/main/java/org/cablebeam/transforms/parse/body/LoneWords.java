package org.cablebeam.transforms.parse.body;

import org.cablebeam.transforms.parse.body.TitleWords.Form;
import org.cablebeam.transforms.parse.body.TitleWords.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How a title writes a word by itself, whatever stands beside it: as the vocabulary has it, or by
 * its letters. Words are given in capitals where nothing else is said. Immutable and thread-safe.
 */
final class LoneWords {
  private final TitleWords forms;

  LoneWords(TitleWords forms) {
    this.forms = forms;
  }

  /** D'ETAT, which stays small at the end of a title too. */
  boolean isElided(String upper) {
    Form known = forms.get(upper);
    return known != null && known.kind() == Kind.ELIDED;
  }

  /** A word that opens a title or stands within it. */
  String word(String word, String upper, boolean opens) {
    Form known = forms.get(upper);
    if (known != null) {
      return written(known, opens);
    }
    int apostrophe = TitleLetters.apostrophe(upper);
    if (apostrophe > 0 && apostrophe == upper.length() - 2 && upper.endsWith("S")) {
      return form(upper.substring(0, apostrophe), opens) + word.charAt(apostrophe) + "s";
    }
    return form(upper, opens);
  }

  static String written(Form known, boolean opens) {
    String form = known.form();
    return opens && known.kind().small()
        ? Character.toUpperCase(form.charAt(0)) + form.substring(1)
        : form;
  }

  /** A word of a subject that was not written in capitals: its drafter knew acronyms. */
  String inMixed(String word, String upper, boolean opens) {
    Form known = forms.get(upper);
    if ((!opens && known != null && known.kind() == Kind.SMALL && !word.equals(upper))
        || !Character.isLowerCase(word.charAt(0))) {
      return word;
    }
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private String form(String upper, boolean opens) {
    Form known = forms.get(upper);
    if (known != null) {
      return written(known, opens);
    }
    int stop = upper.lastIndexOf('.', upper.length() - 2);
    if (stop > 0 && upper.length() - stop > 3) {
      // J.Q.SAMPLE
      return upper.substring(0, stop + 1) + form(upper.substring(stop + 1), true);
    }
    String plural = plural(upper);
    if (plural != null) {
      return plural;
    }
    if (TitleLetters.isAcronym(upper) || TitleLetters.isRoman(upper) || SpelledLetters.is(upper)) {
      return TitleLetters.isModels(upper) || TitleLetters.isPlural(upper)
          ? upper.substring(0, upper.length() - 1) + "s"
          : upper;
    }
    int apostrophe = TitleLetters.apostrophe(upper);
    if (apostrophe == 1
        && upper.length() - apostrophe > 2
        && "DJLMNOS".indexOf(upper.charAt(0)) >= 0) {
      // O'BRIEN, N'DJAMENA, D'ESTE; not Qa'ida and T'ang.
      return upper.substring(0, 2) + form(upper.substring(2), true);
    }
    if (upper.length() >= 5 && upper.startsWith("MC")) {
      return "Mc" + TitleLetters.capitalised(upper.substring(2));
    }
    return TitleLetters.capitalised(upper);
  }

  /** Whether a word, one or several of it, is written in capitals unless the text says no. */
  boolean isUsual(String upper) {
    Form known = forms.get(upper);
    return (known != null && known.form().equals(upper))
        || isCertain(upper)
        || plural(upper) != null;
  }

  /** Whether a word is written in capitals and is nothing but an acronym. */
  boolean isCertain(String upper) {
    Form known = forms.get(upper);
    return known == null
        ? TitleLetters.isAcronym(upper)
            || SpelledLetters.is(upper)
            || (upper.length() > 2 && ShortWords.lacks(upper))
        : known.form().equals(upper) && known.other().isEmpty();
  }

  /** Whether a word is several of a known one, NGOS. */
  boolean isPlural(String upper) {
    return plural(upper) != null;
  }

  /** NGOS as NGOs and MIGS as MiGs, where the word without its S has capitals within. */
  private @Nullable String plural(String upper) {
    if (upper.length() < 3 || !upper.endsWith("S")) {
      return null;
    }
    String stem = upper.substring(0, upper.length() - 1);
    if (stem.length() < 3 && !stem.equals("MP")) {
      // FMS is no plural.
      return null;
    }
    if (stem.length() == 3 && stem.startsWith("GO")) {
      // Of governments there is one: GOES is a verb.
      return null;
    }
    Form known = forms.get(stem);
    return known == null
            || (!known.other().isEmpty() && "AEIOU".indexOf(stem.charAt(stem.length() - 1)) >= 0)
            || known.form().substring(1).equals(TitleLetters.lower(stem.substring(1)))
        ? null
        : known.form() + "s";
  }
}
