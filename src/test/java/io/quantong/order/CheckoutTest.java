package io.quantong.order;

import static io.quantong.order.Refusals.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.booking.Bookings;
import io.quantong.catalogue.Market.Stall;
import io.quantong.identity.Identities;
import io.quantong.identity.Organisation;
import io.quantong.identity.OrganisationKind;
import io.quantong.identity.People;
import io.quantong.identity.Registration;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.order.Checkout.Placement;
import io.quantong.order.Checkout.Shown;
import io.quantong.order.Checkout.Wish;
import io.quantong.order.OrderWorld.Story;
import io.quantong.provider.Admissions;
import io.quantong.voucher.Lot;
import io.quantong.voucher.Vouchers;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Checkout: who pays what, and every reason against it. */
@IntegrationTest
@Clause("M2")
class CheckoutTest {

  @Autowired OrderWorld world;
  @Autowired OrderChecks checks;
  @Autowired Orders orders;
  @Autowired Vouchers vouchers;
  @Autowired Bookings bookings;
  @Autowired Identities identities;
  @Autowired Admissions admissions;

  @AfterEach
  void books_stay_in_balance() {
    checks.hold();
  }

  @Test
  void the_split_shown_is_the_split_held() {
    Story story = world.story();
    Placement shown = story.placement(story.stall().test(), 20, null);
    assertThat(shown.shown()).isEqualTo(new Shown(Money.yuan(13_600), Money.yuan(11_800)));
    Order order = orders.place(story.firm(), shown, RequestKey.fresh());
    assertThat(order.price().total()).isEqualTo(Money.yuan(13_600));
    assertThat(order.price().voucher()).isEqualTo(Money.yuan(11_800));
    assertThat(order.price().own()).isEqualTo(Money.yuan(1_800));
    assertThat(lot(story.firm()).parts().held()).isEqualTo(Money.yuan(11_800));
    assertThat(vouchers.holds(story.firm()))
        .singleElement()
        .satisfies(hold -> assertThat(hold.orderId()).isEqualTo(order.id()));
  }

  @Test
  void the_quote_explains_itself_line_by_line_and_names_the_lots_first_expiring_first() {
    Story story = world.story();
    world.withLot(story.firm(), Money.yuan(5_000));
    Checkout quote =
        orders.quote(story.firm(), new Wish(story.stall().service().id(), 1, null, null, true));
    assertThat(quote.voucher()).isEqualTo(Money.yuan(20_000));
    assertThat(quote.trace().lines()).hasSizeGreaterThan(5);
    assertThat(quote.uses())
        .isSortedAccordingTo((a, b) -> a.validUntil().compareTo(b.validUntil()));
    assertThat(quote.uses().stream().map(use -> use.amount()).reduce(Money.ZERO, Money::plus))
        .isEqualTo(quote.voucher());
    assertThat(quote.obstacles()).isEmpty();
  }

  @Test
  void nobody_pays_another_share_than_shown() {
    Story story = world.story();
    Placement first = story.placement(story.stall().test(), 20, null);
    story.place(story.stall().test(), 5, null);
    assertThat(codesOf(() -> orders.place(story.firm(), first, RequestKey.fresh())))
        .containsExactly("order.refusal.SPLIT_CHANGED");
    Placement typed =
        new Placement(
            first.wish(), "s", "p", true, new Shown(first.shown().price(), Money.yuan(13_600)));
    assertThat(codesOf(() -> orders.place(story.firm(), typed, RequestKey.fresh())))
        .containsExactly("order.refusal.SPLIT_CHANGED");
    assertThat(lot(story.firm()).parts().held()).isEqualTo(Money.yuan(3_400));
  }

  @Test
  void splitting_an_order_gains_nothing() {
    Story story = world.story();
    Money once = story.placement(story.stall().test(), 20, null).shown().voucher();
    Money first = story.place(story.stall().test(), 10, null).order().price().voucher();
    Money second = story.place(story.stall().test(), 10, null).order().price().voucher();
    assertThat(first.plus(second)).isEqualTo(once);
    assertThat(second).isEqualTo(Money.yuan(5_000));
  }

  @Test
  void an_order_that_came_to_nothing_does_not_count_against_splitting() {
    Story story = world.story();
    Money alone = story.placement(story.stall().test(), 20, null).shown().voucher();
    story.place(story.stall().test(), 10, null).cancel(story.firm());
    assertThat(story.placement(story.stall().test(), 20, null).shown().voucher()).isEqualTo(alone);
  }

  @Test
  @Clause("M15")
  void a_related_party_is_blocked() {
    Stall stall = world.story().stall();
    Organisation provider = identities.organisation(stall.manager().organisationId());
    Registration plain = People.registration(OrganisationKind.ENTERPRISE, People.YUECHENG);
    Registration same =
        new Registration(
            plain.kind(),
            plain.name(),
            plain.nameEn(),
            plain.unifiedCode(),
            plain.district(),
            plain.profile(),
            provider.legalRepresentative(),
            plain.phone(),
            plain.address());
    Actor cousin =
        world
            .people()
            .committed(
                world.people().join(identities.register(Actor.system(), same), Role.BENEFICIARY));
    Story story = world.story(cousin, stall);
    Placement placement = story.placement(stall.test(), 1, null);
    assertThat(codesOf(() -> orders.place(cousin, placement, RequestKey.fresh())))
        .contains("order.refusal.RELATED_PARTY");
  }

