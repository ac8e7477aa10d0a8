package org.cablebeam.transforms.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A web page of one cable: Cablegate pages of 2010 and 2011 (a table of claims with or without the
 * column Released; header and body as two blocks of code), and saved pages of the library that
 * joined archives (fields by name, then the text). Of other pages the text is read: as a telegram
 * of the archives' export, or for the telegrams in it. Pages are data: nothing in them is executed
 * or fetched. Links become their text.
 */
final class WebPage implements Form {
  private final long maxMessageBytes;

  WebPage(long maxMessageBytes) {
    this.maxMessageBytes = maxMessageBytes;
  }

  @Override
  public Container container() {
    return Container.CABLEGATE_PAGE;
  }

  /** Whether a file that begins with {@code head} is a web page. */
  static boolean recognises(byte[] head, int from) {
    int at = from;
    while (at < head.length && head[at] >= 0 && head[at] <= ' ') {
      at++;
    }
    if (at == head.length || head[at] != '<') {
      return false;
    }
    StringBuilder start = new StringBuilder();
    for (int i = at; i < head.length; i++) {
      start.append((char) (head[i] & 0xFF));
    }
    String page = start.toString().toLowerCase(Locale.ROOT);
    return page.startsWith("<!doctype html")
        || page.contains("<html")
        || page.contains("<head")
        || page.contains("<table")
        || page.contains("<body")
        || page.contains("<div")
        || page.contains("<pre");
  }

  /** Pages that were strung together are read one by one. */
  @Override
  public Records records(InputStream in, long longest, long size) {
    return new Pages(in, longest, size);
  }

  @Override
  public void read(Segment record, Intake intake) {
    Decoded decoded = Decoded.of(record.bytes());
    if (!decoded.isText()) {
      intake.reject(record.ordinal(), RejectCode.NOT_TEXT, "The bytes are not text.", "", null);
      return;
    }
    Document page = Jsoup.parse(decoded.text());
    List<Element> blocks = blocks(page);
    Claims claims = Intake.noClaims();
    boolean table = PageClaims.readTable(page, claims);
    if (!table) {
      claims = PageClaims.fields(page);
      String text = LibraryPage.plain(page);
      if (readText(record, decoded, text, blocks.isEmpty(), claims, intake)) {
        return;
      }
    }
    if (blocks.isEmpty()) {
      intake.reject(
          record.ordinal(),
          table ? RejectCode.NO_TEXT : RejectCode.NOT_A_CABLE,
          table ? "The page has no text of a cable." : "The page is not that of a cable.",
          decoded.text(),
          decoded);
      return;
    }
    PageClaims.readTitle(page, claims);
    String header = blocks.size() > 1 ? text(blocks.get(0)) : "";
    StringBuilder body = new StringBuilder();
    for (int i = blocks.size() > 1 ? 1 : 0; i < blocks.size(); i++) {
      body.append(body.length() == 0 ? "" : "\n\n").append(text(blocks.get(i)));
    }
    intake.message(
        record.ordinal(), decoded, header, body.toString(), claims, Container.CABLEGATE_PAGE);
  }

  /**
   * Reads a page by the text of it.
   *
   * @param flowing whether it has no text that stands as it was written
   * @param claims what fields of the page say, if it is of one cable
   * @return whether that is what it is
   */
  private boolean readText(
      Segment record, Decoded decoded, String text, boolean flowing, Claims claims, Intake intake) {
    if (LibraryPage.recognises(text)) {
      intake.container(Container.PLUSD_PAGE);
      LibraryPage.read(record.ordinal(), decoded, text, intake);
      return true;
    }
    if (AadExport.recognises(text)) {
      intake.container(Container.AAD);
      AadExport.read(record.ordinal(), decoded, text, maxMessageBytes, intake);
      return true;
    }
    if (flowing && claims.getId() != null && TextSplitter.starts(text).size() == 1) {
      intake.message(record.ordinal(), decoded, text, claims, Container.CABLEGATE_PAGE);
      return true;
    }
    if (flowing && TextSplitter.firstTelegram(text) >= 0) {
      RawText.messages(
          record.ordinal(), decoded, text, Container.CABLEGATE_PAGE, maxMessageBytes, intake);
      return true;
    }
    return false;
  }

  /** The outermost blocks of text as it stands, in one pass, however deep they are nested. */
  private static List<Element> blocks(Document page) {
    List<Element> blocks = new ArrayList<>();
    page.traverse(
        new NodeVisitor() {
          private int inside;

          @Override
          public void head(Node node, int depth) {
            if (node instanceof Element element && element.normalName().equals("pre")) {
              if (inside == 0) {
                blocks.add(element);
              }
              inside++;
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element && element.normalName().equals("pre")) {
              inside--;
            }
          }
        });
    return blocks;
  }

  /** The text of a block as it stands, line ends and all; breaks are line ends. */
  static String text(Element block) {
    StringBuilder text = new StringBuilder();
    block.traverse(
        (Node node, int depth) -> {
          if (node instanceof TextNode piece) {
            text.append(piece.getWholeText());
          } else if (node instanceof Element element && element.normalName().equals("br")) {
            text.append('\n');
          }
        });
    return Decoded.normalized(text.toString());
  }

  /** Cuts where a page is closed and, behind blanks at most, another element is opened. */
  private static final class Pages extends ScannedRecords {
    private static final String END = "</html>";

    /** How many letters of the end were just passed. */
    private int matched;

    Pages(InputStream in, long longest, long size) {
      super(in, longest, size);
    }

    @Override
    public Optional<Segment> next() throws IOException {
      matched = 0;
      return next(this::ends);
    }

    private boolean ends(byte b) {
      char c = (char) (b >= 'A' && b <= 'Z' ? b | 0x20 : b & 0xFF);
      matched = c == END.charAt(matched) ? matched + 1 : c == END.charAt(0) ? 1 : 0;
      if (matched < END.length()) {
        return false;
      }
      matched = 0;
      return isClosed();
    }

    private boolean isClosed() {
      while (more() && peek() >= 0 && peek() <= ' ') {
        pass();
      }
      return more() && peek() == '<';
    }
  }
}
