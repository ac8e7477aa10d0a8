package org.cablebeam.transforms.entities;

/**
 * Classes of words that single rules ask for. The words of each stand in {@code word-classes.tsv}
 * under the name of the class. Classes that nearly every rule asks for are bits of {@link
 * Vocabulary} instead.
 */
enum WordClass {
  // Before and behind the name of a person.
  /** Verbs whose object is a person: told, arrested. */
  PERSON_VERB,
  /** Words before "to", "from" or "with" and a person: a visit to, lied to. */
  PERSON_NOUN,
  /** Words before "of" and a person: the death of. */
  PERSON_OF_NOUN,
  /** What persons do: said, wondered. */
  SAYING,
  /** What anybody may do: will, has. */
  AUXILIARY,
  /** Behind which a verb stands: could, must. */
  MODAL,
  /** Words behind which a name begins: that, and, by. */
  NAME_BEFORE,
  /** Words behind the name of him who rules: government, regime. */
  RULE,
  /** What two persons have with each other, behind their names: talks. */
  BETWEEN_TWO,
  /** Chinese and Korean surnames, before two syllables with a hyphen: Mao Tse-tung. */
  SYLLABLE_SURNAME,
  VIETNAMESE_SURNAME,
  /** What stands between the surname and the given name of a Vietnamese: Van, Duc. */
  VIETNAMESE_MIDDLE,
  WIFE,
  WOMAN,
  MAN,
  /** Words that a hyphen ties to a name, and that are no part of it: London-based. */
  COMPOUND_TAIL,
  WOMANS_NAME,

  // Before and behind the name of an organisation.
  /** Words behind a name that belong to a body: officials, subsidiary. */
  ORG_NOUN,
  /** Words before a name that say it is a body: newspaper, airline. */
  ORG_NOUN_BEFORE,
  /** Words before "of" and a body: president, branch. */
  ORG_OF_NOUN,
  /** What bodies do: supplies, exports. */
  ORG_VERB,
  /** Initials of governments that are verbs too: GOT, GOES. */
  GOVERNMENT_VERB,
  /** Verbs whose object is a body: owns, founded. */
  ORG_OWNER_VERB,
  PRESS_NOUN,
  /** Those whose trade a body is named after: workers, growers. */
  WORKERS,
  /** How often a newspaper appears: Daily, Sunday. */
  PRESS_TIME,
  /** What newspapers are called: Mail, Mirror. */
  PRESS_NAME,
  PRESS_VERB,
  /** What newspapers and stations are called before "of" and their place: Times, Voice. */
  PRESS_OF,
  /** Participles before "by" and a firm: financed, published. */
  FIRM_DEED,
  /** What a firm has: owner, shares. */
  FIRM_PART,
  /** What the names of firms end with, that are called by the first word: Heritage Oil. */
  FIRM_LAST,
  /** What firms do two of: Oil and Gas, Power and Light. */
  FIRM_PAIR,
  /** What stands behind the name of a firm: TV, PLC. */
  FIRM_SUFFIX,
  /** The tail of the name of a firm: Sons, Brothers. */
  FIRM_TAIL,

  // Before and behind the name of a place.
  PLACE_NOUN,
  /** Words before "of" and a place: bishop, residents. */
  PLACE_OF_NOUN,
  PLACE_VERB,
  /** Who come from a place: refugees, troops. */
  COMER,
  /** What leads from one place to another: pipeline, road. */
  ROUTE,
  /** Words that say what a place is: town, suburb. */
  TOWN_NOUN,
  /** Words before "to" and a place: travelled, flight. */
  JOURNEY,
  /** Words before "for" and a place: left, departs. */
  DEPARTURE,
  /** Words behind which an hour may stand: arriving, ETA. */
  TRAVEL,
  SHIP,
  /** Places that are words of English too, and hardly ever meant as such. */
  FAMOUS_PLACE,
  /** What the names of streets begin with, behind a preposition: via, calle. */
  STREET_FIRST,
  /** What the names of towns begin with: San, Sao. */
  SAINT,
  /** Words before the common noun of a feature: Air Base, Naval Station. */
  GEO_WITHIN,
  /** Where police sit: station, post. */
  PREMISES,
  /** Words before a town that name a part of it: East, West. */
  HALF,

