package io.quantong.order;

import static io.quantong.order.Refusals.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.catalogue.Market;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.order.Checkout.Placement;
import io.quantong.order.Checkout.Shown;
import io.quantong.order.OrderWorld.Story;
import io.quantong.voucher.Lot;
import io.quantong.voucher.Vouchers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money of orders after checkout, alone and in a crowd. */
@IntegrationTest
@Clause("M2")
class OrderMoneyTest {

  private static final int CROWD = 50;

  @Autowired OrderWorld world;
  @Autowired OrderChecks checks;
  @Autowired Orders orders;
  @Autowired Vouchers vouchers;
  @Autowired Market market;

  @AfterEach
  void books_stay_in_balance() {
    checks.hold();
  }

  @Test
  void what_was_held_is_captured_when_the_result_is_accepted() {
    Story story = world.in(OrderState.COMPLETED);
    Lot.Parts parts = lot(story.firm()).parts();
    assertThat(parts.used()).isEqualTo(Money.yuan(11_800));
    assertThat(parts.held()).isEqualTo(Money.ZERO);
    assertThat(vouchers.captured(story.id()))
        .singleElement()
        .satisfies(share -> assertThat(share.amount()).isEqualTo(Money.yuan(11_800)));
  }

  @Test
  void accepting_twice_captures_once() {
    Story story = world.in(OrderState.DELIVERED);
    RequestKey key = RequestKey.fresh();
    Orders.Verdict verdict = new Orders.Verdict(4, "");
    orders.acceptResult(story.firm(), story.id(), verdict, key);
    orders.acceptResult(story.firm(), story.id(), verdict, key);
    assertThat(lot(story.firm()).parts().used()).isEqualTo(Money.yuan(11_800));
    assertThat(codesOf(story::acceptResult)).containsExactly("lifecycle.refusal.ILLEGAL_STEP");
  }

  @Test
  void either_side_that_cancels_in_time_gives_everything_back() {
    Story byFirm = world.in(OrderState.ACCEPTED);
    byFirm.cancel(byFirm.firm());
    assertThat(lot(byFirm.firm()).parts().available()).isEqualTo(OrderWorld.FACE);
    Story byProvider = world.in(OrderState.DISPUTED);
    byProvider.cancel(byProvider.stall().manager());
    assertThat(lot(byProvider.firm()).parts().available()).isEqualTo(OrderWorld.FACE);
    Story placed = world.in(OrderState.PLACED);
    assertThat(codesOf(() -> placed.cancel(placed.stall().manager())))
        .containsExactly("access.refusal.ROLE");
  }

  @Test
  void a_refund_before_payout_reverses_the_deduction_in_the_ratio_of_the_split() {
    Story story = world.in(OrderState.COMPLETED);
    story.refund(Money.yuan(1_000));
    assertThat(lot(story.firm()).parts().used())
        .isEqualTo(Money.yuan(11_800).minus(Money.ofFen(86_764)));
    assertThat(story.order().price().refunded()).isEqualTo(Money.yuan(1_000));
    assertThat(story.order().state()).isEqualTo(OrderState.COMPLETED);
    assertThat(codesOf(() -> story.refund(Money.yuan(13_600))))
        .containsExactly("order.refusal.REFUND_AMOUNT");
    story.refund(Money.yuan(12_600));
    assertThat(story.order().state()).isEqualTo(OrderState.REFUNDED);
    assertThat(lot(story.firm()).parts().available()).isEqualTo(OrderWorld.FACE);
    assertThat(vouchers.captured(story.id())).isEmpty();
  }

  @Test
  void a_new_price_renews_the_hold_at_exactly_the_split_agreed() {
    Story story = world.in(OrderState.ACCEPTED).settle();
    story.reprice(Money.yuan(15_000));
    Shown shown = orders.newSplit(story.firm(), story.id());
    assertThat(shown).isEqualTo(new Shown(Money.yuan(15_000), Money.yuan(12_500)));
    assertThat(lot(story.firm()).parts().held()).isEqualTo(Money.yuan(11_800));
    Shown other = new Shown(Money.yuan(15_000), Money.yuan(15_000));
    assertThat(
            codesOf(() -> orders.confirmPrice(story.firm(), story.id(), other, RequestKey.fresh())))
        .containsExactly("order.refusal.SPLIT_CHANGED");
    story.confirmPrice();
    assertThat(lot(story.firm()).parts().held()).isEqualTo(Money.yuan(12_500));
    assertThat(story.order().price().own()).isEqualTo(Money.yuan(2_500));
    assertThat(codesOf(story::start)).containsExactly("order.refusal.NOT_SIGNED");
    story.settle().start();
    assertThat(story.order().state()).isEqualTo(OrderState.IN_SERVICE);
  }

