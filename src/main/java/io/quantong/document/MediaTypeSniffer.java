package io.quantong.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Judges a file by its bytes; names and announced types are never believed. */
final class MediaTypeSniffer {

  static final String PDF = "application/pdf";
  static final String OFD = "application/ofd";
  static final String XML = "application/xml";
  static final String PNG = "image/png";
  static final String JPEG = "image/jpeg";
  static final String TEXT = "text/plain";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** More entries than any invoice, table or letter has. */
  private static final int MOST_ENTRIES = 5_000;

  private static final byte[] PDF_MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG_MAGIC = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  private static final byte[] JPEG_MAGIC = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private MediaTypeSniffer() {}

  /** The allowed type of the content, or empty when it is none. */
  static Optional<String> sniff(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(64);
    }
    if (starts(head, 0, PDF_MAGIC)) {
      return Optional.of(PDF);
    }
    if (starts(head, 0, PNG_MAGIC)) {
      return Optional.of(PNG);
    }
    if (starts(head, 0, JPEG_MAGIC)) {
      return Optional.of(JPEG);
    }
    if (starts(head, 0, ZIP_MAGIC)) {
      return container(file);
    }
    int first = starts(head, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    if (!isText(file)) {
      return Optional.empty();
    }
    if (starts(head, first, "<?xml".getBytes(StandardCharsets.US_ASCII))) {
      return Optional.of(XML);
    }
    // Text that opens a tag is HTML or SVG, which a browser might run.
    return head.length > first && firstVisible(head, first) != '<'
        ? Optional.of(TEXT)
        : Optional.empty();
  }

  /** Reads the directory of the archive only; nothing is expanded. */
  private static Optional<String> container(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      boolean macros =
          zip.stream().map(ZipEntry::getName).anyMatch(n -> n.endsWith("vbaProject.bin"));
      if (zip.size() > MOST_ENTRIES || macros) {
        return Optional.empty();
      }
      if (zip.getEntry("OFD.xml") != null) {
        return Optional.of(OFD);
      }
      if (zip.getEntry("[Content_Types].xml") == null) {
        return Optional.empty();
      }
      if (zip.getEntry("xl/workbook.xml") != null) {
        return Optional.of(XLSX);
      }
      return zip.getEntry("word/document.xml") != null ? Optional.of(DOCX) : Optional.empty();
    } catch (ZipException broken) {
      return Optional.empty();
    }
  }

  /** True for UTF-8 without control characters other than line ends and tabs. */
  private static boolean isText(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      char[] chunk = new char[8192];
      for (int read = reader.read(chunk); read >= 0; read = reader.read(chunk)) {
        for (int i = 0; i < read; i++) {
          char c = chunk[i];
          if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
            return false;
          }
        }
      }
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  private static byte firstVisible(byte[] head, int from) {
    int i = from;
    while (i < head.length - 1 && Character.isWhitespace(head[i])) {
      i++;
    }
    return head[i];
  }

  private static boolean starts(byte[] bytes, int offset, byte[] prefix) {
    if (bytes.length < offset + prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[offset + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
