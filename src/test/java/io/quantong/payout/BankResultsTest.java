package io.quantong.payout;

import static io.quantong.payout.FinanceWorld.file;
import static io.quantong.payout.FinanceWorld.person;
import static io.quantong.payout.FinanceWorld.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.LedgerTest;
import io.quantong.budget.Account;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The bank's answers: looked at line by line, taken whole or not at all, never twice (M4). */
@LedgerTest
@Clause("M4")
class BankResultsTest {

  private static final Money SUM = Money.ofFen(123_456);

  private final String district = FinanceWorld.district();
  private final Actor clerk = person(Role.FINANCE_CLERK, district);
  private final String reference = "REF-" + Ids.next();

  @Autowired FinanceWorld world;
  @Autowired Payouts payouts;

  private PaymentItem one;
  private PaymentItem two;
  private UUID batch;

  @BeforeEach
  void two_payments_are_with_the_bank() {
    one = world.cleared(district, SUM);
    two = world.cleared(district, Money.yuan(100));
    batch = world.sent(clerk, one, two);
  }

  @Test
  void what_the_bank_paid_is_settled_and_what_it_returned_may_be_tried_again() {
    int moved = commit(file(world.paid(one, reference), world.returned(two, "账号不存在")));
    assertThat(moved).isEqualTo(2);
    assertThat(world.now(one.claimId()).state()).isEqualTo(PaymentItem.State.PAID);
    assertThat(world.now(two.claimId()).state()).isEqualTo(PaymentItem.State.FAILED);
    assertThat(world.holds(Account.Kind.PAID, district)).isEqualTo(SUM);
    assertThat(world.payable(one)).isEqualTo(Money.ZERO);
    assertThat(world.payable(two)).isEqualTo(Money.yuan(100));
    assertThat(state()).isEqualTo(PaymentBatch.State.SETTLED);
    assertThat(payouts.desk(clerk).failures()).containsEntry(two.id(), "账号不存在");

    UUID second = world.sent(clerk, world.now(two.claimId()));
    payouts.commitResult(
        clerk, RequestKey.fresh(), second, file(world.paid(two, reference + "-2")));
    assertThat(world.holds(Account.Kind.PAID, district)).isEqualTo(SUM.plus(Money.yuan(100)));
    assertThat(payouts.batch(clerk, batch).rows())
        .extracting(Payouts.BatchView.Row::outcome)
        .containsExactlyInAnyOrder(ResultLine.Outcome.OK, ResultLine.Outcome.FAILED);
  }

  @Test
  void the_same_file_twice_changes_nothing() {
    byte[] answer = file(world.paid(one, reference), world.returned(two, "户名不符"));
    commit(answer);
    assertThat(commit(answer)).isZero();
    assertThat(world.holds(Account.Kind.PAID, district)).isEqualTo(SUM);
    assertThat(payouts.previewResult(clerk, batch, answer)).allMatch(ResultLine::known);
  }

  @Test
  void an_old_answer_is_harmless_after_the_payment_was_tried_again() {
    byte[] first = file(world.paid(one, reference), world.returned(two, "户名不符"));
    commit(first);
    world.sent(clerk, world.now(two.claimId()));
    assertThat(commit(first)).isZero();
    assertThat(world.now(two.claimId()).state()).isEqualTo(PaymentItem.State.SENT);
  }

  @Test
  void a_batch_waits_until_every_payment_is_answered() {
    commit(file(world.paid(one, reference)));
    assertThat(state()).isEqualTo(PaymentBatch.State.SENT);
    commit(file(world.returned(two, "超时")));
    assertThat(state()).isEqualTo(PaymentBatch.State.SETTLED);
  }

  @Test
  void one_wrong_line_keeps_the_whole_file_out() {
    byte[] answer =
        file(
            world.paid(one, reference),
            world.line(two.endToEndId(), "99.99", "成功", reference + "-2", ""));
    List<ResultLine> lines = payouts.previewResult(clerk, batch, answer);
    assertThat(lines.getFirst().problems()).isEmpty();
    assertThat(codes(lines.get(1).problems())).containsExactly("AMOUNT_MISMATCH");
    assertThatThrownBy(() -> commit(answer)).isInstanceOf(Refused.class);
    assertThat(world.now(one.claimId()).state()).isEqualTo(PaymentItem.State.SENT);
    assertThat(world.holds(Account.Kind.PAID, district)).isEqualTo(Money.ZERO);
  }

