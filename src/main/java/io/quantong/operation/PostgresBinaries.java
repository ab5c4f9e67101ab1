package io.quantong.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL programs of this platform from the jar, once per version. */
final class PostgresBinaries {

  private static final String VERSION = "18.6";

  private PostgresBinaries() {}

  /**
   * The folder with {@code bin} and {@code lib} below {@code home}, unpacked when missing.
   * Unpacking goes to a neighbour and is moved into place, so that a crash never leaves half a
   * folder.
   */
  static Path unpackBelow(Path home) throws IOException {
    Path ready = home.resolve("postgresql-" + VERSION);
    if (Files.isDirectory(ready)) {
      return ready;
    }
    Files.createDirectories(home);
    Path half = Files.createTempDirectory(home, "unpacking-");
    String resource = "/postgres-%s.txz".formatted(platform());
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IOException(
            "No bundled PostgreSQL for this machine (" + resource + "); set SPRING_DATASOURCE_URL");
      }
      unpack(new TarArchiveInputStream(new XZInputStream(packed)), half);
    }
    try {
      Files.move(half, ready, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      delete(half);
    }
    return ready;
  }

  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    String system = os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os;
    return system + "-" + (arm ? "arm_64" : "x86_64");
  }

  private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path path = target.resolve(entry.getName()).normalize();
      if (!path.startsWith(target)) {
        throw new IOException("The archive leaves its folder: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(path);
      } else if (entry.isSymbolicLink()) {
        Files.createDirectories(path.getParent());
        Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      } else {
        Files.createDirectories(path.getParent());
        Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
          Files.setPosixFilePermissions(path, executable());
        }
      }
    }
  }

  private static Set<PosixFilePermission> executable() {
    return EnumSet.of(
        PosixFilePermission.OWNER_READ,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.OTHERS_EXECUTE);
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
