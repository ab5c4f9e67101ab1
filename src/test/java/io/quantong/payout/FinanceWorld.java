package io.quantong.payout;

import io.quantong.budget.Account;
import io.quantong.budget.Budgets;
import io.quantong.budget.Journal;
import io.quantong.budget.Ledger;
import io.quantong.budget.Transfer;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Money owed without orders and claims, in a district of each test's own. Found by every test
 * context; use it in a {@code LedgerTest}.
 */
@Component
public class FinanceWorld {

  private static final AtomicInteger NEXT = new AtomicInteger(1000);

  private final Payouts payouts;
  private final Budgets budgets;
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FinanceWorld(
      Payouts payouts,
      Budgets budgets,
      Ledger ledger,
      TransactionTemplate transaction,
      Clock clock) {
    this.payouts = payouts;
    this.budgets = budgets;
    this.ledger = ledger;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Six digits nobody else uses. */
  public static String district() {
    return "44" + NEXT.incrementAndGet();
  }

  /** Somebody new with a role. */
  public static Actor person(Role role, String district) {
    return new Actor(Ids.next(), "某" + role, Ids.next(), "某局", district, Set.of(role));
  }

  /** This year. */
  public int year() {
    return LocalDate.now(clock).getYear();
  }

  /** Money in the budget, by a clerk. */
  public void appropriate(String district, Money amount) {
    budgets.appropriate(
        person(Role.FINANCE_CLERK, district),
        new Budgets.Appropriation(district, year(), amount, "测财〔2026〕1 号"),
        RequestKey.fresh());
  }

  /** A claim with one part, owed and not yet confirmed. */
  public Payouts.Settlement owed(String district, Money amount) {
    appropriate(district, amount);
    UUID order = Ids.next();
    Transfer transfer =
        new Transfer(
            Account.of(Account.Kind.BUDGET, district, year()),
            Account.of(Account.Kind.OWED, district, year(), order),
            amount);
    transaction.executeWithoutResult(
        status ->
            ledger.post(
                Actor.system(),
                new Journal("voucher.capture", "order", order.toString(), List.of(transfer))));
    return new Payouts.Settlement(
        Ids.next(), order, List.of(new Payouts.Part(district, year(), amount, amount)));
  }

  /** The same claim with another confirmed sum. */
  public static Payouts.Settlement confirming(Payouts.Settlement settlement, Money sum) {
    Payouts.Part part = settlement.parts().getFirst();
    return new Payouts.Settlement(
        settlement.claimId(),
        settlement.orderId(),
        List.of(new Payouts.Part(part.district(), part.year(), part.owed(), sum)));
  }

  /** What a claim asks to be paid. */
  public static Payouts.PaymentRequest request(Payouts.Settlement settlement, UUID... handledBy) {
    Payouts.Payee payee =
        new Payouts.Payee(Ids.next(), "某某检测中心", "某某银行越城支行", "6222021234567890123");
    String number = "SD-" + settlement.claimId().toString().substring(24);
    return new Payouts.PaymentRequest(settlement, number, payee, Set.of(handledBy));
  }

  /** A confirmed claim whose notice runs. */
  public PaymentItem entered(String district, Money amount, UUID... handledBy) {
    Payouts.Settlement settlement = owed(district, amount);
    payouts.enter(person(Role.DISTRICT_HANDLER, district), request(settlement, handledBy));
    return now(settlement.claimId());
  }

  /** A payment ready to enter a batch. */
  public PaymentItem cleared(String district, Money amount, UUID... handledBy) {
    PaymentItem item = entered(district, amount, handledBy);
    payouts.clear(Actor.system(), item.claimId(), LocalDate.now(clock).plusDays(5));
    return now(item.claimId());
  }

  /** The payment of a claim as it stands. */
  public PaymentItem now(UUID claimId) {
    return payouts.ofClaim(claimId).orElseThrow();
  }

  /** A batch that is with the bank. */
  public UUID sent(Actor clerk, PaymentItem... items) {
    UUID batch = payouts.makeBatch(clerk, RequestKey.fresh(), ids(items));
    Actor approver = person(Role.FINANCE_APPROVER, String.valueOf(clerk.district()));
    payouts.submitBatch(clerk, RequestKey.fresh(), batch);
    payouts.approveBatch(approver, RequestKey.fresh(), batch);
    payouts.sendBatch(clerk, RequestKey.fresh(), batch);
    return batch;
  }

  /** Identifiers. */
  public static Set<UUID> ids(PaymentItem... items) {
    return Arrays.stream(items).map(PaymentItem::id).collect(Collectors.toSet());
  }

  /** A line of the bank that says it was paid. */
  public String paid(PaymentItem item, String reference) {
    return line(item.endToEndId(), item.amount().plain(), "成功", reference, "");
  }

  /** A line of the bank that says it came back. */
  public String returned(PaymentItem item, String reason) {
    return line(item.endToEndId(), item.amount().plain(), "失败", "", reason);
  }

  /** A line of the bank, dated today. */
  public String line(String id, String amount, String outcome, String reference, String reason) {
    return String.join(
        ",", id, amount, outcome, reference, reason, LocalDate.now(clock).toString());
  }

  /** A file of the bank in UTF-8. */
  public static byte[] file(String... lines) {
    return text(lines).getBytes(StandardCharsets.UTF_8);
  }

  /** The text of a file of the bank. */
  public static String text(String... lines) {
    return Stream.concat(Stream.of("支付编号,金额（元）,结果,银行流水号,失败原因,日期"), Arrays.stream(lines))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  /** What an account of the district's year holds. */
  public Money holds(Account.Kind kind, String district) {
    return ledger.balance(Account.of(kind, district, year()));
  }

  /** What is payable for a claim. */
  public Money payable(PaymentItem item) {
    return ledger.balance(
        Account.of(Account.Kind.PAYABLE, item.district(), year(), item.claimId()));
  }
}
