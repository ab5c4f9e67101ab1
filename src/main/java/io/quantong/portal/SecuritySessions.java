package io.quantong.portal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions live in the database, so that any node answers any request. */
@Configuration(proxyBeanMethods = false)
class SecuritySessions {

  /**
   * A browser loads a page and its parts at the same time: two requests may write the same
   * attribute of a session, and the later one wins instead of failing.
   */
  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer laterWriteWins() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }
}
