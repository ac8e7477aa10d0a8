package org.cablebeam.transforms.parse.body;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells a word that is spelled letter by letter by its sound: no word, and no name in Latin
 * letters, begins as PDVSA, ends as IADB, or has vowels only, as IAEA. Longer words are left alone,
 * for names that are transcribed have rare sounds too. Stateless and thread-safe.
 */
final class SpelledLetters {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;

  /** Two consonants with which words and names of all regions begin. */
  private static final Set<String> ONSETS =
      pairs(
          "BB BH BJ BL BR BW BZ CH CL CR CS CV CZ DD DH DJ DL DM DN DR DV DW DZ FJ FL FR"
              + " FT GB GD GH GJ GL GN GR GV GW HJ HL HM HR HS HT HV HW JH KB KF KG KH KJ KL KM"
              + " KN KP KR KS KV KW KZ LH LJ LL LV LW MB MC MD MG MH MK ML MN MP MR MS MT MV MW"
              + " MZ NC ND NG NH NJ NK NN NS NT NW NZ PF PH PJ PL PR PS PT PW RH RJ RW RZ SB SC"
              + " SF SG SH SJ SK SL SM SN SP SQ SR SS ST SV SW SZ TB TC TH TJ TK TL TN TR TS TV"
              + " TW TZ VG VL VN VR VS WH WL WN WR XH ZB ZD ZG ZH ZL ZM ZN ZR ZS ZV ZW");

  /** Two consonants with which they end. */
  private static final Set<String> CODAS =
      pairs(
          "BB BL BR BS BT CC CH CK CQ CS CT CZ DD DH DJ DL DN DR DS DT DZ FD FF FR FS FT GF GG GH"
              + " GL GN GS GT HD HJ HL HM HN HR HS HT JD JJ JM JN JR JS KH KK KL KR KS KT LB LC LD"
              + " LF LG LH LJ LK LL LM LN LP LS LT LV LZ MB ML MM MN MP MR MS MT NB NC ND NF NG NH"
              + " NJ NK NN NS NT NX NZ PF PH PL PP PS PT QR QT RB RC RD RF RG RH RJ RK RL RM RN RP"
              + " RQ RR RS RT RV RX RZ SC SH SJ SK SL SM SN SP SR SS ST SZ TH TL TN TR TS TT TZ VD"
              + " VS WD WF WK WL WN WP WR WS WT XS XT ZD ZH ZK ZM ZS ZT ZZ");

  private SpelledLetters() {}

  /** Whether a word in capitals can only be spelled. */
  static boolean is(String upper) {
    int length = upper.length();
    if (length < SHORTEST || length > LONGEST) {
      return false;
    }
    boolean vowelsOnly = true;
    for (int i = 0; i < length; i++) {
      char c = upper.charAt(i);
      if (c < 'A' || c > 'Z') {
        return false;
      }
      vowelsOnly &= isVowel(c) && c != 'Y';
    }
    return vowelsOnly || isRare(upper, 0, ONSETS) || isRare(upper, length - 2, CODAS);
  }

  private static boolean isRare(String upper, int from, Set<String> known) {
    return !isVowel(upper.charAt(from))
        && !isVowel(upper.charAt(from + 1))
        && !known.contains(upper.substring(from, from + 2));
  }

  private static boolean isVowel(char c) {
    return "AEIOUY".indexOf(c) >= 0;
  }

  private static Set<String> pairs(String pairs) {
    return Arrays.stream(pairs.split(" ")).collect(Collectors.toUnmodifiableSet());
  }
}
