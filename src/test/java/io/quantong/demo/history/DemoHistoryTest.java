package io.quantong.demo.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.IntegrationTest;
import io.quantong.operation.SelfChecks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

@IntegrationTest
@ActiveProfiles({"test", "demo"})
@TestPropertySource(
    properties = {"quantong.demo.size=small", "logging.level.io.quantong.demo=debug"})
class DemoHistoryTest {

  @Autowired DemoHistory history;
  @Autowired Chronicle chronicle;
  @Autowired SelfChecks checks;

  @Test
  void the_self_check_is_green() {
    assertThat(checks.now().rows()).allMatch(row -> row.finding().holds());
  }
}
