package io.quantong.document;

import java.util.regex.Pattern;

/** Makes a name sent by a browser harmless and still recognisable. */
final class FileNames {

  private static final int LONGEST = 120;

  /** Control, format and bidirectional characters, quotes, and what file systems forbid. */
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}<>:\"|?*;]");

  private FileNames() {}

  static String sanitise(String sent) {
    String base = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String clean = UNSAFE.matcher(base).replaceAll("_").strip();
    while (clean.startsWith(".")) {
      clean = clean.substring(1);
    }
    if (clean.isEmpty()) {
      return "file";
    }
    if (clean.length() <= LONGEST) {
      return clean;
    }
    int dot = clean.lastIndexOf('.');
    String ending = dot > 0 && clean.length() - dot <= 10 ? clean.substring(dot) : "";
    return clean.substring(0, LONGEST - ending.length()) + ending;
  }
}
