package io.quantong.demo.history;

import io.quantong.demo.city.CityOffer;
import io.quantong.demo.city.CityTexts;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.order.Checkout;
import io.quantong.order.OrderDetail;
import io.quantong.order.OrderDetail.LogEntry;
import io.quantong.order.OrderDetail.LogKind;
import io.quantong.order.Orders;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order from the application for vouchers to the acceptance, as its plan says. */
final class OrderStory {

  private final World world;
  private final Plan plan;
  private final Actor firm;
  private final Actor manager;
  private final Actor technician;
  private @Nullable UUID order;
  private @Nullable LocalDateTime slotStart;
  private @Nullable LocalDateTime slotEnd;

  OrderStory(World world, Plan plan) {
    this.world = world;
    this.plan = plan;
    this.firm = world.cast().of(plan.firm());
    this.manager = person(Role.PROVIDER_MANAGER);
    this.technician = keeper();
  }

  private Actor person(Role role) {
    return world.cast().of(world.city().provider(plan.offer().providerKey()), role);
  }

  /** Who looks after the instrument. */
  private Actor keeper() {
    String instrument = plan.offer().instrumentCode();
    return instrument == null
        ? person(Role.PROVIDER_TECHNICIAN)
        : world.cast().person(world.city().instrument(instrument).keeperLogin());
  }

  void begin() {
    LocalDate day = world.days().onOrAfter(plan.placedOn());
    world.agenda().at(day, world.between(9, 12), "place " + plan.offer().key(), this::place);
  }

  private void later(int workingDays, int from, int until, Runnable act) {
    LocalDate day = world.days().after(world.agenda().today(), workingDays);
    world.agenda().at(day, world.between(from, until), plan.fate() + " " + plan.offer().key(), act);
  }

  private void place() {
    Checkout.Wish wish = new Wishes(world).forOffer(plan.offer(), plan.quantity());
    new Purse(world, plan.firm()).fillFor(wish);
    Checkout checkout = orders().quote(firm, wish);
    Refused.ifAny(checkout.obstacles());
    CityTexts texts = world.city().texts();
    String trade = plan.firm().industry().tag();
    Checkout.Placement placement =
        new Checkout.Placement(
            wish,
            world.pick(texts.samplesOf(trade)),
            world.pick(texts.purposesOf(trade)),
            true,
            new Checkout.Shown(checkout.price(), checkout.voucher()));
    order = orders().place(firm, placement, world.key()).id();
    slotStart = wish.start();
    slotEnd = wish.end();
    answered();
  }

  private void answered() {
    int days = plan.pace().answer();
    switch (plan.fate()) {
      case UNANSWERED, STAYS_PLACED -> {}
      case DECLINED ->
          later(days, 13, 17, () -> orders().decline(manager, id(), "近期设备检修，无法按期完成，抱歉。"));
      case WITHDRAWN ->
          later(
              Math.min(days, 1),
              13,
              17,
              () -> orders().cancel(firm, id(), "样品尚未备齐，先撤回。", world.key()));
      case SMOOTH,
          SILENT,
          REPRICED,
          DISPUTED,
          REFUNDED,
          CANCELLED,
          STAYS_ACCEPTED,
          STAYS_IN_SERVICE,
          STAYS_LOGGED,
          STAYS_DELIVERED ->
          later(days, 13, 17, this::accept);
    }
  }

  private void accept() {
    orders().accept(manager, id());
    switch (plan.fate()) {
      case REPRICED -> later(1, 9, 11, this::reprice);
      case CANCELLED ->
          later(
              plan.pace().begin(),
              9,
              12,
              () -> orders().cancel(firm, id(), "项目计划调整，暂不测试。", world.key()));
      case STAYS_ACCEPTED -> {}
      case SMOOTH,
          SILENT,
          DISPUTED,
          REFUNDED,
          DECLINED,
          UNANSWERED,
          WITHDRAWN,
          STAYS_PLACED,
          STAYS_IN_SERVICE,
          STAYS_LOGGED,
          STAYS_DELIVERED ->
          later(plan.pace().begin(), 9, 12, this::sign);
    }
  }

  private void reprice() {
    Money old = orders().order(id()).price().total();
    orders().reprice(manager, id(), old.share(110, 100), "样品需要额外前处理，增加一道工序。");
    later(1, 9, 11, this::agreeToPrice);
  }

  private void agreeToPrice() {
    Money price = orders().dossier(id()).repricings().getLast().newPrice();
    new Purse(world, plan.firm()).fillUpTo(price);
    orders().confirmPrice(firm, id(), orders().newSplit(firm, id()), world.key());
    later(plan.pace().begin(), 9, 12, this::sign);
  }

