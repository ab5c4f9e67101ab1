package io.quantong.voucher;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.kernel.WorkList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reminds the bureau of what it has frozen and not yet decided about. */
@Component
class FrozenLots implements WorkList {

  private final LotRepository lots;

  FrozenLots(LotRepository lots) {
    this.lots = lots;
  }

  @Override
  public List<Item> waitingFor(Actor actor) {
    if (!actor.is(Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD) || actor.district() == null) {
      return List.of();
    }
    int count =
        lots.issuedTotal(new Vouchers.IssuedFilter(actor.district(), LotState.FROZEN, null, null))
            .count();
    return count == 0
        ? List.of()
        : List.of(
            new Item(
                "voucher.work.frozen",
                List.of(count),
                "/voucher/issued?state=FROZEN",
                null,
                count));
  }
}
