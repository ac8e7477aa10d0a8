package org.cablebeam.transforms.source;

import java.util.List;
import org.cablebeam.schemas.Claims;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * What a web page says of its cable beside the text: the table of Cablegate pages, with names in
 * one row and values in the next; the fields of mirrors, a name and its value side by side; the
 * title. Stateless and thread-safe.
 */
final class PageClaims {
  private static final String VIEWING = "Viewing cable ";

  /** Fields stand in the head of a page; no page has more names. */
  private static final int MOST_FIELDS = 100;

  private PageClaims() {}

  /** Reads the table of claims: names in the first row, values in the second. */
  static boolean readTable(Document page, Claims claims) {
    for (Element cell : page.select("th, td")) {
      Element names = cell.parent();
      boolean named = cell.ownText().strip().equalsIgnoreCase("Reference ID");
      Element values = names == null ? null : names.nextElementSibling();
      boolean first = named && cell.elementSiblingIndex() == 0;
      if (first
          && names != null
          && values != null
          && values.childrenSize() == names.childrenSize()) {
        Elements heads = names.children();
        Elements cells = values.children();
        if (heads.size() == 2 && !NamedFields.isKnown(heads.get(1).text())) {
          // A name and its value side by side.
          return false;
        }
        for (int i = 0; i < heads.size(); i++) {
          claim(claims, heads.get(i).text().strip(), cells.get(i).text().strip());
        }
        return true;
      }
    }
    return false;
  }

  /**
   * Fields of which each has its name in the cell before, {@code Reference id | 09WARSAW421}; no
   * claims where none is the number of a cable.
   */
  static Claims fields(Document page) {
    NamedFields fields = new NamedFields();
    List<Element> names = page.select("tr > :first-child, dt");
    for (Element name : names.subList(0, Math.min(names.size(), MOST_FIELDS))) {
      Element value = name.nextElementSibling();
      boolean listed = name.normalName().equals("dt");
      if (value != null
          && (listed || value.nextElementSibling() == null)
          && NamedFields.isKnown(name.text())) {
        fields.addClaim(name.text(), value(name.text(), value.text().strip()));
      }
    }
    Claims claims = fields.claims();
    return claims.getId() == null ? Intake.noClaims() : claims;
  }

  /** A value; behind the number of a cable mirrors print others of their own. */
  private static String value(String name, String value) {
    int blank = value.indexOf(' ');
    boolean first =
        blank > 0
            && NamedFields.meaning(name) == NamedFields.Meaning.ID
            && Preamble.isId(value.substring(0, blank));
    return first ? value.substring(0, blank) : value;
  }

  private static void claim(Claims claims, String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    switch (NamedFields.meaning(name)) {
      case ID -> claims.setId(value);
      case CREATED -> claims.setCreated(value);
      case RELEASED -> claims.setReleased(value);
      case CLASSIFICATION -> claims.setClassification(value);
      case ORIGIN -> claims.setOrigin(value);
      default -> Preamble.keep(claims, name, value);
    }
  }

  /** Reads {@code Viewing cable 09WARSAW421, THE SUBJECT}. */
  static void readTitle(Document page, Claims claims) {
    for (Element title : page.select("h1, h2, h3")) {
      String text = title.ownText();
      if (text.startsWith(VIEWING)) {
        int comma = text.indexOf(',');
        String id = text.substring(VIEWING.length(), comma < 0 ? text.length() : comma).strip();
        if (claims.getId() == null && Preamble.isId(id)) {
          claims.setId(id);
        }
        if (comma >= 0) {
          claims.setSubject(Intake.valueOf(text.substring(comma + 1)));
        }
        return;
      }
    }
  }
}