  private void sign() {
    OrderDetail.Contract contract = Objects.requireNonNull(orders().dossier(id()).contract());
    orders().sign(firm, id(), contract.sha256());
    if (orders().order(id()).price().own().isPositive()) {
      orders().payOwnShare(firm, id(), "网银 %08d".formatted(world.random().nextInt(100_000_000)));
    }
    later(0, 13, 16, this::start);
  }

  private void start() {
    orders().start(manager, id(), true);
    if (plan.fate() == Plan.Fate.STAYS_IN_SERVICE) {
      return;
    }
    LocalDateTime end = slotEnd;
    if (end == null) {
      later(plan.pace().work(), 14, 17, this::work);
    } else {
      LocalDateTime after = end.plusMinutes(20);
      world.agenda().at(after.toLocalDate(), after.toLocalTime(), "run", this::run);
    }
  }

  /** The instrument ran in the slot booked. */
  private void run() {
    LocalDateTime start = Objects.requireNonNull(slotStart);
    LocalDateTime end = Objects.requireNonNull(slotEnd);
    note(LogKind.ARRIVAL, start, start, 0, "用户到场，核对样品与条件。");
    note(LogKind.RUN, start, end, 4, "设备运行正常，数据已导出。");
    logged();
  }

  /** Samples came and were tested. */
  private void work() {
    LocalDateTime now = world.agenda().now();
    note(LogKind.ARRIVAL, now.minusDays(1), now.minusDays(1), plan.quantity(), "样品签收，状态完好。");
    note(LogKind.RUN, now.minusHours(5), now.minusMinutes(10), plan.quantity(), "按标准完成试验。");
    logged();
  }

  private void note(LogKind kind, LocalDateTime from, LocalDateTime to, int samples, String text) {
    orders()
        .log(
            technician, id(), new LogEntry(kind, from, to, technician.personName(), samples, text));
  }

  private void logged() {
    if (plan.fate() != Plan.Fate.STAYS_LOGGED) {
      later(1, 10, 16, this::deliver);
    }
  }

  private void deliver() {
    CityOffer offer = plan.offer();
    String number = orders().order(id()).number();
    UUID report =
        world.upload(
            technician,
            "检测报告-%s.pdf".formatted(number),
            "检测报告",
            "订单号：" + number,
            "委托单位：" + plan.firm().name(),
            "检测项目：" + offer.name(),
            "依据：" + String.join("；", offer.type().standards()),
            "结论：所检项目数据见附表，本报告仅对来样负责。",
            "检测人员：" + technician.personName());
    orders().deliver(technician, id(), List.of(report));
    switch (plan.fate()) {
      case STAYS_DELIVERED -> {}
      case SILENT -> later(10, 9, 11, this::claim);
      case DISPUTED -> later(plan.pace().accept(), 9, 16, this::dispute);
      case SMOOTH,
          REPRICED,
          REFUNDED,
          DECLINED,
          UNANSWERED,
          WITHDRAWN,
          CANCELLED,
          STAYS_PLACED,
          STAYS_ACCEPTED,
          STAYS_IN_SERVICE,
          STAYS_LOGGED ->
          later(plan.pace().accept(), 9, 17, this::acceptResult);
    }
  }

  private void dispute() {
    orders().dispute(firm, id(), "报告缺少原始图谱，请补充。");
    later(2, 10, 16, this::deliverAgain);
  }

  private void deliverAgain() {
    String number = orders().order(id()).number();
    UUID report =
        world.upload(
            technician,
            "检测报告（补充图谱）-%s.pdf".formatted(number),
            "检测报告（补充图谱）",
            "订单号：" + number,
            "检测项目：" + plan.offer().name());
    orders().deliver(technician, id(), List.of(report));
    later(1, 9, 17, this::acceptResult);
  }

  private void acceptResult() {
    CityTexts.Review review = world.pick(world.city().texts().reviews());
    orders()
        .acceptResult(firm, id(), new Orders.Verdict(review.rating(), review.text()), world.key());
    if (plan.fate() == Plan.Fate.REFUNDED) {
      later(1, 9, 12, this::refund);
    } else {
      claim();
    }
  }

  private void refund() {
    Money part = orders().order(id()).price().total().share(20, 100);
    orders().refund(manager, id(), part, "实际检测项目少于委托，按比例退还。", world.key());
    claim();
  }

  private void claim() {
    new ClaimStory(world, plan, id()).begin();
  }

  private Orders orders() {
    return world.platform().orders();
  }

  private UUID id() {
    return Objects.requireNonNull(order);
  }
}
