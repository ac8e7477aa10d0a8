package org.cablebeam.transforms.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cablebeam.schemas.RejectedMessage;

/** Writes the same invented cables in every form. */
final class Containers {
  /** An invented cable. */
  record Invented(String id, String post, int serial, String header, String body) {
    String text() {
      return header + "\n\n" + body;
    }
  }

  interface Wrap {
    OutputStream around(OutputStream out) throws IOException;
  }

  private Containers() {}

  static List<Invented> cables(int count) {
    String[] posts = {"WARSAW", "OSLO", "LIMA", "TALLINN"};
    List<Invented> cables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String post = posts[i % posts.length];
      int serial = 421 + i;
      String header =
          "VZCZCXRO%04d%nPP RUEHC%nDE RUEHXX #%04d 0451337%nZNR UUUUU ZZH%nR 141337Z FEB 08%n"
              .formatted(i, serial)
              .replace("\r", "")
              .concat("FM AMEMBASSY " + post + "\nTO RUEHC/SECSTATE WASHDC 0471");
      String body =
          "UNCLAS "
              + post
              + " 000"
              + serial
              + "\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: ECON, PL\nSUBJECT: BREAD \"AND\" BUTTER "
              + i
              + "\n\n1. The baker said \"\u017cytni\", a backslash \\ and a comma, twice.\n"
              + "\"7\",\"was the answer\" <b>&amp;</b>\n\n2. It ends.\nBAKER";
      cables.add(new Invented("08" + post + serial, post, serial, header, body));
    }
    return cables;
  }

  static Map<String, byte[]> bundles(List<Invented> cables) {
    Map<String, byte[]> forms = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    StringBuilder crlf = new StringBuilder();
    StringBuilder table = new StringBuilder();
    StringBuilder semicolons = new StringBuilder("Body;RefId;Created;Header\r\n");
    StringBuilder json = new StringBuilder();
    StringBuilder front = new StringBuilder();
    StringBuilder archive = new StringBuilder();
    for (Invented cable : cables) {
      text.append(cable.text()).append("\n\n");
      crlf.append(cable.text().replace("\n", "\r\n")).append("\r\n\r\n");
      table.append(row(cable));
      semicolons.append(namedRow(cable));
      json.append(line(cable));
      front.append(cable.id).append("\nBREAD\n2008-02-14 13:37\nUNCLASSIFIED\nEmbassy X\n");
      front.append(cable.text()).append('\n');
      archive.append(exported(cable));
    }
    forms.put("traffic.txt", utf8(text));
    forms.put("traffic-crlf.txt", utf8(crlf));
    forms.put("traffic-utf16.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    forms.put("cables.csv", utf8(table));
    forms.put("semicolons.csv", utf8(semicolons));
    forms.put("cables.jsonl", utf8(json));
    forms.put("front.txt", utf8(front));
    forms.put("export.txt", utf8(archive));
    return forms;
  }

  private static byte[] utf8(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String row(Invented cable) {
    return "\"1\",\"2/14/2008 13:37\",\"%s\",\"Embassy X\",\"UNCLASSIFIED\",\"\",\"%s\",\"%s\"\n"
        .formatted(cable.id, escaped(cable.header), escaped(cable.body));
  }

  private static String namedRow(Invented cable) {
    return "\"%s\";%s;2008-02-14 13:37;\"%s\"\r\n"
        .formatted(cable.body.replace("\"", "\"\""), cable.id, cable.header.replace("\"", "\"\""));
  }

  static String escaped(String cell) {
    return cell.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  static String line(Invented cable) {
    return "{\"id\":\"%s\",\"header\":\"%s\",\"body\":\"%s\"}\n"
        .formatted(
            cable.id,
            escaped(cable.header).replace("\n", "\\n"),
            escaped(cable.body).replace("\n", "\\n"));
  }

  static String exported(Invented cable) {
    return "            Message Text\n\n"
        + cable.text()
        + "\n            Message Attributes\n\nDocument Number: 2008"
        + cable.post
        + "00"
        + cable.serial
        + "\nDraft Date: 14 FEB 2008\nDecaption Date: 01 JAN 1960\nSubject: BREAD AND\nBUTTER\n"
        + "TAGS: ECON, OVIP (DOE, JANE)\nReview Authority: somebody\nLocator: TEXT ON-LINE\n"
        + "Type: TE\n\n";
  }

  static String page(Invented cable, boolean released) {
    String column = released ? "<th>Released</th>" : "";
    String cell = released ? "<td><a href='#'>2011-08-30 01:44</a></td>" : "";
    return "<?xml version='1.0'?>\n<html><body><h3>Viewing cable %s, BREAD</h3><table class='cable'>"
            .formatted(cable.id)
        + "<tr><th>Reference ID</th><th>Created</th>"
        + column
        + "<th>Classification</th><th>Origin</th></tr><tr><td><a href='#'>"
        + cable.id
        + "</a></td><td>2008-02-14 13:37</td>"
        + cell
        + "<td>UNCLASSIFIED</td><td>Embassy X</td></tr></table><code><pre>"
        + html(cable.header)
        + "</pre></code><code><pre>"
        + html(cable.body).replace("ECON", "<a href='/tag/ECON_0.html'>ECON</a>")
        + "</pre></code></body></html>";
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "&#x000A;");
  }

  static Map<String, byte[]> packed(String name, byte[] bytes) {
    Map<String, byte[]> packed = new LinkedHashMap<>();
    packed.put(name + ".gz", compressed(bytes, GzipCompressorOutputStream::new));
    packed.put(name + ".bz2", compressed(bytes, BZip2CompressorOutputStream::new));
    packed.put(name + ".xz", compressed(bytes, XZCompressorOutputStream::new));
    packed.put(name + ".zst", compressed(bytes, ZstdCompressorOutputStream::new));
    Map<String, byte[]> entry = Map.of("in/" + name, bytes);
    packed.put(name + ".zip", zip(entry));
    packed.put(name + ".tar", tar(entry));
    packed.put(name + ".tar.gz", compressed(tar(entry), GzipCompressorOutputStream::new));
    packed.put(name + ".7z", sevenZ(entry));
    packed.put(name + ".tar.zip", zip(Map.of(name + ".tar", tar(entry))));
    packed.put(name + ".7z.zip", zip(Map.of(name + ".7z", sevenZ(entry))));
    return packed;
  }

  static byte[] compressed(byte[] bytes, Wrap wrap) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing = wrap.around(out)) {
      packing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A file as runs write it for what they rejected. */
  static byte[] rejects(List<RejectedMessage> rejects) {
    return rejects("snappy", RejectedMessage.getClassSchema(), rejects);
  }

  static byte[] rejects(String codec, Schema schema, List<RejectedMessage> rejects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<RejectedMessage> writer =
        new DataFileWriter<>(new SpecificDatumWriter<>(schema))) {
      writer.setCodec(CodecFactory.fromString(codec));
      writer.create(schema, out);
      for (RejectedMessage reject : rejects) {
        writer.append(reject);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new java.util.zip.ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] tar(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        TarArchiveEntry header = new TarArchiveEntry(entry.getKey(), true);
        header.setSize(entry.getValue().length);
        tar.putArchiveEntry(header);
        tar.write(entry.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] sevenZ(Map<String, byte[]> entries) {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try {
      try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          SevenZArchiveEntry header = new SevenZArchiveEntry();
          header.setName(entry.getKey());
          archive.putArchiveEntry(header);
          archive.write(entry.getValue());
          archive.closeArchiveEntry();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
  }
}
