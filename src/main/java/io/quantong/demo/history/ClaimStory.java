package io.quantong.demo.history;

import io.quantong.claim.Claim;
import io.quantong.claim.ClaimState;
import io.quantong.claim.ClaimView;
import io.quantong.claim.Claims;
import io.quantong.claim.Decision;
import io.quantong.claim.Invoice;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import io.quantong.publicnotice.Notice;
import io.quantong.publicnotice.Notices;
import io.quantong.publicnotice.Objection;
import io.quantong.publicnotice.ObjectionDecided;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A claim from the invoice to the end of its notice, as its plan says. */
final class ClaimStory {

  private static final long VAT_PERCENT = 106;

  private final World world;
  private final Plan plan;
  private final UUID order;
  private final Actor finance;

  ClaimStory(World world, Plan plan, UUID order) {
    this.world = world;
    this.plan = plan;
    this.order = order;
    this.finance =
        world.cast().of(world.city().provider(plan.offer().providerKey()), Role.PROVIDER_FINANCE);
  }

  void begin() {
    if (plan.claim().course() == Plan.Course.STAYS_DRAFT) {
      return;
    }
    LocalDate soon = world.days().after(world.agenda().today(), world.random().nextInt(1, 5));
    LocalDate wanted = plan.claim().submitOn();
    for (Claim claim : claims().ofOrder(order)) {
      at(wanted == null ? soon : wanted, 9, 12, () -> submit(claim.id()));
    }
  }

  private void at(LocalDate day, int from, int until, Runnable act) {
    world
        .agenda()
        .at(
            world.days().onOrAfter(day),
            world.between(from, until),
            "claim " + plan.claim().course() + " of " + plan.offer().key(),
            act);
  }

  private void after(int workingDays, Runnable act) {
    at(world.days().after(world.agenda().today(), workingDays), 13, 17, act);
  }

  private void submit(UUID id) {
    Claim claim = claim(id);
    if (claim.state() != ClaimState.DRAFT) {
      return;
    }
    Invoice invoice = invoice(claim);
    claims()
        .attach(
            finance, id, ClaimView.PaperKind.INVOICE, Objects.requireNonNull(invoice.documentId()));
    claims().submit(finance, id, invoice, true, world.key());
    int days = plan.claim().review();
    switch (plan.claim().course()) {
      case WITHDRAWN -> after(1, () -> withdraw(id));
      case PAPERS, STAYS_AWAITING_PAPERS -> after(days, () -> askForPapers(id));
      case STAYS_DRAFT, STAYS_IN_REVIEW, STAYS_RISKY -> {}
      case CLEAN,
          CUT,
          REFUSED,
          OBJECTION_DISMISSED,
          OBJECTION_UPHELD,
          STAYS_PROPOSED,
          STAYS_OBJECTED,
          STAYS_UNPAID ->
          after(days, () -> decide(id));
    }
  }

  private Invoice invoice(Claim claim) {
    boolean risky = plan.claim().course() == Plan.Course.STAYS_RISKY;
    Money gross = claim.sums().price();
    Money net = gross.share(100, VAT_PERCENT);
    String number = "26%018d".formatted(world.random().nextLong(1_000_000_000_000_000L));
    String buyer = claim.parties().beneficiaryName();
    LocalDate issued = world.agenda().today();
    UUID file =
        world.upload(
            finance,
            "电子发票-%s.pdf".formatted(number),
            "电子发票（普通发票）",
            "发票号码：" + number,
            "开票日期：" + issued,
            "购买方：" + buyer,
            "销售方：" + claim.parties().providerName(),
            "项目名称：*研发和技术服务*" + claim.matter().service(),
            "金额：" + net + "  价税合计：" + gross);
    Money stated = risky ? gross.minus(gross.share(1, 2)) : gross;
    return new Invoice(
        number, issued, net.min(stated), stated, claim.parties().providerName(), buyer, file);
  }

  private void withdraw(UUID id) {
    claims().withdraw(finance, id, "发票开具有误，放弃本次申兑。", world.key());
  }

  private void askForPapers(UUID id) {
    String what = world.pick(world.city().texts().returnReasons());
    claims().askForPapers(handler(id), id, what, world.key());
    if (plan.claim().course() == Plan.Course.PAPERS) {
      after(3, () -> supply(id));
    }
  }

