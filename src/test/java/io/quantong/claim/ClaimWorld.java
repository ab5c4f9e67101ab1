package io.quantong.claim;

import io.quantong.catalogue.Market;
import io.quantong.claim.ClaimView.PaperKind;
import io.quantong.document.Documents;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DailyJob;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.order.OrderState;
import io.quantong.order.OrderWorld;
import io.quantong.order.OrderWorld.Story;
import io.quantong.payout.PaymentItem;
import io.quantong.payout.Payouts;
import io.quantong.publicnotice.Notice;
import io.quantong.publicnotice.Notices;
import io.quantong.publicnotice.Objection;
import io.quantong.publicnotice.ObjectionDecided.Outcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Claims in any state, for tests: autowire it, take a {@link Case} and drive it. Everything goes
 * through the facades, so the books stay in balance; every case has organisations of its own.
 */
@Component
public final class ClaimWorld {

  /** What the vouchers paid of a standard case: 11,800 of 13,600 yuan. */
  public static final Money CLAIMED = Money.yuan(11_800);

  private final OrderWorld orders;
  private final Market market;
  private final Claims claims;
  private final Documents documents;
  private final Notices notices;
  private final Payouts payouts;
  private final Map<String, DailyJob> jobs;
  private final Clock clock;

  ClaimWorld(
      OrderWorld orders,
      Market market,
      Claims claims,
      Documents documents,
      Notices notices,
      Payouts payouts,
      List<DailyJob> jobs,
      Clock clock) {
    this.orders = orders;
    this.market = market;
    this.claims = claims;
    this.documents = documents;
    this.notices = notices;
    this.payouts = payouts;
    this.jobs = jobs.stream().collect(Collectors.toMap(DailyJob::name, job -> job));
    this.clock = clock;
  }

  /** People of other organisations. */
  public People people() {
    return orders.people();
  }

  /** A completed order of a new firm at a new stall in Yuecheng: its claim is a draft. */
  public Case draft() {
    return draft(orders.in(OrderState.COMPLETED));
  }

  /** A completed order at a stall of the district; null for one outside the city. */
  public Case draftAt(@Nullable String district) {
    Story story = orders.story(orders.firm(), market.stall(district));
    return draft(orders.in(OrderState.COMPLETED, story));
  }

  /** The claim of a completed order. */
  public Case draft(Story story) {
    return new Case(story, claims.ofOrder(story.id()).getFirst().id());
  }

  /** A case in the state; SUBMITTED and CONFIRMED are passed through and never rest. */
  public Case in(ClaimState state) {
    return switch (state) {
      case SUBMITTED, CONFIRMED ->
          throw new IllegalArgumentException(state + " lasts no longer than a transaction");
      case DRAFT -> draft();
      case IN_REVIEW -> draft().submit();
      case AWAITING_PAPERS -> in(ClaimState.IN_REVIEW).askForPapers();
      case REFUSED -> in(ClaimState.IN_REVIEW).refuse();
      case WITHDRAWN -> in(ClaimState.IN_REVIEW).withdraw();
      case IN_NOTICE -> in(ClaimState.IN_REVIEW).confirm();
      case OBJECTED -> in(ClaimState.IN_NOTICE).object();
      case CLEARED -> in(ClaimState.IN_NOTICE).endNotice();
      case PAYING -> in(ClaimState.CLEARED).pay();
      case PAID -> in(ClaimState.PAYING).settle(true);
      case PAY_FAILED -> in(ClaimState.PAYING).settle(false);
      case RECOVERY_OPEN -> in(ClaimState.PAID).openRecovery();
      case RECOVERED -> in(ClaimState.RECOVERY_OPEN).recovered();
      case REFERRED -> in(ClaimState.RECOVERY_OPEN).refer();
    };
  }

  /** Runs a daily job for a day. */
  public void runJob(String name, LocalDate day) {
    Objects.requireNonNull(jobs.get(name), name).run(day);
  }

  /** Platform day. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** A claim, its order and the persons who deal with it. */
  public final class Case {

    private final Story story;
    private final UUID id;
    private final Actor finance;
    private final Actor handler;
    private final Actor reviewer;
    private final Actor head;

    private Case(Story story, UUID id) {
      this.story = story;
      this.id = id;
      this.finance = story.stall().finance();
      String district = claims.ofOrder(story.id()).getFirst().place().handling();
      this.handler = people().handler(district);
      this.reviewer = people().reviewer(district);
      this.head = people().head(district);
    }

    /** The order behind it. */
    public Story story() {
      return story;
    }

    /** Identifier of the claim. */
    public UUID id() {
      return id;
    }

    /** The claim as it stands. */
    public Claim claim() {
      return claims.ofOrder(story.id()).stream()
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow();
    }

    /** Where it stands. */
    public ClaimState state() {
      return claim().state();
    }

    /** Files the claim. */
    public Actor finance() {
      return finance;
    }

    /** Reviews first. */
    public Actor handler() {
      return handler;
    }

    /** Reviews second. */
    public Actor reviewer() {
      return reviewer;
    }

    /** Decides objections and recoveries. */
    public Actor head() {
      return head;
    }

    /** As a reader sees it. */
    public ClaimView seenBy(Actor reader) {
      return claims.view(reader, id);
    }

