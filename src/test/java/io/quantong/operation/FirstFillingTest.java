package io.quantong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first filling is all or nothing, whatever moment the power goes off. */
class FirstFillingTest {

  private static final Path BINARIES =
      Path.of(System.getProperty("java.io.tmpdir"), "quantong-" + System.getProperty("user.name"));

  @TempDir Path folder;

  @Test
  void what_was_broken_off_is_thrown_away_at_the_next_start() throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(folder, BINARIES, false)) {
      first.unfinished();
      execute(first, "create table half (n int)");
    }
    try (EmbeddedPostgres second = EmbeddedPostgres.start(folder, BINARIES, false)) {
      assertThat(holds(second, "half")).isFalse();
      execute(second, "create table kept (n int)");
    }
    try (EmbeddedPostgres third = EmbeddedPostgres.start(folder, BINARIES, false)) {
      assertThat(holds(third, "kept")).isTrue();
    }
  }

  @Test
  void what_was_finished_stays_and_is_written_through_again() throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(folder, BINARIES, true)) {
      first.unfinished();
      execute(first, "create table whole (n int)");
      first.finished();
      assertThat(setting(first, "synchronous_commit")).isEqualTo("on");
    }
    try (EmbeddedPostgres second = EmbeddedPostgres.start(folder, BINARIES, true)) {
      assertThat(holds(second, "whole")).isTrue();
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws Exception {
    try (Connection owner = connect(postgres);
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean holds(EmbeddedPostgres postgres, String table) throws Exception {
    return ask(postgres, "select to_regclass('" + table + "') is not null").equals("t");
  }

  private static String setting(EmbeddedPostgres postgres, String name) throws Exception {
    return ask(postgres, "show " + name);
  }

  private static String ask(EmbeddedPostgres postgres, String sql) throws Exception {
    try (Connection owner = connect(postgres);
        Statement statement = owner.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws Exception {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), EmbeddedPostgres.OWNER, postgres.ownerPassword());
  }
}