  private void supply(UUID id) {
    UUID file = world.upload(finance, "补充说明.pdf", "补充说明", "随附原始记录与样品照片。");
    claims().attach(finance, id, ClaimView.PaperKind.OTHER, file);
    Invoice stated = claims().view(finance, id).invoice();
    claims().supply(finance, id, stated, "已补充原始记录。", world.key());
    after(2, () -> decide(id));
  }

  private void decide(UUID id) {
    Claim claim = claim(id);
    if (claim.state() != ClaimState.IN_REVIEW) {
      return;
    }
    claims().decide(handler(id), id, decision(claim), world.key());
    if (plan.claim().course() == Plan.Course.STAYS_PROPOSED) {
      return;
    }
    if (claim(id).proposal() != null) {
      after(1, () -> agree(id));
    } else {
      decided(id);
    }
  }

  private Decision decision(Claim claim) {
    return switch (plan.claim().course()) {
      case CUT ->
          new Decision(
              Decision.Outcome.CUT, claim.sums().claimed().share(80, 100), "部分项目属常规出厂检验，不予支持。");
      case REFUSED -> new Decision(Decision.Outcome.REFUSE, null, "服务内容属强制性检测，不在支持范围。");
      case CLEAN,
          PAPERS,
          WITHDRAWN,
          OBJECTION_DISMISSED,
          OBJECTION_UPHELD,
          STAYS_DRAFT,
          STAYS_IN_REVIEW,
          STAYS_RISKY,
          STAYS_AWAITING_PAPERS,
          STAYS_PROPOSED,
          STAYS_OBJECTED,
          STAYS_UNPAID ->
          Decision.CONFIRM;
    };
  }

  private void agree(UUID id) {
    claims().agree(official(id, "kj.reviewer"), id, world.key());
    decided(id);
  }

  private void decided(UUID id) {
    switch (plan.claim().course()) {
      case OBJECTION_DISMISSED, OBJECTION_UPHELD, STAYS_OBJECTED -> after(2, () -> object(id));
      case STAYS_UNPAID -> world.kept().add(id);
      case CLEAN,
          CUT,
          PAPERS,
          REFUSED,
          WITHDRAWN,
          STAYS_DRAFT,
          STAYS_IN_REVIEW,
          STAYS_RISKY,
          STAYS_AWAITING_PAPERS,
          STAYS_PROPOSED -> {}
    }
  }

  /** Somebody who reads the notice disagrees. */
  private void object(UUID id) {
    Notice notice = notices().latest(id).orElseThrow();
    String words = world.pick(world.city().texts().objections());
    Objection.Filing filing =
        new Objection.Filing(notice.id(), "绍兴某同行企业", "0575-55509999", words, null);
    UUID objection = notices().object(Actor.visitor(), world.key(), filing).id();
    if (plan.claim().course() != Plan.Course.STAYS_OBJECTED) {
      after(4, () -> rule(id, objection));
    }
  }

  private void rule(UUID id, UUID objection) {
    boolean upheld = plan.claim().course() == Plan.Course.OBJECTION_UPHELD;
    Objection.Ruling ruling =
        upheld
            ? new Objection.Ruling(
                ObjectionDecided.Outcome.UPHELD_NEW_SUM,
                claim(id).sums().expected().share(70, 100),
                "经核实，部分样品与其他项目重复，核减相应金额。")
            : new Objection.Ruling(ObjectionDecided.Outcome.DISMISSED, null, "经核实，材料真实有效，异议不成立。");
    notices().decide(official(id, "kj.head"), world.key(), objection, ruling);
  }

  /** One of the two handlers of the bureau in charge; the first keeps the desk a visitor sees. */
  private Actor handler(UUID id) {
    return official(id, world.random().nextInt(3) == 0 ? "kj.handler" : "kj.handler2");
  }

  private Actor official(UUID id, String post) {
    return world.cast().official(claim(id).place().handling(), post);
  }

  private Claim claim(UUID id) {
    List<Claim> all = claims().ofOrder(order);
    return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private Claims claims() {
    return world.platform().claims();
  }

  private Notices notices() {
    return world.platform().notices();
  }
}