  static Stream<Arguments> wrongLines() {
    return Stream.of(
        Arguments.of("UNKNOWN_LINE", "SD-NOT-MINE,1.00,成功,%1$s,,%2$s"),
        Arguments.of("AMOUNT_MISMATCH", "%3$s,1234.57,成功,%1$s,,%2$s"),
        Arguments.of("AMOUNT_MISMATCH", "%3$s,abc,成功,%1$s,,%2$s"),
        Arguments.of("BAD_OUTCOME", "%3$s,1234.56,大概,%1$s,,%2$s"),
        Arguments.of("REFERENCE_MISSING", "%3$s,1234.56,成功,,,%2$s"),
        Arguments.of("REASON_MISSING", "%3$s,1234.56,失败,,,%2$s"),
        Arguments.of("BAD_DAY", "%3$s,1234.56,成功,%1$s,,昨天"),
        Arguments.of("BAD_DAY", "%3$s,1234.56,成功,%1$s,,2020-01-01"),
        Arguments.of("BAD_DAY", "%3$s,1234.56,成功,%1$s,,2199-01-01"),
        Arguments.of("TOO_MANY_FIELDS", "%3$s,1234.56,成功,%1$s,,%2$s,再来一列"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("wrongLines")
  void every_kind_of_wrong_line_is_named(String reason, String pattern) {
    String day = world.line("", "", "", "", "").substring(5);
    String line = pattern.formatted(reference, day, one.endToEndId());
    List<ResultLine> lines = payouts.previewResult(clerk, batch, file(line));
    assertThat(codes(lines.getFirst().problems())).contains(reason);
    assertThatThrownBy(() -> commit(file(line))).isInstanceOf(Refused.class);
  }

  @Test
  void a_payment_or_a_reference_named_twice_is_refused() {
    byte[] twice = file(world.paid(one, reference), world.paid(one, reference + "-2"));
    assertThat(codes(payouts.previewResult(clerk, batch, twice).get(1).problems()))
        .contains("REPEATED_LINE");
    byte[] shared = file(world.paid(one, reference), world.paid(two, reference));
    assertThat(codes(payouts.previewResult(clerk, batch, shared).get(1).problems()))
        .contains("REFERENCE_USED");
    commit(file(world.paid(one, reference)));
    assertThat(
            codes(
                payouts
                    .previewResult(clerk, batch, file(world.paid(two, reference)))
                    .getFirst()
                    .problems()))
        .contains("REFERENCE_USED");
  }

  @Test
  void a_recorded_result_never_turns_into_another() {
    commit(file(world.paid(one, reference)));
    byte[] other = file(world.returned(one, "其实没付"));
    assertThat(codes(payouts.previewResult(clerk, batch, other).getFirst().problems()))
        .contains("OTHER_RESULT");
    assertThatThrownBy(() -> commit(other)).isInstanceOf(Refused.class);
  }

  @Test
  void a_file_with_other_columns_or_nothing_in_it_is_not_read() {
    String line = world.paid(one, reference);
    byte[] swapped = ("金额（元）,支付编号,结果,银行流水号,失败原因,日期\n" + line).getBytes(StandardCharsets.UTF_8);
    refused(swapped, "UNKNOWN_COLUMNS");
    refused(("a,b\n" + line).getBytes(StandardCharsets.UTF_8), "UNKNOWN_COLUMNS");
    refused(line.getBytes(StandardCharsets.UTF_8), "BAD_FILE");
    refused(file(), "BAD_FILE");
    refused(file("", " "), "BAD_FILE");
    refused(new byte[] {0x50, 0x4b, 3, 4, 10, 65}, "UNKNOWN_COLUMNS");
    refused(text("x\n".repeat(5_001)).getBytes(StandardCharsets.UTF_8), "FILE_TOO_LARGE");
    assertThatThrownBy(
            () -> payouts.keepResult(clerk, batch, "x.csv", new byte[2 * 1024 * 1024 + 1]))
        .hasMessageContaining("FILE_TOO_LARGE");
    assertThatThrownBy(() -> payouts.keepResult(clerk, batch, "x.csv", new byte[0]))
        .hasMessageContaining("BAD_FILE");
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("UTF-8", "\uFEFF"),
        Arguments.of("UTF-8", ""),
        Arguments.of("GB18030", ""),
        Arguments.of("GBK", ""));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("encodings")
  void files_of_every_desktop_here_are_read(String encoding, String mark) {
    String answer = mark + text(world.paid(one, reference), world.returned(two, "账号不存在"));
    commit(answer.getBytes(Charset.forName(encoding)));
    assertThat(payouts.desk(clerk).failures()).containsEntry(two.id(), "账号不存在");
  }

  @Test
  void english_columns_quotes_and_apostrophes_of_spreadsheets_are_read() {
    String line = world.line("\"'" + one.endToEndId() + "\"", "\"1,234.56\"", "ok", reference, "");
    String answer = "end_to_end_id,amount_yuan,outcome,bank_reference,reason,day\n" + line;
    commit(answer.getBytes(StandardCharsets.UTF_8));
    assertThat(world.now(one.claimId()).state()).isEqualTo(PaymentItem.State.PAID);
  }

  @Test
  void a_kept_file_is_shown_before_it_counts_and_counts_once() {
    UUID kept =
        payouts.keepResult(clerk, batch, "../../回单\n.csv", file(world.paid(one, reference)));
    Payouts.ResultView view = payouts.result(clerk, batch, kept);
    assertThat(view.recordable()).isTrue();
    assertThat(view.fileName()).doesNotContain("/", "\n");
    assertThat(world.now(one.claimId()).state()).isEqualTo(PaymentItem.State.SENT);
    RequestKey key = RequestKey.fresh();
    assertThat(payouts.commitResult(clerk, key, batch, kept)).isEqualTo(1);
    assertThat(payouts.commitResult(clerk, key, batch, kept)).isEqualTo(1);
    assertThat(payouts.commitResult(clerk, RequestKey.fresh(), batch, kept)).isZero();
    assertThat(payouts.result(clerk, batch, kept).recordedAt()).isNotNull();
    assertThatThrownBy(() -> payouts.result(clerk, Ids.next(), kept))
        .hasMessageContaining("UNKNOWN");
  }

  /** Else a third attempt could be sent while the bank is paying the second. */
  @Test
  void the_answer_to_an_old_attempt_is_not_the_answer_to_a_new_one() {
    byte[] answer = file(world.returned(two, "账号不存在"));
    record(batch, answer);
    UUID second = world.sent(clerk, world.now(two.claimId()));
    assertThatThrownBy(() -> record(second, answer))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("FILE_OF_ANOTHER_BATCH");
    assertThat(world.now(two.claimId()).state()).isEqualTo(PaymentItem.State.SENT);
    record(second, file(world.paid(two, reference)));
    assertThat(world.now(two.claimId()).state()).isEqualTo(PaymentItem.State.PAID);
  }

  private void record(UUID answered, byte[] answer) {
    UUID kept = payouts.keepResult(clerk, answered, "回单.csv", answer);
    payouts.commitResult(clerk, RequestKey.fresh(), answered, kept);
  }

  @Test
  void a_batch_that_is_not_sent_has_no_answer() {
    PaymentItem item = world.cleared(district, SUM);
    UUID draft = payouts.makeBatch(clerk, RequestKey.fresh(), FinanceWorld.ids(item));
    assertThatThrownBy(
            () ->
                payouts.commitResult(
                    clerk, RequestKey.fresh(), draft, file(world.paid(item, reference))))
        .hasMessageContaining("NOT_SENT");
    assertThatThrownBy(() -> payouts.sampleResult(clerk, draft, false))
        .hasMessageContaining("NOT_SENT");
  }

  @Test
  void the_bank_of_the_demo_writes_what_the_platform_reads() {
    byte[] sample = payouts.sampleResult(clerk, batch, true).getBytes(StandardCharsets.UTF_8);
    assertThat(payouts.previewResult(clerk, batch, sample))
        .extracting(ResultLine::outcome)
        .containsExactly(ResultLine.Outcome.FAILED, ResultLine.Outcome.OK);
    assertThat(commit(sample)).isEqualTo(2);
  }

  @Test
  void only_a_clerk_records_what_the_bank_says() {
    Actor approver = person(Role.FINANCE_APPROVER, district);
    byte[] answer = file(world.paid(one, reference));
    assertThatThrownBy(() -> payouts.previewResult(approver, batch, answer))
        .hasMessageContaining("ROLE");
    assertThatThrownBy(() -> payouts.commitResult(approver, RequestKey.fresh(), batch, answer))
        .hasMessageContaining("ROLE");
  }

  private int commit(byte[] answer) {
    return payouts.commitResult(clerk, RequestKey.fresh(), batch, answer);
  }

  private void refused(byte[] answer, String reason) {
    assertThatThrownBy(() -> commit(answer))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(reason);
  }

  private PaymentBatch.State state() {
    return payouts.batch(clerk, batch).batch().state();
  }

  private static List<String> codes(List<Refusal> refusals) {
    return refusals.stream()
        .map(refusal -> refusal.code().substring(refusal.code().lastIndexOf('.') + 1))
        .toList();
  }
}
