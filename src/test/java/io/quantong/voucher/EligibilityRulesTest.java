package io.quantong.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Money;
import io.quantong.voucher.EligibilityRules.Facts;
import io.quantong.voucher.VoucherRefusal.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may get how much, rule by rule. */
@Clause("M1")
class EligibilityRulesTest {

  private static final Money LINE = Money.yuan(200_000_000);
  private static final Money FEN = Money.ofFen(1);

  @Test
  void a_small_firm_that_has_nothing_yet_gets_the_single_application() {
    Eligibility most = EligibilityRules.most(firm().facts(), Rules.plan());
    assertThat(most.most()).isEqualTo(Money.yuan(20_000));
    assertThat(most.reasons()).isEmpty();
    assertThat(most.lines()).hasSize(10).allMatch(Eligibility.Line::met);
    assertThat(most.policyVersion()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource(OrganisationKind.class)
  void enterprises_and_entrepreneurs_only(OrganisationKind kind) {
    boolean may = Set.of(OrganisationKind.ENTERPRISE, OrganisationKind.ENTREPRENEUR).contains(kind);
    assertThat(reasons(firm().kind(kind), Money.yuan(1)))
        .isEqualTo(may ? List.of() : List.of(Reason.KIND));
  }

  @Test
  @Clause("M15")
  void the_credit_commitment_comes_first() {
    assertThat(reasons(firm().committed(false), Money.yuan(1))).containsExactly(Reason.COMMITMENT);
  }

  @Test
  void only_firms_of_the_city() {
    assertThat(reasons(firm().inCity(false), Money.yuan(1))).containsExactly(Reason.DISTRICT);
  }

  @Test
  void a_limit_of_size_includes_its_own_value() {
    assertThat(reasons(firm().staff(500).sales(LINE).assets(LINE), Money.yuan(1))).isEmpty();
    assertThat(reasons(firm().staff(501), Money.yuan(1))).containsExactly(Reason.STAFF);
    assertThat(reasons(firm().sales(LINE.plus(FEN)), Money.yuan(1))).containsExactly(Reason.SALES);
    assertThat(reasons(firm().assets(LINE.plus(FEN)), Money.yuan(1)))
        .containsExactly(Reason.ASSETS);
  }

  @Test
  void a_single_application_has_its_limit() {
    assertThat(reasons(firm(), Money.yuan(20_000))).isEmpty();
    assertThat(reasons(firm(), Money.yuan(20_000).plus(FEN)))
        .containsExactly(Reason.SINGLE_APPLICATION);
  }

  @Test
  void what_is_held_unused_has_its_limit() {
    assertThat(reasons(firm().unused(Money.yuan(40_000)), Money.yuan(10_000))).isEmpty();
    assertThat(reasons(firm().unused(Money.yuan(40_000)), Money.yuan(10_000).plus(FEN)))
        .containsExactly(Reason.HELD_UNUSED);
  }

  @Test
  void a_year_has_its_limit_by_kind() {
    Money ten = Money.yuan(10_000);
    assertThat(reasons(firm().issued(Money.yuan(90_000)), ten)).isEmpty();
    assertThat(reasons(firm().issued(Money.yuan(90_000)), ten.plus(FEN)))
        .containsExactly(Reason.YEARLY_CAP);
    Firm entrepreneur = firm().kind(OrganisationKind.ENTREPRENEUR);
    assertThat(reasons(entrepreneur.issued(ten), ten)).isEmpty();
    assertThat(reasons(entrepreneur.issued(ten), ten.plus(FEN))).containsExactly(Reason.YEARLY_CAP);
  }

  @Test
  void the_budget_must_bear_it() {
    assertThat(reasons(firm().budget(Money.yuan(5)), Money.yuan(5))).isEmpty();
    assertThat(reasons(firm().budget(Money.yuan(5)), Money.yuan(5).plus(FEN)))
        .containsExactly(Reason.BUDGET_EXHAUSTED);
  }

  @Test
  void every_reason_is_named_at_once_and_nothing_is_left_to_get() {
    Firm hopeless =
        firm()
            .kind(OrganisationKind.AUDIT_BUREAU)
            .committed(false)
            .inCity(false)
            .staff(501)
            .sales(LINE.plus(FEN))
            .assets(LINE.plus(FEN))
            .unused(Money.yuan(60_000))
            .issued(Money.yuan(100_000))
            .budget(Money.ZERO);
    Eligibility answer = EligibilityRules.judge(hopeless.facts(), Rules.plan(), Money.yuan(20_001));
    assertThat(answer.most()).isEqualTo(Money.ZERO);
    assertThat(EnumSet.copyOf(answer.reasons().stream().map(VoucherRefusal::reason).toList()))
        .isEqualTo(
            EnumSet.of(
                Reason.COMMITMENT,
                Reason.KIND,
                Reason.DISTRICT,
                Reason.STAFF,
                Reason.SALES,
                Reason.ASSETS,
                Reason.SINGLE_APPLICATION,
                Reason.HELD_UNUSED,
                Reason.YEARLY_CAP,
                Reason.BUDGET_EXHAUSTED));
    assertThat(answer.lines()).hasSize(10).noneMatch(Eligibility.Line::met);
    assertThat(answer.trace().lines()).hasSize(11);
  }

  static Stream<Long> seeds() {
    return new Random(815).longs(300).boxed();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_most_is_granted_and_one_fen_more_is_not(long seed) {
    Random random = new Random(seed);
    Firm firm =
        firm()
            .kind(
                random.nextBoolean() ? OrganisationKind.ENTERPRISE : OrganisationKind.ENTREPRENEUR)
            .unused(Money.ofFen(random.nextLong(6_000_000)))
            .issued(Money.ofFen(random.nextLong(11_000_000)))
            .budget(Money.ofFen(random.nextLong(4_000_000)));
    Money most = EligibilityRules.most(firm.facts(), Rules.plan()).most();
    assertThat(most.isNegative()).isFalse();
    if (most.isPositive()) {
      assertThat(reasons(firm, most)).isEmpty();
    }
    assertThat(reasons(firm, most.plus(FEN))).isNotEmpty();
  }

  private static List<Reason> reasons(Firm firm, Money asked) {
    return EligibilityRules.judge(firm.facts(), Rules.plan(), asked).reasons().stream()
        .map(VoucherRefusal::reason)
        .toList();
  }

  private static Firm firm() {
    return new Firm(
        new Facts(
            OrganisationKind.ENTERPRISE,
            true,
            20,
            Money.yuan(8_000_000),
            Money.yuan(5_000_000),
            true,
            Money.ZERO,
            Money.ZERO,
            Money.yuan(1_000_000)));
  }

  /** Facts with one thing changed at a time. */
  private record Firm(Facts facts) {

    Firm kind(OrganisationKind kind) {
      return with(kind, facts.inCity(), facts.committed());
    }

    Firm inCity(boolean inCity) {
      return with(facts.kind(), inCity, facts.committed());
    }

    Firm committed(boolean committed) {
      return with(facts.kind(), facts.inCity(), committed);
    }

    Firm staff(int staff) {
      return size(staff, facts.sales(), facts.assets());
    }

    Firm sales(Money sales) {
      return size(facts.staff(), sales, facts.assets());
    }

    Firm assets(Money assets) {
      return size(facts.staff(), facts.sales(), assets);
    }

    Firm unused(Money unused) {
      return money(unused, facts.issuedThisYear(), facts.budgetLeft());
    }

    Firm issued(Money issued) {
      return money(facts.unused(), issued, facts.budgetLeft());
    }

    Firm budget(Money budget) {
      return money(facts.unused(), facts.issuedThisYear(), budget);
    }

    private Firm with(OrganisationKind kind, boolean inCity, boolean committed) {
      return new Firm(
          new Facts(
              kind,
              inCity,
              facts.staff(),
              facts.sales(),
              facts.assets(),
              committed,
              facts.unused(),
              facts.issuedThisYear(),
              facts.budgetLeft()));
    }

    private Firm size(int staff, Money sales, Money assets) {
      return new Firm(
          new Facts(
              facts.kind(),
              facts.inCity(),
              staff,
              sales,
              assets,
              facts.committed(),
              facts.unused(),
              facts.issuedThisYear(),
              facts.budgetLeft()));
    }

    private Firm money(Money unused, Money issued, Money budget) {
      return new Firm(
          new Facts(
              facts.kind(),
              facts.inCity(),
              facts.staff(),
              facts.sales(),
              facts.assets(),
              facts.committed(),
              unused,
              issued,
              budget));
    }
  }
}
