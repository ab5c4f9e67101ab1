package io.quantong.order;

import io.quantong.budget.Budgets;
import io.quantong.catalogue.Market;
import io.quantong.catalogue.Offer;
import io.quantong.document.Documents;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.order.Checkout.Placement;
import io.quantong.order.Checkout.Shown;
import io.quantong.order.Checkout.Wish;
import io.quantong.order.OrderDetail.LogEntry;
import io.quantong.order.OrderDetail.LogKind;
import io.quantong.voucher.Vouchers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Orders in any state, for tests: autowire it, take a {@link Story} and drive it. Everything goes
 * through the facades, so the books stay in balance; every story has organisations of its own.
 */
@Component
public final class OrderWorld {

  /** What a firm of a story has in vouchers. */
  public static final Money FACE = Money.yuan(20_000);

  /** So many that vouchers pay 11,800 of 13,600 yuan and the firm pays 1,800. */
  public static final int SAMPLES = 20;

  private final Market market;
  private final Identities identities;
  private final Budgets budgets;
  private final Vouchers vouchers;
  private final Orders orders;
  private final Documents documents;
  private final Clock clock;

  OrderWorld(
      Market market,
      Identities identities,
      Budgets budgets,
      Vouchers vouchers,
      Orders orders,
      Documents documents,
      Clock clock) {
    this.market = market;
    this.identities = identities;
    this.budgets = budgets;
    this.vouchers = vouchers;
    this.orders = orders;
    this.documents = documents;
    this.clock = clock;
  }

  /** People of other organisations. */
  public People people() {
    return People.of(identities);
  }

  /** A new firm of Yuecheng with one lot of {@link #FACE}. */
  public Actor firm() {
    return withLot(people().firm(People.YUECHENG), FACE);
  }

  /** Gives a beneficiary of a district a further lot, from money appropriated for it. */
  public Actor withLot(Actor firm, Money face) {
    String district = String.valueOf(firm.district());
    Actor clerk = people().clerk(district);
    int year = LocalDate.now(clock).getYear();
    budgets.appropriate(
        clerk,
        new Budgets.Appropriation(district, year, face, "TEST-" + UUID.randomUUID()),
        RequestKey.fresh());
    vouchers.apply(firm, new Vouchers.ApplicationRequest(face, ""), RequestKey.fresh());
    return firm;
  }

  /** A new firm with vouchers, and a new stall in Yuecheng. */
  public Story story() {
    return new Story(firm(), market.stall(), null);
  }

  /** A firm of one's own, and a stall of one's own. */
  public Story story(Actor firm, Market.Stall stall) {
    return new Story(firm, stall, null);
  }

  /** A story whose order of {@link #SAMPLES} sample tests stands in the state. */
  public Story in(OrderState state) {
    return in(state, story());
  }

  /** Orders {@link #SAMPLES} sample tests in the story and brings it to the state. */
  public Story in(OrderState state, Story story) {
    return switch (state) {
      case DRAFT -> throw new IllegalArgumentException("a draft is never stored");
      case PLACED -> story.place(story.stall().test(), SAMPLES, null);
      case ACCEPTED -> in(OrderState.PLACED, story).accept();
      case DECLINED -> in(OrderState.PLACED, story).decline();
      case TIMED_OUT, REFUNDED, CLOSED, CANCELLED, COMPLETED -> ended(state, story);
      case REPRICED -> in(OrderState.ACCEPTED, story).reprice(Money.yuan(15_000));
      case IN_SERVICE -> in(OrderState.ACCEPTED, story).settle().start();
      case DELIVERED -> in(OrderState.IN_SERVICE, story).deliver();
      case DISPUTED -> in(OrderState.DELIVERED, story).dispute();
    };
  }

  private Story ended(OrderState state, Story story) {
    return switch (state) {
      case CANCELLED -> in(OrderState.PLACED, story).cancel(story.firm());
      case COMPLETED -> in(OrderState.DELIVERED, story).acceptResult();
      case REFUNDED -> {
        Story completed = in(OrderState.COMPLETED, story);
        yield completed.refund(completed.order().price().total());
      }
      case CLOSED -> {
        Story completed = in(OrderState.COMPLETED, story);
        orders.close(Actor.system(), completed.id());
        yield completed;
      }
      default -> throw new IllegalArgumentException(state + " takes time, not acts");
    };
  }

