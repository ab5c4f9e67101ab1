package io.quantong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Documents drawn from the code: written again on request, else compared with what is checked in.
 */
final class Drawn {

  private static final Path FOLDER = Path.of("docs", "generated");

  private Drawn() {}

  /** Fails when the document is stale; {@code -Dgenerate=true} writes it first. */
  static void assertUpToDate(String name, String drawing, Class<?> test) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("generate")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, drawing);
    }
    String checkedIn = Files.exists(file) ? Files.readString(file) : "";
    assertThat(checkedIn)
        .as("%s; draw it again by: mvn test -Dtest=%s -Dgenerate=true", file, test.getSimpleName())
        .isEqualTo(drawing);
  }
}
