package io.quantong.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.catalogue.Market;
import io.quantong.claim.Claim;
import io.quantong.claim.ClaimState;
import io.quantong.claim.Claims;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.order.OrderState;
import io.quantong.order.Orders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/**
 * One turn of the money through the pages: a firm, a provider and the bureaus of one district, all
 * of their own.
 */
final class Loop {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
  private final Gate gate;
  final Market.Stall stall;
  final Actor firm;
  final Walker beneficiary;
  final Walker manager;
  final Walker technician;
  final Walker finance;
  final Walker handler;
  final Walker head;
  final Walker clerk;
  final Walker approver;

  /** What a loop needs of the platform. */
  @Component
  record Gate(
      MockMvc mvc,
      Market market,
      Identities identities,
      Orders orders,
      Claims claims,
      Clock clock) {

    /** A firm that has done nothing yet, a provider with offers, bureaus with their people. */
    Loop begin() {
      return new Loop(this);
    }
  }

  private Loop(Gate gate) {
    this.gate = gate;
    this.stall = gate.market().stall();
    People people = People.of(gate.identities());
    this.firm = people.uncommittedFirm(People.YUECHENG);
    this.beneficiary = walker(firm);
    this.manager = walker(stall.manager());
    this.technician = walker(stall.technician());
    this.finance = walker(stall.finance());
    Actor official = people.handler(People.YUECHENG);
    this.handler = walker(official);
    this.head = walker(people.colleague(official, Role.DISTRICT_HEAD));
    Actor treasurer = people.clerk(People.YUECHENG);
    this.clerk = walker(treasurer);
    this.approver = walker(people.colleague(treasurer, Role.FINANCE_APPROVER));
  }

  private Walker walker(Actor actor) {
    return new Walker(gate.mvc(), actor);
  }

  void sign() {
    beneficiary.open("/identity").form("/identity/commitment").with("agree", "true").mustGo();
  }

  void apply(int yuan) {
    beneficiary
        .open("/voucher/apply")
        .form("/voucher/apply")
        .with("amount", yuan)
        .with("purpose", "新产品耐候性验证")
        .mustGo();
  }

  /** The checkout of the sample test, filled. */
  Walker.Form checkout(int samples) {
    return beneficiary
        .open("/order/new?offer=" + stall.test().id() + "&quantity=" + samples)
        .form("/order")
        .with("sample", "镀锌紧固件 6 件")
        .with("purpose", "新产品耐候性验证")
        .with("declared", "true");
  }

  UUID order(int samples) {
    return UUID.fromString(checkout(samples).mustGo().id());
  }

  /** Accepted, signed, paid, begun. */
  void begin(UUID order) {
    String page = "/order/" + order;
    manager.open(page).form(page + "/accept").mustGo();
    beneficiary.open(page).form(page + "/sign").with("read", "true").mustGo();
    Walker.Page signed = beneficiary.open(page);
    if (signed.offers(page + "/pay")) {
      signed.form(page + "/pay").with("reference", "网银 20261126").mustGo();
    }
    Walker.Form start = manager.open(page).form(page + "/start");
    (start.knows("received") ? start.with("received", "true") : start).mustGo();
  }

  /** Logged and delivered. */
  void deliver(UUID order) {
    String page = "/order/" + order;
    LocalDateTime now = LocalDateTime.now(gate.clock());
    technician
        .open(page)
        .form(page + "/log")
        .with("kind", "RUN")
        .with("started", MINUTE.format(now.minusHours(2)))
        .with("ended", MINUTE.format(now.minusMinutes(1)))
        .with("samples", 6)
        .mustGo();
    technician.open(page).form(page + "/stage").file("files", "检测报告.pdf", pdf()).mustGo();
    technician.open(page).form(page + "/deliver").mustGo();
  }

  void acceptResult(UUID order) {
    String page = "/order/" + order;
    beneficiary
        .open(page)
        .form(page + "/accept-result")
        .with("stars", 5)
        .with("comment", "报告结论写得明白。")
        .mustGo();
  }

  /** From the order to the accepted result. */
  UUID served(int samples) {
    UUID order = order(samples);
    begin(order);
    deliver(order);
    acceptResult(order);
    return order;
  }

  /** The provider adds the invoice and hands the claim in. */
  UUID claim(UUID order) {
    Claim claim = claimOf(order);
    String page = "/claim/" + claim.id();
    finance.open(page).form(page + "/upload").file("files", "电子发票.pdf", pdf()).mustGo();
    finance
        .open(page)
        .form(page + "/submit")
        .with("number", "INV-" + claim.number())
        .with("issuedOn", LocalDate.now(gate.clock()))
        .with("gross", claim.sums().price().plain())
        .with("net", claim.sums().price().share(100, 106).plain())
        .with("declared", "true")
        .mustGo();
    return claim.id();
  }

  void confirm(UUID claim) {
    String page = "/claim/" + claim;
    handler.open(page).form(page + "/confirm").mustGo();
  }

  /** A batch of everything ready, approved, sent, answered by the bank. */
  void pay(UUID item) {
    Walker.Page batch = clerk.open("/payout").form("/payout/batch").with("items", item).mustGo();
    String page = batch.url().split("\\?")[0];
    batch.form(page + "/submit").mustGo();
    approver.open(page).form(page + "/approve").mustGo();
    approver.open(page).form(page + "/send").mustGo();
  }

  /** No two are alike: the same report for two orders raises a signal. */
  private static byte[] pdf() {
    String text = "%PDF-1.4\n% " + UUID.randomUUID() + "\n%%EOF\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  OrderState state(UUID order) {
    return gate.orders().order(order).state();
  }

  Claim claimOf(UUID order) {
    assertThat(gate.claims().ofOrder(order)).hasSize(1);
    return gate.claims().ofOrder(order).getFirst();
  }

  ClaimState claimState(UUID order) {
    return claimOf(order).state();
  }
}
