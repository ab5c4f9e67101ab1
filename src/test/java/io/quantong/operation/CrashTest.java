package io.quantong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killing the platform at any instant loses nothing acknowledged (quality: reliability). */
@Clause("M14")
class CrashTest {

  private static final Path BINARIES =
      Path.of(System.getProperty("java.io.tmpdir"), "quantong-" + System.getProperty("user.name"));

  @TempDir Path folder;

  @Test
  void what_was_acknowledged_before_a_kill_is_there_after_the_next_start() throws Exception {
    Process victim = victim();
    int acknowledged = 0;
    try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
      while (acknowledged < 200) {
        String line = lines.readLine();
        assertThat(line).as(Files.readString(folder.resolve("victim.log"))).isNotNull();
        if (line.startsWith("COMMITTED ")) {
          acknowledged = Integer.parseInt(line.substring(10));
        }
      }
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder, BINARIES, true))
          .as("a second platform on the folder")
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Another Quantong is running");
      victim.destroyForcibly();
    }
    assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(victim.exitValue()).as("killed, not ended").isNotZero();
    try (EmbeddedPostgres again = EmbeddedPostgres.start(folder, BINARIES, true)) {
      assertThat(rows(again)).isGreaterThanOrEqualTo(acknowledged);
    }
    try (EmbeddedPostgres third = EmbeddedPostgres.start(folder, BINARIES, true)) {
      assertThat(rows(third)).isGreaterThanOrEqualTo(acknowledged);
    }
  }

  @Test
  void a_second_start_in_the_same_program_is_refused_and_does_not_disturb_the_first()
      throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(folder, BINARIES, false)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder, BINARIES, false))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Another Quantong is running");
      try (Connection still = owner(first)) {
        assertThat(still.isValid(2)).isTrue();
      }
    }
  }

  @Test
  void a_pid_file_of_a_stranger_does_not_keep_the_database_from_starting() throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(folder, BINARIES, false)) {
      assertThat(first.jdbcUrl()).contains("127.0.0.1");
    }
    Path pid = folder.resolve("postgresql/postmaster.pid");
    Files.writeString(pid, ProcessHandle.current().pid() + "\n/elsewhere\n");
    try (EmbeddedPostgres again = EmbeddedPostgres.start(folder, BINARIES, false);
        Connection works = owner(again)) {
      assertThat(works.isValid(2)).isTrue();
    }
  }

  private Process victim() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            CrashVictim.class.getName(),
            folder.toString(),
            BINARIES.toString())
        .redirectError(folder.resolve("victim.log").toFile())
        .start();
  }

  private static int rows(EmbeddedPostgres postgres) throws Exception {
    try (Connection connection = owner(postgres);
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*), max(n) from written")) {
      count.next();
      assertThat(count.getInt(1)).as("nothing doubled, no gap").isEqualTo(count.getInt(2));
      return count.getInt(1);
    }
  }

  private static Connection owner(EmbeddedPostgres postgres) throws Exception {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), EmbeddedPostgres.OWNER, postgres.ownerPassword());
  }
}
