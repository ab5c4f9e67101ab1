package io.quantong.publicnotice;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.kernel.WorkList;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Objections that wait for the head of the district. */
@Component
class NoticeWork implements WorkList {

  private final ObjectionRepository objections;

  NoticeWork(ObjectionRepository objections) {
    this.objections = objections;
  }

  @Override
  public List<Item> waitingFor(Actor actor) {
    String district = actor.district();
    if (!actor.is(Role.DISTRICT_HEAD) || district == null) {
      return List.of();
    }
    List<LocalDate> due = objections.openDueDays(district);
    return due.isEmpty()
        ? List.of()
        : List.of(
            new Item(
                "publicnotice.work.to_decide",
                List.of(due.size()),
                "/publicnotice/objections",
                due.getFirst(),
                due.size()));
  }
}
