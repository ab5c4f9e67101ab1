package io.quantong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class StartupTest {

  @Autowired DataSource dataSource;

  @Test
  void the_platform_starts_on_an_empty_folder() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @Test
  @Clause("M14")
  void the_application_logs_in_without_the_right_to_change_tables() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo("quantong_web");
      assertThatThrownBy(() -> statement.execute("drop table operation.clock"))
          .hasMessageContaining("must be owner");
      assertThatThrownBy(() -> statement.execute("delete from evidence.event"))
          .hasMessageContaining("permission denied");
    }
  }
}
