package io.quantong.claim;

import io.quantong.claim.ClaimRefusal.Reason;
import io.quantong.claim.ClaimSteps.Step;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Money already paid that is claimed back (M15): opened by the head of the district, ended by the
 * money or by handing the case on. Runs in the facade's transaction.
 */
@Component
class Recoveries {

  private static final int LONGEST_REFERENCE = 100;

  private final ClaimSteps steps;
  private final PauseRepository rows;
  private final ClaimClock clock;
  private final ClaimMoney money;

  Recoveries(ClaimSteps steps, PauseRepository rows, ClaimClock clock, ClaimMoney money) {
    this.steps = steps;
    this.rows = rows;
    this.clock = clock;
    this.money = money;
  }

  void open(Actor actor, UUID id, Money amount, String reason) {
    Claim claim = steps.lockAsBureau(actor, id, Role.DISTRICT_HEAD);
    ClaimSteps.next(claim, ClaimEvent.OPEN_RECOVERY);
    String why = ClaimSteps.reason(reason);
    Money paid = claim.sums().expected();
    if (!amount.isPositive() || amount.compareTo(paid) > 0) {
      throw new Refused(ClaimRefusal.of(Reason.RECOVERY_SUM, paid));
    }
    rows.openRecovery(id, new Recovery(amount, why, clock.today(), null, null), actor);
    steps.move(
        actor,
        claim,
        Edit.of(claim),
        Step.of(ClaimEvent.OPEN_RECOVERY).because(why).with(Map.of("amount", amount.plain())));
    money.payouts().openRecovery(actor, id, amount);
  }

  void recovered(Actor actor, UUID id, String reference) {
    Claim claim = steps.lockAsBureau(actor, id, Role.DISTRICT_HANDLER, Role.DISTRICT_HEAD);
    ClaimSteps.next(claim, ClaimEvent.RECOVER);
    steps.insistNotOfProvider(actor, id);
    String stated = reference.strip();
    if (stated.isEmpty() || stated.length() > LONGEST_REFERENCE) {
      throw new Refused(ClaimRefusal.of(Reason.RECOVERY_REFERENCE, LONGEST_REFERENCE));
    }
    rows.closeRecovery(id, clock.today(), stated, actor);
    steps.move(
        actor,
        claim,
        Edit.of(claim),
        Step.of(ClaimEvent.RECOVER).with(Map.of("reference", stated)));
    money.payouts().recovered(actor, id);
  }

  /** The claim on the money stays in the books; those who enforce go on with it. */
  void refer(Actor actor, UUID id, String reason) {
    Claim claim = steps.lockAsBureau(actor, id, Role.DISTRICT_HEAD);
    ClaimSteps.next(claim, ClaimEvent.REFER);
    String why = ClaimSteps.reason(reason);
    rows.closeRecovery(id, clock.today(), why, actor);
    steps.move(actor, claim, Edit.of(claim), Step.of(ClaimEvent.REFER).because(why));
  }
}