  /** Two days ahead at nine: free at every stall. */
  public LocalDateTime slot() {
    return LocalDate.now(clock).plusDays(2).atTime(LocalTime.of(9, 0));
  }

  /** A firm, a stall, and once placed an order between them. Acts are those of the right side. */
  public final class Story {

    private final Actor firm;
    private final Market.Stall stall;
    private final @Nullable UUID id;

    private Story(Actor firm, Market.Stall stall, @Nullable UUID id) {
      this.firm = firm;
      this.stall = stall;
      this.id = id;
    }

    /** Who ordered. */
    public Actor firm() {
      return firm;
    }

    /** Who serves. */
    public Market.Stall stall() {
      return stall;
    }

    /** The order. */
    public UUID id() {
      if (id == null) {
        throw new IllegalStateException("nothing ordered yet");
      }
      return id;
    }

    /** The order as it stands. */
    public Order order() {
      return orders.order(id());
    }

    /** As the firm sees it. */
    public OrderView seen() {
      return orders.view(firm, id());
    }

    /** What the firm would place now, at the split shown to it. */
    public Placement placement(Offer offer, int quantity, @Nullable LocalDateTime start) {
      Wish wish =
          new Wish(offer.id(), quantity, start, start == null ? null : start.plusHours(2), true);
      Checkout quote = orders.quote(firm, wish);
      return new Placement(
          wish, "不锈钢样片 3 件", "新产品开发", true, new Shown(quote.price(), quote.voucher()));
    }

    /** Orders with vouchers; two hours where time is booked. */
    public Story place(Offer offer, int quantity, @Nullable LocalDateTime start) {
      Placement placement = placement(offer, quantity, start);
      return new Story(firm, stall, orders.place(firm, placement, RequestKey.fresh()).id());
    }

    /** The provider takes it. */
    public Story accept() {
      orders.accept(stall.manager(), id());
      return this;
    }

    /** The provider does not take it. */
    public Story decline() {
      orders.decline(stall.manager(), id(), "设备检修");
      return this;
    }

    /** The provider wants another price. */
    public Story reprice(Money price) {
      orders.reprice(stall.manager(), id(), price, "样品需要前处理");
      return this;
    }

    /** The firm agrees to the new price at the split shown to it. */
    public Story confirmPrice() {
      orders.confirmPrice(firm, id(), orders.newSplit(firm, id()), RequestKey.fresh());
      return this;
    }

    /** The firm signs, and states the payment of the own share when there is one. */
    public Story settle() {
      OrderDetail.Contract contract = orders.dossier(id()).contract();
      if (contract == null) {
        throw new IllegalStateException("no contract yet");
      }
      orders.sign(firm, id(), contract.sha256());
      if (order().price().own().isPositive()) {
        orders.payOwnShare(firm, id(), "NO-1");
      }
      return this;
    }

    /** The provider begins. */
    public Story start() {
      orders.start(stall.manager(), id(), true);
      return this;
    }

    /** The technician logs a run of an hour that ended an hour ago. */
    public Story run() {
      LocalDateTime end = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES).minusHours(1);
      orders.log(
          stall.technician(), id(), new LogEntry(LogKind.RUN, end.minusHours(1), end, "李工", 3, ""));
      return this;
    }

    /** The technician uploads a report and delivers it; where time was booked a run is logged. */
    public Story deliver() {
      if (orders.dossier(id()).facts().subject().start() != null) {
        run();
      }
      byte[] text = ("检测报告 " + id()).getBytes(StandardCharsets.UTF_8);
      UUID report =
          documents.store(stall.technician(), "report.txt", new ByteArrayInputStream(text)).id();
      orders.deliver(stall.technician(), id(), List.of(report));
      return this;
    }

    /** The firm accepts with five stars. */
    public Story acceptResult() {
      orders.acceptResult(firm, id(), new Orders.Verdict(5, "专业"), RequestKey.fresh());
      return this;
    }

    /** The firm disputes. */
    public Story dispute() {
      orders.dispute(firm, id(), "缺少原始数据");
      return this;
    }

    /** One side cancels. */
    public Story cancel(Actor who) {
      orders.cancel(who, id(), "计划有变", RequestKey.fresh());
      return this;
    }

    /** The provider refunds. */
    public Story refund(Money amount) {
      orders.refund(stall.finance(), id(), amount, "少测一项", RequestKey.fresh());
      return this;
    }
  }
}
