package io.quantong.operation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A program that starts the database, writes a row after the other and waits to be killed. */
final class CrashVictim {

  private CrashVictim() {}

  /** Prints {@code COMMITTED n} after every acknowledged write. */
  public static void main(String[] args) throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1]), true);
    try (Connection owner =
            DriverManager.getConnection(
                postgres.jdbcUrl(), EmbeddedPostgres.OWNER, postgres.ownerPassword());
        Statement statement = owner.createStatement()) {
      statement.execute("create table if not exists written (n int primary key)");
      for (int n = 1; ; n++) {
        statement.execute("insert into written values (" + n + ")");
        System.out.println("COMMITTED " + n);
      }
    }
  }
}
