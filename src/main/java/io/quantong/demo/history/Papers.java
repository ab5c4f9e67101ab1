package io.quantong.demo.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes one-page documents of about a kilobyte, in Chinese, that any reader opens. */
final class Papers {

  private static final String FONT =
      "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
          + " /DescendantFonts [5 0 R] >>";
  private static final String GLYPHS =
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo"
          + " << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000"
          + " /FontDescriptor 6 0 R >>";
  private static final String DESCRIPTOR =
      "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
          + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>";

  private Papers() {}

  /** A page with a heading and lines below it. */
  static byte[] pdf(List<String> lines) {
    String content = content(lines);
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R"
                + " /Resources << /Font << /F1 4 0 R >> >> >>",
            FONT,
            GLYPHS,
            DESCRIPTOR,
            "<< /Length %d >>\nstream\n%s\nendstream".formatted(content.length(), content));
    return assemble(objects);
  }

  private static String content(List<String> lines) {
    StringBuilder text = new StringBuilder("BT\n/F1 18 Tf\n56 770 Td\n");
    for (int i = 0; i < lines.size(); i++) {
      if (i == 1) {
        text.append("/F1 11 Tf\n0 -16 Td\n");
      }
      text.append('<').append(hex(lines.get(i))).append("> Tj\n0 -22 Td\n");
    }
    return text.append("ET").toString();
  }

  private static String hex(String line) {
    return HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE));
  }

  private static byte[] assemble(List<String> objects) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    write(file, "%PDF-1.4\n");
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(file.size());
      write(file, "%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)));
    }
    int table = file.size();
    write(file, "xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
    offsets.forEach(offset -> write(file, "%010d 00000 n \n".formatted(offset)));
    write(
        file,
        "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(objects.size() + 1, table));
    return file.toByteArray();
  }

  private static void write(ByteArrayOutputStream file, String text) {
    file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
