package io.quantong.voucher;

import static io.quantong.identity.People.KEQIAO;
import static io.quantong.identity.People.YUECHENG;
import static io.quantong.voucher.Purse.reason;
import static io.quantong.voucher.Purse.refusal;
import static io.quantong.voucher.Purse.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.budget.Account;
import io.quantong.identity.Organisation.Profile;
import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.RequestKey.KeyRefusal;
import io.quantong.policy.Policies;
import io.quantong.voucher.VoucherRefusal.Reason;
import io.quantong.voucher.Vouchers.ApplicationRequest;
import io.quantong.voucher.Vouchers.EstimateRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Applying for a voucher. */
@LedgerTest
@Clause("M1")
class IssuingTest {

  private static final Money THOUSAND = Money.yuan(1_000);

  @Autowired private Vouchers vouchers;
  @Autowired private Purse purse;
  @Autowired private Policies policies;
  @Autowired private EventLog events;

  @AfterEach
  void money_adds_up() {
    purse.assertBalanced();
  }

  @Test
  void an_application_is_issued_at_once_and_the_money_moves_into_the_lot() {
    Actor firm = purse.people().firm(YUECHENG);
    purse.appropriate(YUECHENG, THOUSAND);
    Money before = purse.budget(YUECHENG);
    Application application = apply(firm, THOUSAND);
    Lot lot = purse.lot(firm, application.id());
    assertThat(application.issued()).isTrue();
    assertThat(lot.parts()).isEqualTo(Lot.Parts.fresh(THOUSAND));
    assertThat(lot.state()).isEqualTo(LotState.ACTIVE);
    assertThat(lot.validUntil()).isEqualTo(purse.today().plusMonths(3));
    assertThat(lot.district()).isEqualTo(YUECHENG);
    assertThat(lot.policyVersion()).isEqualTo(policies.at(YUECHENG, purse.today()).version());
    assertThat(lot.number()).matches("QT\\d{8}-\\d{5,}");
    assertThat(purse.budget(YUECHENG)).isEqualTo(before.minus(THOUSAND));
    assertThat(purse.balance(Account.Kind.LOT, YUECHENG, lot.id())).isEqualTo(THOUSAND);
    assertThat(events.history("lot", lot.id().toString()))
        .extracting(DomainEvent::event)
        .containsExactly("APPLY", "ISSUE");
  }

