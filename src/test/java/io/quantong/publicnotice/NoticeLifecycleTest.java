package io.quantong.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.kernel.Lifecycle;
import io.quantong.kernel.Refused;
import io.quantong.publicnotice.NoticeLifecycle.Answer;
import io.quantong.publicnotice.NoticeLifecycle.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every pair of state and step, written down a second time by hand (product 5). */
@Clause("M4")
class NoticeLifecycleTest {

  private static final Map<String, Notice.State> NOTICES =
      Map.of(
          "RUNNING MOVE_LAST_DAY", Notice.State.RUNNING,
          "RUNNING END", Notice.State.ENDED,
          "RUNNING SUPERSEDE", Notice.State.SUPERSEDED);

  private static final Map<String, Objection.State> OBJECTIONS =
      Map.of(
          "OPEN DISMISS", Objection.State.DISMISSED,
          "OPEN UPHOLD", Objection.State.UPHELD);

  @Test
  void a_notice_moves_along_its_table_and_no_other_way() {
    everyPair(NoticeLifecycle.NOTICES, Notice.State.values(), Step.values(), NOTICES);
  }

  @Test
  void an_objection_moves_along_its_table_and_no_other_way() {
    everyPair(NoticeLifecycle.OBJECTIONS, Objection.State.values(), Answer.values(), OBJECTIONS);
  }

  private static <S extends Enum<S>, E extends Enum<E>> void everyPair(
      Lifecycle<S, E> table, S[] states, E[] steps, Map<String, S> expected) {
    for (S from : states) {
      for (E step : steps) {
        S to = expected.get(from + " " + step);
        if (to == null) {
          assertThatThrownBy(() -> table.next(from, step))
              .as("%s %s", from, step)
              .isInstanceOf(Refused.class);
        } else {
          assertThat(table.next(from, step)).as("%s %s", from, step).isEqualTo(to);
        }
      }
    }
  }
}