  @Test
  void the_service_does_not_begin_before_contract_and_own_share() {
    Story story = world.in(OrderState.ACCEPTED);
    assertThat(codesOf(story::start)).containsExactly("order.refusal.NOT_SIGNED");
    assertThat(codesOf(() -> orders.sign(story.firm(), story.id(), "0".repeat(64))))
        .containsExactly("order.refusal.CONTRACT_CHANGED");
    OrderDetail.Contract contract = Objects.requireNonNull(orders.dossier(story.id()).contract());
    orders.sign(story.firm(), story.id(), contract.sha256());
    assertThat(codesOf(story::start)).containsExactly("order.refusal.OWN_SHARE_UNPAID");
    orders.payOwnShare(story.firm(), story.id(), "");
    assertThat(codesOf(() -> orders.payOwnShare(story.firm(), story.id(), "")))
        .containsExactly("order.refusal.ALREADY_PAID");
    assertThat(codesOf(() -> orders.start(story.stall().manager(), story.id(), false)))
        .containsExactly("order.refusal.RECEIPT_NOT_CONFIRMED");
  }

  @Test
  void of_fifty_checkouts_at_once_on_one_lot_exactly_those_it_covers_win() throws Exception {
    Actor firm = world.firm();
    List<Market.Stall> stalls = IntStream.range(0, 5).mapToObj(i -> market.stall()).toList();
    List<Supplier<Placement>> wishes = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      Story story = world.story(firm, stalls.get(i % stalls.size()));
      Placement placement = story.placement(story.stall().test(), 1, null);
      wishes.add(() -> placement);
    }
    List<String> lost = crowd(firm, wishes);
    assertThat(CROWD - lost.size()).isEqualTo(29);
    assertThat(lost).containsOnly("order.refusal.SPLIT_CHANGED");
    assertThat(lot(firm).parts().available()).isEqualTo(Money.yuan(280));
  }

  @Test
  void of_fifty_parts_of_one_purchase_at_once_only_those_deducted_in_full_win() throws Exception {
    Story story = world.story();
    Placement placement = story.placement(story.stall().test(), 1, null);
    List<Supplier<Placement>> wishes =
        IntStream.range(0, CROWD).<Supplier<Placement>>mapToObj(i -> () -> placement).toList();
    List<String> lost = crowd(story.firm(), wishes);
    assertThat(CROWD - lost.size()).isEqualTo(14);
    assertThat(lost).containsOnly("order.refusal.SPLIT_CHANGED");
  }

  @Test
  void clicking_fifty_times_orders_once() throws Exception {
    Story story = world.story();
    Placement placement = story.placement(story.stall().test(), 1, null);
    RequestKey key = RequestKey.fresh();
    List<UUID> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Order>> clicks =
          IntStream.range(0, CROWD)
              .mapToObj(i -> threads.submit(() -> orders.place(story.firm(), placement, key)))
              .toList();
      for (Future<Order> click : clicks) {
        answers.add(click.get().id());
      }
    }
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(lot(story.firm()).parts().held()).isEqualTo(Money.yuan(680));
  }

  /** Places all at once; answers with the refusals of those that lost. */
  private List<String> crowd(Actor firm, List<Supplier<Placement>> wishes) throws Exception {
    List<String> lost = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Order>> clicks =
          wishes.stream()
              .map(wish -> threads.submit(() -> orders.place(firm, wish.get(), RequestKey.fresh())))
              .toList();
      for (Future<Order> click : clicks) {
        try {
          click.get();
        } catch (ExecutionException refused) {
          assertThat(refused.getCause()).isInstanceOf(Refused.class);
          ((Refused) refused.getCause()).refusals().forEach(reason -> lost.add(reason.code()));
        }
      }
    }
    return lost;
  }

  private Lot lot(Actor firm) {
    return vouchers.lots(firm, firm.organisationId()).getFirst();
  }
}
