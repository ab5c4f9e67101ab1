package io.quantong.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.EventLog.Transition;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The append-only record of every transition. */
@IntegrationTest
@Clause("M14")
class EventLogTest {

  @Autowired private EventLog events;
  @Autowired private Identities identities;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Clock clock;

  private final String subject = UUID.randomUUID().toString();

  @Test
  void a_record_tells_who_in_which_role_when_why_and_under_which_rules() {
    Actor head = People.of(identities).head(People.YUECHENG);
    in(
        () ->
            events.append(
                new Transition("test", subject, "BEGIN", null, "OPEN"),
                head,
                "a reason",
                42L,
                Map.of("amount", "1.00", "note", "引号\"'\\ 与换行\n")));
    DomainEvent event = events.history("test", subject).getFirst();
    assertThat(event.actor()).isEqualTo(head);
    assertThat(event.from()).isNull();
    assertThat(event.to()).isEqualTo("OPEN");
    assertThat(event.reason()).isEqualTo("a reason");
    assertThat(event.policyVersion()).isEqualTo(42L);
    assertThat(event.facts())
        .containsEntry("amount", "1.00")
        .containsEntry("note", "引号\"'\\ 与换行\n");
    assertThat(Duration.between(event.at(), clock.instant()).abs())
        .isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void events_of_a_thing_come_oldest_first_and_those_of_others_not_at_all() {
    String other = UUID.randomUUID().toString();
    for (String name : new String[] {"A", "B", "C"}) {
      in(() -> events.append(new Transition("test", subject, name, "X", "X"), Actor.system()));
      in(() -> events.append(new Transition("test", other, name, "X", "X"), Actor.system()));
      in(() -> events.append(new Transition("other", subject, name, "X", "X"), Actor.system()));
    }
    assertThat(events.history("test", subject))
        .extracting(DomainEvent::event)
        .containsExactly("A", "B", "C");
  }

  @Test
  void no_record_stays_of_a_step_that_was_rolled_back() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              events.append(new Transition("test", subject, "A", null, "X"), Actor.system());
              status.setRollbackOnly();
            });
    assertThat(events.history("test", subject)).isEmpty();
  }

  @Test
  void a_record_is_written_in_the_transaction_of_its_step_only() {
    assertThatThrownBy(
            () -> events.append(new Transition("test", subject, "A", null, "X"), Actor.system()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private void in(Runnable step) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> step.run());
  }
}