  @Test
  @Clause("M15")
  void without_the_commitment_no_voucher_is_used_but_one_may_pay_oneself() {
    Actor firm = world.people().uncommittedFirm(People.YUECHENG);
    Story story = world.story(firm, world.story().stall());
    Placement placement = story.placement(story.stall().test(), 1, null);
    assertThat(codesOf(() -> orders.place(firm, placement, RequestKey.fresh())))
        .containsExactly("order.refusal.COMMITMENT_UNSIGNED");
    Wish own = new Wish(story.stall().test().id(), 1, null, null, false);
    Checkout quote = orders.quote(firm, own);
    assertThat(quote.obstacles()).isEmpty();
    Placement paid = new Placement(own, "s", "p", true, new Shown(quote.price(), Money.ZERO));
    Order order = orders.place(firm, paid, RequestKey.fresh());
    assertThat(order.price().own()).isEqualTo(quote.price());
  }

  @Test
  @Clause("M5")
  void only_an_admitted_provider_takes_orders() {
    Story story = world.in(OrderState.PLACED);
    Actor handler = world.people().handler(People.YUECHENG);
    admissions.suspend(handler, story.stall().provider().id(), "核查资质证书");
    Placement placement = story.placement(story.stall().test(), 1, null);
    assertThat(codesOf(() -> orders.place(story.firm(), placement, RequestKey.fresh())))
        .contains("order.refusal.PROVIDER_NOT_ADMITTED");
    assertThat(codesOf(story::accept)).containsExactly("order.refusal.PROVIDER_NOT_ADMITTED");
    story.decline();
    assertThat(lot(story.firm()).parts().held()).isEqualTo(Money.ZERO);
  }

  @Test
  void every_reason_is_told_at_once_and_nothing_is_kept() {
    Story story = world.story();
    Wish wish = new Wish(story.stall().time().id(), 1, null, null, true);
    Placement empty =
        new Placement(wish, "", "x".repeat(2_001), false, new Shown(Money.ZERO, Money.ZERO));
    assertThat(codesOf(() -> orders.place(story.firm(), empty, RequestKey.fresh())))
        .containsExactlyInAnyOrder(
            "order.refusal.SLOT_MISSING",
            "order.refusal.TEXT_TOO_LONG",
            "order.refusal.NOT_DECLARED");
    Placement sample =
        new Placement(
            new Wish(story.stall().test().id(), 0, null, null, true),
            " ",
            "",
            true,
            new Shown(Money.ZERO, Money.ZERO));
    assertThat(codesOf(() -> orders.place(story.firm(), sample, RequestKey.fresh())))
        .containsExactlyInAnyOrder(
            "order.refusal.QUANTITY",
            "order.refusal.PURPOSE_MISSING",
            "order.refusal.SAMPLE_MISSING");
  }

  @Test
  void time_goes_to_the_first_and_nothing_of_the_second_order_stays() {
    Story first = world.story();
    LocalDateTime slot = world.slot();
    first.place(first.stall().time(), 1, slot);
    assertThat(
            bookings.freeSlots(
                first.stall().instrument().id(), slot.toLocalDate(), slot.toLocalDate()))
        .noneMatch(free -> free.start().equals(slot));
    Story second = world.story(world.firm(), first.stall());
    Placement late = second.placement(first.stall().time(), 1, slot.plusHours(1));
    assertThat(codesOf(() -> orders.place(second.firm(), late, RequestKey.fresh())))
        .containsExactly("booking.refusal.TAKEN");
    assertThat(lot(second.firm()).parts().held()).isEqualTo(Money.ZERO);
    assertThat(orders.list(second.firm(), mine()).total()).isZero();
  }

  @Test
  void the_price_of_time_follows_the_length_of_the_slot() {
    Story story = world.story();
    Story booked = story.place(story.stall().time(), 1, world.slot());
    assertThat(booked.order().price().total()).isEqualTo(Money.yuan(400));
    assertThat(booked.order().price().own()).isEqualTo(Money.ZERO);
  }

  @Test
  void a_key_used_twice_orders_once_and_another_body_is_refused() {
    Story story = world.story();
    Placement placement = story.placement(story.stall().test(), 1, null);
    RequestKey key = RequestKey.fresh();
    Order first = orders.place(story.firm(), placement, key);
    assertThat(orders.place(story.firm(), placement, key).id()).isEqualTo(first.id());
    Placement other = story.placement(story.stall().test(), 2, null);
    assertThat(codesOf(() -> orders.place(story.firm(), other, key)))
        .containsExactly("request.refusal.KEY_REUSED");
    assertThat(orders.list(story.firm(), mine()).total()).isEqualTo(1);
  }

  @Test
  void only_a_beneficiary_orders() {
    Story story = world.story();
    Placement placement = story.placement(story.stall().test(), 1, null);
    for (Actor other :
        List.of(
            story.stall().manager(),
            world.people().city(),
            world.people().auditor(),
            Actor.visitor())) {
      assertThat(codesOf(() -> orders.place(other, placement, RequestKey.fresh())))
          .containsExactly("access.refusal.ROLE");
    }
  }

  private static Orders.Filter mine() {
    return new Orders.Filter(Orders.Side.BENEFICIARY, Set.of(), 1, 20);
  }

  private Lot lot(Actor firm) {
    return vouchers.lots(firm, firm.organisationId()).getFirst();
  }
}
