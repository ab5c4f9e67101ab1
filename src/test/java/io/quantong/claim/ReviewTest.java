package io.quantong.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.catalogue.Market;
import io.quantong.claim.ClaimWorld.Case;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.order.OrderState;
import io.quantong.order.OrderWorld;
import io.quantong.policy.Parameter;
import io.quantong.policy.Policies;
import io.quantong.publicnotice.Notices;
import io.quantong.publicnotice.Objection;
import io.quantong.publicnotice.ObjectionDecided;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who decides: the right bureau, the right role, never the same person twice (M4, M13). */
@IntegrationTest
@Clause("M4")
class ReviewTest {

  private static final String SHENGZHOU = "330683";

  @Autowired ClaimWorld world;
  @Autowired OrderWorld orders;
  @Autowired Market market;
  @Autowired Claims claims;
  @Autowired Policies policies;
  @Autowired Notices notices;

  @Test
  void a_clean_claim_is_confirmed_and_published_by_one_person_at_once() {
    Case it = world.in(ClaimState.IN_REVIEW);
    assertThat(it.claim().risk()).isLessThan(Signal.Level.HIGH);
    it.confirm();
    assertThat(it.notice().publishedOn()).isEqualTo(world.today());
    assertThat(it.notice().amount()).isEqualTo(ClaimWorld.CLAIMED);
    assertThat(it.claim().dates().dueOn()).isEqualTo(it.notice().lastDay());
    assertThat(it.payment().handledBy())
        .containsExactlyInAnyOrder(it.finance().personId(), it.handler().personId());
  }

  @Test
  void a_risky_claim_takes_effect_only_when_a_third_person_agrees() {
    Case it = risky();
    assertThat(it.claim().risk()).isEqualTo(Signal.Level.HIGH);
    it.confirm();
    assertThat(it.state()).isEqualTo(ClaimState.IN_REVIEW);
    assertThat(it.claim().proposal()).isNotNull();
    refused("SECOND_REVIEW_WAITS", it::confirm);
    it.agree();
    assertThat(it.state()).isEqualTo(ClaimState.IN_NOTICE);
    assertThat(it.payment().handledBy())
        .contains(it.finance().personId(), it.handler().personId(), it.reviewer().personId());
  }

  @Test
  void a_proposal_given_back_starts_the_review_again() {
    Case it = risky().confirm().sendBack();
    assertThat(it.claim().proposal()).isNull();
    assertThat(it.claim().hands().reviewer()).isNull();
    refused("NO_PROPOSAL", it::agree);
    it.refuse().agree();
    assertThat(it.state()).isEqualTo(ClaimState.REFUSED);
  }

  @Test
  void a_cut_proposed_is_the_cut_that_takes_effect() {
    Case it = risky().cut(Money.yuan(3_000)).agree();
    assertThat(it.payment().amount()).isEqualTo(Money.yuan(3_000));
  }

  /** One person in several roles and organisations is still one person. */
  @Test
  void four_eyes_are_counted_by_person() {
    Case it = risky();
    Actor submitterAsOfficial = as(it.finance(), it.handler());
    refused(
        "SAME_PERSON",
        () -> claims.decide(submitterAsOfficial, it.id(), Decision.CONFIRM, RequestKey.fresh()));
    it.confirm();
    refused(
        "SAME_PERSON",
        () -> claims.agree(as(it.handler(), it.reviewer()), it.id(), RequestKey.fresh()));
    refused(
        "SAME_PERSON",
        () -> claims.agree(as(it.finance(), it.reviewer()), it.id(), RequestKey.fresh()));
    assertThat(it.state()).isEqualTo(ClaimState.IN_REVIEW);
    it.agree();
    Actor reviewerAsHead = as(it.reviewer(), it.head());
    assertThat(it.seenBy(reviewerAsHead).may("SEND_BACK")).isFalse();
  }

  /** Who supplied papers knows them as little from outside as who handed the claim in. */
  @Test
  void who_supplied_papers_for_the_provider_never_decides_or_pays() {
    Case it = world.in(ClaimState.IN_REVIEW).askForPapers();
    Actor colleague =
        new Actor(
            Ids.next(),
            "同事",
            it.finance().organisationId(),
            it.finance().organisationName(),
            it.finance().district(),
            it.finance().roles());
    claims.supply(colleague, it.id(), it.invoice(), "已补充", RequestKey.fresh());
    Actor asOfficial = as(colleague, it.handler());
    refused(
        "SAME_PERSON",
        () -> claims.decide(asOfficial, it.id(), Decision.CONFIRM, RequestKey.fresh()));
    it.confirm();
    assertThat(it.payment().handledBy()).contains(colleague.personId());
  }