  @Test
  void a_refused_application_is_kept_with_every_reason_and_moves_no_money() {
    Actor firm =
        purse.people().firm(YUECHENG, new Profile(501, Money.yuan(300_000_000), Money.yuan(1)));
    Money before = purse.budget(YUECHENG);
    assertThat(refusals(() -> apply(firm, Money.yuan(20_001))))
        .extracting(one -> ((VoucherRefusal) one).reason())
        .contains(Reason.STAFF, Reason.SALES, Reason.SINGLE_APPLICATION);
    assertThat(vouchers.applications(firm))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.issued()).isFalse();
              assertThat(kept.reasons())
                  .extracting(VoucherRefusal::reason)
                  .contains(Reason.STAFF, Reason.SALES, Reason.SINGLE_APPLICATION);
              assertThat(kept.trace().lines()).hasSize(11);
              assertThat(events.history("lot", kept.id().toString()))
                  .extracting(DomainEvent::event)
                  .containsExactly("APPLY", "REFUSE");
            });
    assertThat(vouchers.lots(firm, firm.organisationId())).isEmpty();
    assertThat(purse.budget(YUECHENG)).isEqualTo(before);
  }

  @Test
  @Clause("M15")
  void without_the_credit_commitment_nothing_is_issued() {
    Actor firm = purse.people().uncommittedFirm(YUECHENG);
    purse.appropriate(YUECHENG, THOUSAND);
    assertThat(vouchers.commitmentSigned(firm.organisationId())).isFalse();
    assertThat(reason(() -> apply(firm, THOUSAND))).isEqualTo(Reason.COMMITMENT);
    assertThat(vouchers.eligibility(firm).most()).isEqualTo(Money.ZERO);
    purse.people().committed(firm);
    assertThat(apply(firm, THOUSAND).issued()).isTrue();
  }

  @Test
  void an_entrepreneur_gets_at_most_20_000_a_year() {
    Actor entrepreneur = purse.people().entrepreneur(YUECHENG);
    purse.appropriate(YUECHENG, Money.yuan(40_000));
    apply(entrepreneur, Money.yuan(15_000));
    assertThat(vouchers.eligibility(entrepreneur).most()).isEqualTo(Money.yuan(5_000));
    assertThat(reason(() -> apply(entrepreneur, Money.yuan(5_001)))).isEqualTo(Reason.YEARLY_CAP);
    assertThat(apply(entrepreneur, Money.yuan(5_000)).issued()).isTrue();
    assertThat(vouchers.eligibility(entrepreneur).most()).isEqualTo(Money.ZERO);
  }

  @Test
  void a_firm_holds_at_most_50_000_unused_and_gets_more_once_it_used_some() {
    Actor firm = purse.people().firm(YUECHENG);
    purse.appropriate(YUECHENG, Money.yuan(70_000));
    apply(firm, Money.yuan(20_000));
    apply(firm, Money.yuan(20_000));
    assertThat(reason(() -> apply(firm, Money.yuan(10_001)))).isEqualTo(Reason.HELD_UNUSED);
    apply(firm, Money.yuan(10_000));
    UUID order = purse.hold(firm, Money.yuan(10_000));
    assertThat(reason(() -> apply(firm, Money.ofFen(1))))
        .as("held is not used")
        .isEqualTo(Reason.HELD_UNUSED);
    vouchers.capture(firm, order);
    assertThat(vouchers.eligibility(firm).most()).isEqualTo(Money.yuan(10_000));
    assertThat(apply(firm, Money.yuan(10_000)).issued()).isTrue();
  }

  @Test
  void what_was_typed_wrongly_is_refused_and_not_kept() {
    Actor firm = purse.people().firm(YUECHENG);
    ApplicationRequest bad = new ApplicationRequest(Money.ZERO, "x".repeat(201));
    assertThat(refusals(() -> vouchers.apply(firm, bad, RequestKey.fresh())))
        .extracting(one -> ((VoucherRefusal) one).reason())
        .containsExactly(Reason.AMOUNT, Reason.PURPOSE);
    assertThat(reason(() -> apply(firm, Money.ofFen(-1)))).isEqualTo(Reason.AMOUNT);
    assertThat(vouchers.applications(firm)).isEmpty();
  }

  @Test
  void the_same_key_issues_once_and_another_body_is_refused() {
    Actor firm = purse.people().firm(YUECHENG);
    purse.appropriate(YUECHENG, Money.yuan(5_000));
    RequestKey key = RequestKey.fresh();
    ApplicationRequest request = new ApplicationRequest(THOUSAND, "tests");
    Application first = vouchers.apply(firm, request, key);
    assertThat(vouchers.apply(firm, request, key)).isEqualTo(first);
    assertThat(vouchers.lots(firm, firm.organisationId())).hasSize(1);
    assertThat(
            refusal(
                () ->
                    vouchers.apply(
                        firm, new ApplicationRequest(THOUSAND.plus(THOUSAND), "tests"), key)))
        .isEqualTo(KeyRefusal.KEY_REUSED);
    assertThat(vouchers.lots(firm, firm.organisationId())).hasSize(1);
  }

  @Test
  void a_refusal_repeated_with_its_key_is_the_same_refusal() {
    Actor firm = purse.people().uncommittedFirm(YUECHENG);
    RequestKey key = RequestKey.fresh();
    ApplicationRequest request = new ApplicationRequest(THOUSAND, "tests");
    assertThat(reason(() -> vouchers.apply(firm, request, key))).isEqualTo(Reason.COMMITMENT);
    assertThat(reason(() -> vouchers.apply(firm, request, key))).isEqualTo(Reason.COMMITMENT);
    assertThat(vouchers.applications(firm)).hasSize(1);
  }

  @Test
  @Clause("M13")
  void only_beneficiaries_apply() {
    for (Actor actor : strangers()) {
      assertThat(refusal(() -> apply(actor, THOUSAND))).isEqualTo(Actor.AccessRefusal.ROLE);
      assertThat(refusal(() -> vouchers.eligibility(actor))).isEqualTo(Actor.AccessRefusal.ROLE);
      assertThat(refusal(() -> vouchers.applications(actor))).isEqualTo(Actor.AccessRefusal.ROLE);
      assertThat(refusal(() -> vouchers.holds(actor))).isEqualTo(Actor.AccessRefusal.ROLE);
    }
  }

  @Test
  void the_estimate_says_what_a_firm_may_get_and_pays() {
    Vouchers.Estimate estimate = vouchers.estimate(request(Money.yuan(30_000), 20, YUECHENG));
    assertThat(estimate.quote().deduction()).isEqualTo(Money.yuan(20_000));
    assertThat(estimate.quote().ownShare()).isEqualTo(Money.yuan(10_000));
    assertThat(estimate.yearly()).isEqualTo(Money.yuan(100_000));
    assertThat(estimate.eligibility().most()).isEqualTo(Money.yuan(20_000));
    Vouchers.Estimate large = vouchers.estimate(request(Money.yuan(30_000), 501, YUECHENG));
    assertThat(large.quote().deduction()).isEqualTo(Money.ZERO);
    assertThat(large.eligibility().reasons())
        .extracting(VoucherRefusal::reason)
        .containsExactly(Reason.STAFF);
  }

  @Test
  void an_estimate_of_nonsense_is_refused_with_every_reason() {
    assertThat(refusals(() -> vouchers.estimate(request(Money.ZERO, -1, "110000"))))
        .extracting(one -> ((VoucherRefusal) one).reason())
        .containsExactly(Reason.FIGURES, Reason.PRICE, Reason.PLACE);
  }

  private List<Actor> strangers() {
    return List.of(
        purse.people().institution(YUECHENG),
        purse.people().handler(YUECHENG),
        purse.people().head(KEQIAO),
        purse.people().clerk(YUECHENG),
        purse.people().city(),
        purse.people().auditor(),
        Actor.visitor());
  }

  private static EstimateRequest request(Money price, int staff, String district) {
    return new EstimateRequest(
        OrganisationKind.ENTERPRISE, district, staff, Money.ZERO, Money.ZERO, price);
  }

  private Application apply(Actor firm, Money amount) {
    return vouchers.apply(firm, new ApplicationRequest(amount, "tests"), RequestKey.fresh());
  }
}
