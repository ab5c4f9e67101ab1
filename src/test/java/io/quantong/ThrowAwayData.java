package io.quantong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives a test context a data folder of its own and sweeps away those of runs that ended. */
final class ThrowAwayData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final Path FOLDER = Path.of("target", "test-data");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      sweep();
      String name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
      Path data = Files.createDirectories(FOLDER.resolve(name));
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource("throw-away data", Map.of("quantong.data", data.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep() throws IOException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> folders = Files.list(FOLDER)) {
      for (Path folder : folders.toList()) {
        long pid = Long.parseLong(folder.getFileName().toString().split("-")[0]);
        if (ProcessHandle.of(pid).isEmpty()) {
          FileSystemUtils.deleteRecursively(folder);
        }
      }
    }
  }
}
