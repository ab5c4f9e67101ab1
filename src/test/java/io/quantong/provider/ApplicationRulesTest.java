package io.quantong.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import io.quantong.identity.Organisation;
import io.quantong.identity.Organisation.Profile;
import io.quantong.identity.OrganisationKind;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.provider.Application.Certificate;
import io.quantong.provider.Application.CertificateKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may enter the library (M6, M7, M8): each rule alone, and all at once. */
class ApplicationRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final UUID FILE = new UUID(1, 1);
  private static final String NAME = "越州检测有限公司";

  private static final Certificate CMA =
      new Certificate(CertificateKind.CMA, "251100340001", TODAY, FILE);

  @Test
  @Clause("M6")
  void a_firm_with_a_certificate_in_force_may_enter() {
    assertThat(ApplicationRules.check(new Case().facts())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  @Clause("M6")
  void only_exempt_kinds_enter_without_a_certificate(ProviderKind kind) {
    Case bare = new Case();
    bare.kind = kind;
    bare.certificates = List.of();
    assertThat(bare.codes())
        .isEqualTo(kind.exempt() ? List.of() : List.of("provider.refusal.CERTIFICATE_MISSING"));
  }

  static Stream<Arguments> oneThingWrong() {
    return Stream.of(
        wrong("ORGANISATION_KIND", c -> c.organisationKind = OrganisationKind.ENTREPRENEUR),
        wrong("ORGANISATION_KIND", c -> c.organisationKind = OrganisationKind.SCIENCE_BUREAU),
        wrong("COMMITMENT_MISSING", c -> c.committed = false),
        wrong("INTEGRITY_NOT_DECLARED", c -> c.integrity = false),
        wrong("ALREADY_LISTED", c -> c.listed = true),
        wrong("BARRED", c -> c.barredUntil = TODAY),
        wrong("WRONG_DISTRICT", c -> c.admitting = "330603"),
        wrong("WRONG_DISTRICT", c -> c.admitting = "110000"),
        wrong("PLACE_MISSING", c -> c.place = "  "),
        wrong("BANK_MISSING", c -> c.bank = ""),
        wrong("ACCOUNT_NUMBER", c -> c.account = "1234567"),
        wrong("ACCOUNT_NUMBER", c -> c.account = "62220000abcd"),
        wrong("ACCOUNT_HOLDER", c -> c.holder = "张三"),
        wrong("CONTACT_MISSING", c -> c.contact = new Application.Contact("", "138")),
        wrong("CONTACT_MISSING", c -> c.contact = new Application.Contact("张三", " ")),
        wrong("CERTIFICATE_NUMBER", c -> c.certificates = List.of(cma("25110034000", TODAY, FILE))),
        wrong(
            "CERTIFICATE_EXPIRED",
            c -> c.certificates = List.of(cma("251100340001", TODAY.minusDays(1), FILE))),
        wrong(
            "CERTIFICATE_FILE_MISSING",
            c -> c.certificates = List.of(cma("251100340001", TODAY, null))),
        wrong(
            "CERTIFICATE_FILE_MISSING",
            c -> c.certificates = List.of(cma("251100340001", TODAY, new UUID(9, 9)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneThingWrong")
  @Clause("M6")
  void each_thing_wrong_is_named(String refusal, Change change) {
    Case one = new Case();
    change.in(one);
    assertThat(one.codes()).containsExactly("provider.refusal." + refusal);
  }

  @Test
  @Clause("M7")
  void everything_wrong_is_said_at_once() {
    Case bad = new Case();
    bad.committed = false;
    bad.integrity = false;
    bad.place = "";
    bad.account = "";
    bad.certificates = List.of();
    assertThat(bad.codes()).hasSize(5);
  }

  @Test
  @Clause("M5")
  void a_provider_outside_the_city_chooses_its_district() {
    Case outside = new Case();
    outside.own = "310115";
    outside.admitting = "330603";
    assertThat(outside.codes()).isEmpty();
    outside.own = null;
    assertThat(outside.codes()).isEmpty();
  }

  @Test
  @Clause("M8")
  void a_bar_ends_with_its_last_day() {
    Case barred = new Case();
    barred.barredUntil = TODAY.minusDays(1);
    assertThat(barred.codes()).isEmpty();
  }

  private static Certificate cma(String number, LocalDate until, @Nullable UUID file) {
    return new Certificate(CertificateKind.CMA, number, until, file);
  }

  private static Arguments wrong(String refusal, Change change) {
    return Arguments.of(refusal, change);
  }

  /** Spoils one thing. */
  interface Change {
    void in(Case application);
  }

  /** A good application, to be spoilt. */
  static final class Case {
    private OrganisationKind organisationKind = OrganisationKind.ENTERPRISE;
    private ProviderKind kind = ProviderKind.TESTING_FIRM;
    private @Nullable String own = "330602";
    private String admitting = "330602";
    private String place = "浙江绍兴";
    private String bank = "绍兴银行";
    private String account = "6222000011112222";
    private String holder = NAME;
    private Application.Contact contact = new Application.Contact("张三", "13800000000");
    private List<Certificate> certificates = List.of(CMA);
    private boolean integrity = true;
    private boolean committed = true;
    private boolean listed;
    private @Nullable LocalDate barredUntil;

    List<String> codes() {
      return ApplicationRules.check(facts()).stream().map(Refusal::code).toList();
    }

    ApplicationRules.Facts facts() {
      Application application =
          new Application(
              kind,
              admitting,
              place,
              new Provider.BankAccount(bank, account, holder),
              contact,
              certificates,
              integrity);
      Organisation organisation =
          new Organisation(
              new UUID(2, 2),
              organisationKind,
              NAME,
              NAME,
              organisationKind == OrganisationKind.ENTREPRENEUR ? null : "91330602MA0000015K",
              own,
              new Profile(1, Money.ZERO, Money.ZERO),
              "李四",
              "0575",
              "路");
      return new ApplicationRules.Facts(
          application,
          organisation,
          committed,
          listed,
          barredUntil,
          Set.of("330602", "330603"),
          Set.of(FILE),
          TODAY);
    }
  }
}