  // Within the names of organisations.
  /** What a firm is called before its name: Radio Fiji, Bank Mellat. */
  FIRM_FIRST,
  /** Letters with periods that are nobody's initials: U.N., E.G. */
  DOTTED_NAME,
  /** Acronyms that are words of telegrams too, and mostly meant as such: AID, GNP. */
  ACRONYM_BY_CHANCE,
  /** Bodies of two letters that need no word beside them in capitals. */
  ORG_OF_TWO_LETTERS,
  /** Heads behind the name of a body that only say what part of it is meant. */
  ORG_PART,
  /** Heads that make no name in capitals without a word that is no English. */
  ORG_COMMON,
  /** Heads that with a demonym alone make no name: the Libyan mission, Egyptian forces. */
  ORG_GENERIC,
  /** Heads that make no name with a place alone: Punjab forces, Geneva conference. */
  ORG_LOOSE,
  /** Heads of bodies that are named with their country: party, movement. */
  ORG_POLITICAL,
  /** Last words of names that each country has one of, and is named with: Red Cross. */
  ORG_NATIONAL,
  /** Heads that have a name as a rule: commission, agency. */
  ORG_FORMAL,
  /** Modifiers that make a name of a weak head without any other word: the Red Army. */
  ORG_INSTITUTIONAL,
  /** Causes after which a party is named, and nothing else: Independence Party. */
  PARTY_CAUSE,
  /** Modifiers that say how much, and begin no field: lower rates. */
  ORG_DEGREE,
  /** Words that ask for a noun: council for national salvation. */
  ORG_ADJECTIVE,
  /** Possessives that belong to the name: People's, Workers'. */
  ORG_PEOPLE,
  /** Numerals that begin a name: the Six Federations. */
  ORG_COUNT,
  /** Words that join the field of a body to its head: of, for. */
  ORG_JOINT,
  /** Heads that may serve a single officer: Office of the Prime Minister. */
  ORG_OF_TITLE,
  /** Heads behind which "on" names a field: committee on religion. */
  ORG_ON,
  /** Letters that name a group of states, with a hyphen and a number: G-7. */
  GROUP,
  /** Bodies with a number, letters and digits in one: GSG9, M19. */
  NUMBERED_BODY,
  /** Units of armed forces. */
  UNIT,
  ORDINAL,
  /** Quarters after which units of armed forces are named: Southwest Command. */
  COMPASS,
  /** Small words within names in other languages: de, und. */
  FOREIGN_JOINT,
  /** Nouns whose names are no organisations: talks, week, prize. */
  EVENT,

  // Titles.
  /** Callings that are positions only with a word before them: a presidential adviser. */
  TITLE_CALLING,
  /** Words that are more often ordinary than a title where case does not show it. */
  TITLE_DOUBTFUL,
  /** Abbreviations of three letters that are nothing but titles. */
  TITLE_SHORT,
  /** Titles that are traits too: the general view. */
  TITLE_TRAIT,
  /** Titles behind which "for" names a field: Director General for Political Affairs. */
  TITLE_WITH_FIELD,
  /** Titles that stand in the names of organisations too: Secretary, General. */
  TITLE_IN_NAME,
  /** Those who rule by birth: king, sultan. */
  RULER,
  /** Officers hold one rank at a time. */
  RANK,
  /** Ranks as telegrams shorten them: LTG, BG. */
  RANK_SHORT,
  /** Heads whose portfolio tells two holders apart. */
  OFFICE,
  /** Words that do not change whose title it is: Deputy Minister X may be called Minister X. */
  GRADE,

  // Dates and numbers.
  BEFORE_MONTH,
  /** Words that make a day of two numbers with a slash: on 5/12. */
  BEFORE_NUMERIC_DATE,
  DATE_JOINT,
  /** Words before a date to come: by, until. */
  AHEAD_OF_DATE,
  PART_OF_MONTH,
  /** What stands before a year of account: FY. */
  FISCAL_YEAR,
  /** Words that make a noun of "May" and "March". */
  OWNER,
  /** Words before a number that is no year: resolution, page. */
  NUMBERED,

  /** What a telegram of the post that writes is called, before its serial: Embtel 1205. */
  TELEGRAM_OWN,
  /** What a telegram of the Department is called: Deptel 871. */
  TELEGRAM_DEPARTMENT,

  /** What stands between a person and the father: ould, bint. */
  PATRONYMIC,

  /** Bodies with a charter that is a treaty: UN, OAU. */
  CHARTERED,

  /** Heads of treaties that are formal ones: convention. */
  TREATY_FORMAL,
  /** Acronyms of treaties that two states have, by whose names they are known: FTA. */
  TREATY_OF_TWO,
  /** What a treaty not yet made may be of as well: peace. */
  TREATY_VAGUE,
  /** What begins another clause, of which the subject is not the one before: that, while. */
  CLAUSE,
  /** What may stand in a title behind first and second. */
  AFTER_FIRST,
  /** Before what is not one certain thing: a, any, draft. */
  INDEFINITE,

  /** The articles of Spanish, with which names of places begin. */
  ROMANCE_ARTICLE,

  // Others.
  /** Words that tell when, before which a title stands by chance: the counselor day before. */
  TIME,
  /** What stands before a post in the address of a telegram: AMEMBASSY. */
  ADDRESSEE,
  /** What stands before an addressee: TO, INFO, a precedence. */
  BEFORE_ADDRESSEE,
  /** Verbs that "us" follows. */
  PRONOUN_BEFORE,
  /** Before "of us": all, both. */
  QUANTIFIER,
  /** Words that end a message without signing it. */
  NOTICE
}
