package org.cablebeam.synthesis;

/** A period with its own layout of cables. */
enum Era {
  /** 1966–1972: no TAGS, downgrading groups at the end. */
  SIXTIES(1966, 1972),
  /** 1973–1979: the archive's page furniture and distribution blocks, E.O. 11652. */
  SEVENTIES(1973, 1979),
  /** 1985–1995: transmission header, capitals, E.O. 12356. */
  EIGHTIES(1985, 1995),
  /** 1996–2010: mixed case, E.O. 12958. */
  MODERN(1996, 2010);

  private final int first;
  private final int last;

  Era(int first, int last) {
    this.first = first;
    this.last = last;
  }

  static Era of(int year) {
    for (Era era : values()) {
      if (year >= era.first && year <= era.last) {
        return era;
      }
    }
    throw new IllegalArgumentException("No era has cables of " + year + ".");
  }

  /** Whether texts were written in capitals. */
  boolean capitals() {
    return this != MODERN;
  }
}
