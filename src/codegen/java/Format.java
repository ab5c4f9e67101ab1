import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks or applies the one format of the Java files below a folder. Files found well formatted
 * once are remembered by their hash and not looked at again.
 */
public final class Format {

  private static final int ATTEMPTS = 3;

  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    Path base = Path.of(args[1]);
    Path stamp = base.resolve("target/format.stamp");
    Set<String> known = new HashSet<>(Files.exists(stamp) ? Files.readAllLines(stamp) : List.of());
    Set<String> good = new TreeSet<>(known);
    List<String> bad = new ArrayList<>();
    for (Path file : javaFiles(base.resolve(args[2]))) {
      String source = Files.readString(file);
      String wanted =
          known.contains(hash(source)) ? source : format(base.relativize(file), source, bad);
      if (wanted.equals(source) || apply) {
        good.add(hash(wanted));
      }
      if (!wanted.equals(source)) {
        report(apply, file, base, wanted, bad);
      }
    }
    Files.createDirectories(stamp.getParent());
    Files.write(stamp, good);
    if (!bad.isEmpty()) {
      bad.forEach(System.err::println);
      System.err.println("Put right by: mvn -q exec:exec@format-apply");
      System.exit(1);
    }
  }

  private static void report(boolean apply, Path file, Path base, String wanted, List<String> bad)
      throws IOException {
    if (apply) {
      Files.writeString(file, wanted);
      System.out.println("formatted " + base.relativize(file));
    } else {
      bad.add("not formatted: " + base.relativize(file));
    }
  }

  /** Wrapping a long text may move what stands around it, hence more than one attempt. */
  private static String format(Path name, String source, List<String> bad) {
    try {
      String text = source;
      for (int i = 0; i < ATTEMPTS; i++) {
        String next = new Formatter().formatSourceAndFixImports(text);
        if (next.equals(text)) {
          break;
        }
        text = next;
      }
      return text;
    } catch (FormatterException e) {
      bad.add("not readable: " + name + ": " + e.getMessage());
      return source;
    }
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String hash(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8")));
  }
}