  @Test
  void who_had_a_hand_in_a_claim_neither_rules_on_its_objection_nor_says_the_money_is_back() {
    Case it = world.in(ClaimState.OBJECTED);
    Actor asHead = as(it.finance(), it.head());
    UUID objection =
        notices.objections(it.head()).stream()
            .filter(one -> one.claimId().equals(it.id()))
            .findFirst()
            .orElseThrow()
            .id();
    var ruling = new Objection.Ruling(ObjectionDecided.Outcome.DISMISSED, null, "经核实");
    refused("SAME_PERSON", () -> notices.decide(asHead, RequestKey.fresh(), objection, ruling));
    Actor whoConfirmed = as(it.handler(), it.head());
    refused(
        "SAME_PERSON", () -> notices.decide(whoConfirmed, RequestKey.fresh(), objection, ruling));
    assertThat(it.state()).isEqualTo(ClaimState.OBJECTED);
    Case paid = world.in(ClaimState.RECOVERY_OPEN);
    refused(
        "SAME_PERSON",
        () ->
            claims.recovered(
                as(paid.finance(), paid.head()), paid.id(), "BANK-1", RequestKey.fresh()));
    assertThat(paid.state()).isEqualTo(ClaimState.RECOVERY_OPEN);
  }

  private static Actor as(Actor person, Actor official) {
    return new Actor(
        person.personId(),
        person.personName(),
        official.organisationId(),
        official.organisationName(),
        official.district(),
        Set.of(Role.DISTRICT_HANDLER, Role.DISTRICT_REVIEWER, Role.DISTRICT_HEAD));
  }

  @Test
  void nobody_of_another_district_or_role_does_anything() {
    Case review = world.in(ClaimState.IN_REVIEW);
    People people = world.people();
    for (Actor stranger :
        List.of(
            people.handler(People.KEQIAO),
            people.clerk(People.YUECHENG),
            people.city(),
            people.auditor(),
            review.head(),
            review.story().firm(),
            review.finance())) {
      assertThatThrownBy(
              () -> claims.decide(stranger, review.id(), Decision.CONFIRM, RequestKey.fresh()))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("access.refusal");
      assertThatThrownBy(() -> claims.askForPapers(stranger, review.id(), "x", RequestKey.fresh()))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("access.refusal");
    }
    assertThat(review.state()).isEqualTo(ClaimState.IN_REVIEW);
  }

  @Test
  void nobody_but_the_provider_touches_its_draft() {
    Case draft = world.draft();
    Actor other = world.people().institution(People.YUECHENG);
    for (Actor stranger :
        List.of(other, draft.story().firm(), draft.handler(), draft.story().stall().technician())) {
      assertThatThrownBy(() -> claims.fill(stranger, draft.id(), draft.invoice()))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("access.refusal");
      assertThatThrownBy(
              () -> claims.submit(stranger, draft.id(), draft.invoice(), true, RequestKey.fresh()))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("access.refusal");
    }
  }

  @Test
  void strangers_learn_no_more_than_of_a_claim_that_is_not_there() {
    Case it = world.in(ClaimState.IN_REVIEW);
    for (Actor stranger :
        List.of(
            world.people().institution(People.YUECHENG),
            world.people().firm(People.YUECHENG),
            world.people().handler(People.KEQIAO),
            Actor.visitor())) {
      refused("UNKNOWN", () -> it.seenBy(stranger));
      refused("UNKNOWN", () -> claims.history(stranger, it.id()));
      refused("UNKNOWN", () -> claims.paper(stranger, it.id(), it.id()));
    }
  }

  @Test
  void the_sides_read_what_happened_but_not_who_in_the_bureau_or_why_it_was_looked_at() {
    Case it = risky().confirm();
    ClaimView seen = it.seenBy(it.finance());
    assertThat(seen.signals()).isEmpty();
    assertThat(seen.claim().proposal()).isNull();
    assertThat(seen.claim().risk()).isEqualTo(Signal.Level.PASS);
    assertThat(claims.history(it.finance(), it.id()))
        .extracting(DomainEvent::event)
        .doesNotContain(ClaimEvent.PROPOSE.name());
    it.agree();
    assertThat(claims.history(it.finance(), it.id()))
        .filteredOn(event -> event.event().equals(ClaimEvent.CONFIRM.name()))
        .allMatch(event -> event.actor().personId().equals(Actor.NOBODY));
    assertThat(it.seenBy(it.handler()).signals()).isNotEmpty();
  }

