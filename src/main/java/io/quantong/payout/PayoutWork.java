package io.quantong.payout;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.kernel.WorkList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What waits for the finance bureau of a district. */
@Component
class PayoutWork implements WorkList {

  private static final String DESK = "/payout";

  private final ItemRepository items;
  private final BatchRepository batches;

  PayoutWork(ItemRepository items, BatchRepository batches) {
    this.items = items;
    this.batches = batches;
  }

  @Override
  public List<Item> waitingFor(Actor actor) {
    String district = actor.district();
    if (district == null) {
      return List.of();
    }
    List<Item> work = new ArrayList<>();
    if (actor.is(Role.FINANCE_CLERK)) {
      toPay(work, district);
      batches.inState(district, PaymentBatch.State.DRAFT).stream()
          .filter(batch -> batch.makerId().equals(actor.personId()))
          .forEach(batch -> work.add(item("payout.work.to_submit", batch)));
      batch(work, district, PaymentBatch.State.APPROVED, "payout.work.to_send");
      batch(work, district, PaymentBatch.State.SENT, "payout.work.to_record");
    }
    if (actor.is(Role.FINANCE_APPROVER)) {
      batches.inState(district, PaymentBatch.State.SUBMITTED).stream()
          .filter(batch -> !batch.makerId().equals(actor.personId()))
          .forEach(batch -> work.add(item("payout.work.to_approve", batch)));
    }
    return work;
  }

  private void toPay(List<Item> work, String district) {
    List<PaymentItem> ready =
        items.list(district, List.of(PaymentItem.State.CLEARED, PaymentItem.State.FAILED));
    if (!ready.isEmpty()) {
      LocalDate due = ready.getFirst().payBy();
      work.add(new Item("payout.work.to_pay", List.of(ready.size()), DESK, due, ready.size()));
    }
  }

  private void batch(List<Item> work, String district, PaymentBatch.State state, String key) {
    batches.inState(district, state).forEach(batch -> work.add(item(key, batch)));
  }

  /** Due when the most urgent payment of the batch is. */
  private Item item(String key, PaymentBatch batch) {
    List<Object> arguments = List.of(batch.number(), batch.count(), batch.total());
    LocalDate due =
        items.ofBatch(batch.id()).stream()
            .map(PaymentItem::payBy)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Item(key, arguments, DESK + "/batch/" + batch.id(), due, 1);
  }
}
