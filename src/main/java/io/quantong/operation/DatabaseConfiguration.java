package io.quantong.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Without {@code spring.datasource.url} the platform brings its own database. Migrations run as its
 * owner; the application logs in with fewer rights.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    name = "spring.datasource.url",
    matchIfMissing = true,
    havingValue = "embedded")
class DatabaseConfiguration {

  @Bean(destroyMethod = "close")
  EmbeddedPostgres embeddedPostgres(
      @Value("${quantong.data}") Path data,
      @Value("${quantong.binaries}") Path binaries,
      @Value("${quantong.durable:true}") boolean durable)
      throws IOException, SQLException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("database"), binaries, durable);
    ensureApplicationRole(postgres);
    return postgres;
  }

  @Bean
  JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgres postgres) {
    return new Login(
        postgres.jdbcUrl(), EmbeddedPostgres.APPLICATION, postgres.applicationPassword());
  }

  @Bean
  FlywayConnectionDetails flywayConnectionDetails(EmbeddedPostgres postgres) {
    return new OwnerLogin(postgres.jdbcUrl(), EmbeddedPostgres.OWNER, postgres.ownerPassword());
  }

  private static void ensureApplicationRole(EmbeddedPostgres postgres) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                postgres.jdbcUrl(), EmbeddedPostgres.OWNER, postgres.ownerPassword());
        Statement statement = owner.createStatement()) {
      // The password is our own hexadecimal, so quoting it is safe.
      statement.execute(
          """
          do $$ begin
            if not exists (select from pg_roles where rolname = 'quantong_app') then
              create role quantong_app nologin;
            end if;
            if not exists (select from pg_roles where rolname = 'quantong_web') then
              create role quantong_web login in role quantong_app;
            end if;
          end $$;
          alter role quantong_web password '%s';
          """
              .formatted(postgres.applicationPassword()));
    }
  }

  private record Login(String url, String user, String secret) implements JdbcConnectionDetails {
    @Override
    public String getJdbcUrl() {
      return url;
    }

    @Override
    public String getUsername() {
      return user;
    }

    @Override
    public String getPassword() {
      return secret;
    }
  }

  private record OwnerLogin(String url, String user, String secret)
      implements FlywayConnectionDetails {
    @Override
    public String getJdbcUrl() {
      return url;
    }

    @Override
    public String getUsername() {
      return user;
    }

    @Override
    public String getPassword() {
      return secret;
    }
  }
}