  @Test
  void of_two_reviewers_who_click_at_once_one_wins() throws Exception {
    Case it = world.in(ClaimState.IN_REVIEW);
    Actor other = world.people().handler(People.YUECHENG);
    CyclicBarrier together = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Boolean>> answers =
          threads.invokeAll(
              List.of(
                  clicks(it, it.handler(), Decision.CONFIRM, together),
                  clicks(
                      it,
                      other,
                      new Decision(Decision.Outcome.REFUSE, null, "不属于支持范围"),
                      together)));
      long won = 0;
      for (Future<Boolean> answer : answers) {
        won += done(answer) ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
    assertThat(it.state()).isIn(EnumSet.of(ClaimState.IN_NOTICE, ClaimState.REFUSED));
  }

  private Callable<Boolean> clicks(Case it, Actor who, Decision decision, CyclicBarrier together) {
    return () -> {
      together.await();
      try {
        claims.decide(who, it.id(), decision, RequestKey.fresh());
        return true;
      } catch (Refused refused) {
        assertThat(refused).hasMessageContaining("DECIDED_MEANWHILE");
        return false;
      }
    };
  }

  private static boolean done(Future<Boolean> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_double_click_decides_once_and_another_body_under_the_key_is_refused() {
    Case it = world.in(ClaimState.IN_REVIEW);
    RequestKey key = RequestKey.fresh();
    claims.decide(it.handler(), it.id(), Decision.CONFIRM, key);
    claims.decide(it.handler(), it.id(), Decision.CONFIRM, key);
    assertThat(claims.history(it.handler(), it.id()))
        .filteredOn(event -> event.event().equals(ClaimEvent.CONFIRM.name()))
        .hasSize(1);
    Decision other = new Decision(Decision.Outcome.REFUSE, null, "x");
    assertThatThrownBy(() -> claims.decide(it.handler(), it.id(), other, key))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("KEY_REUSED");
  }

  @Test
  void a_decision_without_its_reason_or_sum_names_every_fault() {
    Case it = world.in(ClaimState.IN_REVIEW);
    assertThatThrownBy(() -> it.decide(new Decision(Decision.Outcome.CUT, null, " ")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("REASON_MISSING")
        .hasMessageContaining("CUT_SUM");
    refused("CUT_SUM", () -> it.cut(ClaimWorld.CLAIMED));
    refused("CUT_SUM", () -> it.cut(Money.ZERO));
    refused("REASON_MISSING", () -> it.decide(new Decision(Decision.Outcome.REFUSE, null, "")));
  }

  @Test
  void papers_are_asked_for_twice_at_most() {
    Case it = world.in(ClaimState.AWAITING_PAPERS).supply().askForPapers().supply();
    refused("PAPERS_TIMES", it::askForPapers);
    assertThat(it.confirm().state()).isEqualTo(ClaimState.IN_NOTICE);
  }

  @Test
  void the_own_district_of_the_provider_handles_and_the_issuing_district_pays() {
    Case keqiao = world.draftAt(People.KEQIAO);
    assertThat(keqiao.claim().place()).isEqualTo(new Claim.Place(People.KEQIAO, People.YUECHENG));
    keqiao.submit();
    Actor funding = world.people().handler(People.YUECHENG);
    assertThat(keqiao.seenBy(funding).may()).isEmpty();
    assertThatThrownBy(
            () -> claims.decide(funding, keqiao.id(), Decision.CONFIRM, RequestKey.fresh()))
        .isInstanceOf(Refused.class);
    assertThat(keqiao.confirm().payment().district()).isEqualTo(People.YUECHENG);
    assertThat(keqiao.notice().district()).isEqualTo(People.KEQIAO);
  }

  /** Set for Shengzhou alone, so that no other test meets it. */
  @Test
  void a_district_may_have_the_issuing_district_handle_always() {
    policies.set(
        world.people().head(SHENGZHOU),
        new Policies.Change(
            SHENGZHOU, Parameter.CLAIM_TO_ISSUING_DISTRICT, 1L, world.today(), "由发券地受理"),
        RequestKey.fresh());
    Actor firm = orders.withLot(world.people().firm(SHENGZHOU), OrderWorld.FACE);
    OrderWorld.Story story = orders.story(firm, market.stall(People.YUECHENG));
    Case it = world.draft(orders.in(OrderState.COMPLETED, story));
    assertThat(it.claim().place()).isEqualTo(new Claim.Place(SHENGZHOU, SHENGZHOU));
  }

  @Test
  void a_provider_outside_the_city_is_handled_by_the_issuing_district() {
    assertThat(world.draftAt(null).claim().place())
        .isEqualTo(new Claim.Place(People.YUECHENG, People.YUECHENG));
  }

  @Test
  void only_the_head_opens_a_recovery_and_never_above_what_was_paid() {
    Case it = world.in(ClaimState.PAID);
    assertThatThrownBy(
            () ->
                claims.openRecovery(it.handler(), it.id(), Money.yuan(1), "x", RequestKey.fresh()))
        .isInstanceOf(Refused.class);
    refused(
        "RECOVERY_SUM",
        () -> claims.openRecovery(it.head(), it.id(), Money.yuan(20_000), "x", RequestKey.fresh()));
  }

  /** The buyer on the invoice is somebody else. */
  private Case risky() {
    Case it = world.draft().attach();
    Invoice clean = it.invoice();
    return it.submit(
        new Invoice(
            clean.number(),
            clean.issuedOn(),
            clean.net(),
            clean.gross(),
            clean.seller(),
            "另一家公司",
            null));
  }

  private static void refused(
      String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("claim.refusal." + reason);
  }
}