    /** A clean invoice of today over the full price, with a number of its own. */
    public Invoice invoice() {
      Claim claim = claim();
      Money gross = claim.sums().price();
      return new Invoice(
          "26%018d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L)),
          today(),
          gross.share(100, 106),
          gross,
          claim.parties().providerName(),
          claim.parties().beneficiaryName(),
          null);
    }

    /** Uploads a file as the finance clerk. */
    public UUID upload(String text) {
      byte[] bytes = ("%PDF-1.7 " + text + " " + id).getBytes(StandardCharsets.UTF_8);
      return documents.store(finance, "invoice.pdf", new ByteArrayInputStream(bytes)).id();
    }

    /** Uploads the invoice file. */
    public Case attach() {
      claims.attach(finance, id, PaperKind.INVOICE, upload("发票"));
      return this;
    }

    /** Hands it in with a clean invoice. */
    public Case submit() {
      return attach().submit(invoice());
    }

    /** Hands it in. */
    public Case submit(Invoice invoice) {
      claims.submit(finance, id, invoice, true, RequestKey.fresh());
      return this;
    }

    /** The handler asks for papers. */
    public Case askForPapers() {
      claims.askForPapers(handler, id, "请补充原始记录", RequestKey.fresh());
      return this;
    }

    /** The provider supplies them. */
    public Case supply() {
      claims.supply(finance, id, invoice(), "已补充原始记录", RequestKey.fresh());
      return this;
    }

    /** The provider gives it up. */
    public Case withdraw() {
      claims.withdraw(finance, id, "发票开错", RequestKey.fresh());
      return this;
    }

    /** The handler decides. */
    public Case decide(Decision decision) {
      claims.decide(handler, id, decision, RequestKey.fresh());
      return this;
    }

    /** The handler confirms all of it. */
    public Case confirm() {
      return decide(Decision.CONFIRM);
    }

    /** The handler confirms less. */
    public Case cut(Money amount) {
      return decide(new Decision(Decision.Outcome.CUT, amount, "常规检验不予支持"));
    }

    /** The handler refuses. */
    public Case refuse() {
      return decide(new Decision(Decision.Outcome.REFUSE, null, "不属于支持范围"));
    }

    /** The second reviewer agrees. */
    public Case agree() {
      claims.agree(reviewer, id, RequestKey.fresh());
      return this;
    }

    /** The second reviewer gives it back. */
    public Case sendBack() {
      claims.sendBack(reviewer, id, "请核对转包", RequestKey.fresh());
      return this;
    }

    /** The latest notice. */
    public Notice notice() {
      return notices.latest(id).orElseThrow();
    }

    /** A stranger objects. */
    public Case object() {
      notices.object(
          Actor.visitor(),
          RequestKey.fresh(),
          new Objection.Filing(notice().id(), "王某", "0575-11112222", "重复申报", null));
      return this;
    }

    /** The head decides on the open objection. */
    public Case rule(Outcome outcome, @Nullable Money newAmount) {
      UUID objection =
          notices.objections(head).stream()
              .filter(one -> one.claimId().equals(id))
              .filter(one -> one.state() == Objection.State.OPEN)
              .findFirst()
              .orElseThrow()
              .id();
      notices.decide(
          head, RequestKey.fresh(), objection, new Objection.Ruling(outcome, newAmount, "经核实"));
      return this;
    }

    /** The last day of the notice passes. */
    public Case endNotice() {
      runJob("publicnotice.end", notice().lastDay().plusDays(1));
      return this;
    }

    /** The finance bureau sends the payment to the bank. */
    public Case pay() {
      String district = claim().place().funding();
      Actor clerk = people().clerk(district);
      Actor approver = people().approver(district);
      PaymentItem item = payment();
      UUID batch = payouts.makeBatch(clerk, RequestKey.fresh(), Set.of(item.id()));
      payouts.submitBatch(clerk, RequestKey.fresh(), batch);
      payouts.approveBatch(approver, RequestKey.fresh(), batch);
      payouts.sendBatch(clerk, RequestKey.fresh(), batch);
      return this;
    }

    /** The bank answers. */
    public Case settle(boolean paid) {
      PaymentItem item = payment();
      Actor clerk = people().clerk(item.district());
      String line =
          paid
              ? "%s,%s,成功,REF-%s,,%s"
                  .formatted(item.endToEndId(), item.amount().plain(), UUID.randomUUID(), today())
              : "%s,%s,失败,,账号不存在,%s".formatted(item.endToEndId(), item.amount().plain(), today());
      String file = "支付编号,金额（元）,结果,银行流水号,失败原因,日期\r\n" + line + "\r\n";
      UUID batch = item.batchId();
      if (batch == null) {
        throw new IllegalStateException("not with the bank");
      }
      payouts.commitResult(clerk, RequestKey.fresh(), batch, file.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    /** Its payment. */
    public PaymentItem payment() {
      return payouts.ofClaim(id).orElseThrow();
    }

    /** The head claims a thousand yuan back. */
    public Case openRecovery() {
      claims.openRecovery(head, id, Money.yuan(1_000), "重复申报", RequestKey.fresh());
      return this;
    }

    /** The money came back. */
    public Case recovered() {
      claims.recovered(handler, id, "BANK-1", RequestKey.fresh());
      return this;
    }

    /** The head hands the case on. */
    public Case refer() {
      claims.refer(head, id, "企业注销，无法追回", RequestKey.fresh());
      return this;
    }
  }
}
