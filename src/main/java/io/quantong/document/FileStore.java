package io.quantong.document;

import io.quantong.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps contents as files below the data folder, named by their hash and never changed. */
@Component
class FileStore {

  private static final long MEGABYTE = 1024L * 1024L;

  private final Path root;
  private final long limit;

  FileStore(
      @Value("${quantong.data:data}") Path data,
      @Value("${quantong.document.max-megabytes:20}") long maxMegabytes) {
    this.root = data.resolve("files").toAbsolutePath();
    this.limit = maxMegabytes * MEGABYTE;
  }

  /**
   * A content that is safely on disk.
   *
   * @param sha256 its name
   * @param bytes its size
   * @param mediaType found by content
   */
  record Stored(String sha256, long bytes, String mediaType) {}

  /** Writes to a temporary file, judges it, syncs it and moves it to its name in one step. */
  Stored put(String fileName, InputStream content) {
    try {
      Files.createDirectories(root);
      Path temporary = Files.createTempFile(root, "upload-", ".part");
      try {
        return keep(fileName, temporary, write(fileName, content, temporary));
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  InputStream open(String sha256) {
    try {
      return Files.newInputStream(path(sha256));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  boolean holds(String sha256, long bytes) {
    try {
      Path path = path(sha256);
      return Files.isRegularFile(path) && Files.size(path) == bytes;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private MessageDigest write(String fileName, InputStream content, Path to) throws IOException {
    MessageDigest digest = sha256();
    try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      byte[] chunk = new byte[64 * 1024];
      long total = 0;
      for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
        total += read;
        if (total > limit) {
          throw new Refused(new DocumentRefusal.TooLarge(fileName, limit / MEGABYTE));
        }
        digest.update(chunk, 0, read);
        out.write(chunk, 0, read);
      }
      channel.force(true);
    }
    return digest;
  }

  private Stored keep(String fileName, Path temporary, MessageDigest digest) throws IOException {
    long bytes = Files.size(temporary);
    if (bytes == 0) {
      throw new Refused(new DocumentRefusal.Empty(fileName));
    }
    String mediaType =
        MediaTypeSniffer.sniff(temporary)
            .orElseThrow(() -> new Refused(new DocumentRefusal.TypeNotAllowed(fileName)));
    String sha256 = HexFormat.of().formatHex(digest.digest());
    Path folder = folder(sha256);
    Files.createDirectories(folder);
    // Equal content under an equal name: replacing it changes nothing, even when two come at once.
    Files.move(
        temporary,
        path(sha256),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    sync(folder);
    return new Stored(sha256, bytes, mediaType);
  }

  /** A rename is durable only when the folder is; folders cannot be opened on every system. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // The content itself was synced before the move; nothing more can be asked of this system.
    }
  }

  private Path path(String sha256) {
    return folder(sha256).resolve(sha256);
  }

  private Path folder(String sha256) {
    return root.resolve(sha256.substring(0, 2));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
