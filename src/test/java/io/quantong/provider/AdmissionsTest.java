package io.quantong.provider;

import static io.quantong.identity.People.KEQIAO;
import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.document.Documents;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import io.quantong.provider.Application.Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Entries on a real database: ways in, decisions, ways out, and who may not (M5, M6, M8). */
@IntegrationTest
class AdmissionsTest {

  @Autowired Identities identities;
  @Autowired Documents documents;
  @Autowired Providers providers;
  @Autowired Admissions admissions;
  @Autowired CertificateWatch watch;
  @Autowired EntryRepository entries;
  @Autowired Clock clock;

  private People people;
  private Applicants applicants;
  private LocalDate today;
  private Actor manager;
  private Actor handler;
  private Actor head;

  @BeforeEach
  void prepare() {
    people = People.of(identities);
    today = LocalDate.now(clock);
    applicants = new Applicants(documents, today);
    manager = people.servingFirm(YUECHENG);
    handler = people.handler(YUECHENG);
    head = people.head(YUECHENG);
  }

  @Test
  @Clause("M6")
  void an_exempt_kind_is_in_at_once() {
    Actor university = people.institution(YUECHENG);
    Provider entry = providers.apply(university, applicants.exempt(university));
    assertThat(entry.state()).isEqualTo(ProviderState.ADMITTED);
    assertThat(events(university, entry)).containsExactly("APPLY", "ADMIT_EXEMPT");
  }

  @Test
  @Clause("M6")
  void any_other_kind_waits_for_its_district() {
    UUID id = underReview();
    assertThat(state(id)).isEqualTo(ProviderState.UNDER_REVIEW);
    admissions.askPapers(handler, id, "附表");
    assertThat(providers.dossier(manager, id).papersDue()).isAfter(today);
    providers.supplyPapers(
        manager, id, List.of(applicants.certificate(manager, today.plusDays(9))), "已补");
    assertThat(providers.dossier(manager, id).papersDue()).isNull();
    assertThat(providers.dossier(manager, id).certificates()).hasSize(2);
    assertThat(admissions.admit(handler, id).state()).isEqualTo(ProviderState.ADMITTED);
    assertThat(events(manager, providers.provider(id)))
        .containsExactly("APPLY", "RECEIVE", "ASK_PAPERS", "SUPPLY_PAPERS", "ADMIT");
  }

  @Test
  @Clause("M6")
  void one_organisation_has_one_live_entry() {
    underReview();
    assertThatThrownBy(() -> providers.apply(manager, applicants.reviewed(manager)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("ALREADY_LISTED");
  }

  @Test
  @Clause("M6")
  void who_was_refused_or_left_may_apply_again() {
    UUID id = underReview();
    admissions.refuse(handler, id, "资质不符");
    UUID again = underReview();
    admissions.admit(head, again);
    providers.leave(manager, again, "业务调整");
    assertThat(state(underReview())).isEqualTo(ProviderState.UNDER_REVIEW);
  }

  @Test
  @Clause("M8")
  void a_revocation_bars_until_its_last_day_and_stays_public() {
    UUID id = admitted();
    LocalDate until = today.plusYears(1);
    admissions.revoke(head, id, until, "伪造检测报告");
    assertThat(state(id)).isEqualTo(ProviderState.REVOKED);
    assertThatThrownBy(() -> providers.apply(manager, applicants.reviewed(manager)))
        .hasMessageContaining("BARRED");
    assertThat(providers.dossier(manager, id).revokedUntil()).isEqualTo(until);
  }

  @Test
  @Clause("M8")
  void a_bar_never_ends_today_or_before() {
    UUID id = admitted();
    for (LocalDate until : List.of(today, today.minusDays(1))) {
      assertThatThrownBy(() -> admissions.revoke(head, id, until, "x"))
          .hasMessageContaining("REVOKED_UNTIL");
    }
  }

  @Test
  @Clause("M8")
  void decisions_against_a_provider_say_why() {
    UUID id = underReview();
    UUID listed = admitted(people.servingFirm(YUECHENG));
    List<ThrowingCallable> silent =
        List.of(
            () -> admissions.askPapers(handler, id, " "),
            () -> admissions.refuse(handler, id, ""),
            () -> admissions.suspend(handler, listed, ""),
            () -> admissions.revoke(head, listed, today.plusDays(1), " "));
    silent.forEach(decision -> assertThatThrownBy(decision).hasMessageContaining("REASON_MISSING"));
  }

  @Test
  @Clause({"M6", "M8"})
  void every_state_refuses_every_step_that_is_not_its_own() {
    Map<ProviderState, UUID> samples = oneOfEachState();
    Map<EntryLifecycle.Event, Consumer<UUID>> acts = acts();
    samples.forEach(
        (state, id) -> {
          Actor owner = owner(id);
          acts.forEach(
              (event, act) -> {
                if (!EntryLifecycle.TABLE.allows(state, event)) {
                  manager = owner;
                  assertThatThrownBy(() -> act.accept(id))
                      .as("%s by %s", state, event)
                      .isInstanceOf(Refused.class)
                      .hasMessageContaining("ILLEGAL_STEP");
                  assertThat(state(id)).isEqualTo(state);
                }
              });
        });
  }

  @Test
  @Clause("M13")
  void only_the_right_role_of_the_own_district_decides() {
    UUID waiting = underReview();
    UUID listed = admitted(people.servingFirm(YUECHENG));
    List<Actor> strangers =
        List.of(
            manager,
            people.reviewer(YUECHENG),
            people.clerk(YUECHENG),
            people.city(),
            people.auditor(),
            people.firm(YUECHENG),
            people.handler(KEQIAO),
            people.head(KEQIAO),
            Actor.visitor());
    for (Actor actor : strangers) {
      List<ThrowingCallable> decisions =
          List.of(
              () -> admissions.admit(actor, waiting),
              () -> admissions.askPapers(actor, waiting, "x"),
              () -> admissions.refuse(actor, waiting, "x"),
              () -> admissions.suspend(actor, listed, "x"),
              () -> admissions.resume(actor, listed, "x"),
              () -> admissions.revoke(actor, listed, today.plusDays(1), "x"));
      decisions.forEach(
          one ->
              assertThatThrownBy(one)
                  .as("%s", actor.roles())
                  .isInstanceOf(Refused.class)
                  .hasMessageContaining("access.refusal"));
    }
    assertThatThrownBy(() -> admissions.revoke(handler, listed, today.plusDays(1), "x"))
        .hasMessageContaining("access.refusal.ROLE");
  }

  @Test
  @Clause("M13")
  void only_the_own_manager_acts_for_an_entry() {
    UUID id = admitted();
    Certificate one = applicants.certificate(manager, today.plusYears(2));
    Provider.BankAccount account = providers.provider(id).account();
    for (Actor actor :
        List.of(
            people.servingFirm(YUECHENG),
            people.colleague(manager, Role.PROVIDER_TECHNICIAN),
            people.colleague(manager, Role.PROVIDER_FINANCE),
            handler)) {
      List<ThrowingCallable> acts =
          List.of(
              () -> providers.addCertificate(actor, id, one),
              () -> providers.changeAccount(actor, id, account),
              () -> providers.supplyPapers(actor, id, List.of(), "x"),
              () -> providers.leave(actor, id, "x"));
      acts.forEach(act -> assertThatThrownBy(act).hasMessageContaining("access.refusal"));
    }
  }

  @Test
  @Clause("M13")
  void a_dossier_is_read_by_those_concerned_and_the_account_by_those_who_pay() {
    UUID id = admitted();
    for (Actor actor :
        List.of(handler, people.reviewer(YUECHENG), people.city(), people.auditor())) {
      assertThat(providers.dossier(actor, id).provider().account().number()).startsWith("****");
    }
    for (Actor actor : List.of(manager, people.clerk(YUECHENG))) {
      assertThat(providers.dossier(actor, id).provider().account().number()).startsWith("6222");
    }
    for (Actor actor :
        List.of(people.handler(KEQIAO), people.servingFirm(YUECHENG), people.firm(YUECHENG))) {
      assertThatThrownBy(() -> providers.dossier(actor, id)).hasMessageContaining("access.refusal");
      assertThatThrownBy(() -> providers.history(actor, id)).hasMessageContaining("access.refusal");
    }
  }

  @Test
  @Clause("M13")
  void a_district_lists_its_own_entries_whatever_it_asks_for() {
    UUID id = underReview();
    Providers.Filter elsewhere =
        new Providers.Filter(YUECHENG, null, java.util.Set.of(ProviderState.UNDER_REVIEW), 1);
    assertThat(providers.review(people.handler(KEQIAO), elsewhere).cards())
        .noneMatch(card -> card.provider().admittingDistrict().equals(YUECHENG));
    assertThat(providers.review(handler, elsewhere).total()).isPositive();
    assertThat(state(id)).isEqualTo(ProviderState.UNDER_REVIEW);
    assertThatThrownBy(() -> providers.review(manager, elsewhere)).isInstanceOf(Refused.class);
  }

  @Test
  @Clause("M6")
  void a_certificate_of_somebody_else_is_no_certificate() {
    Actor other = people.servingFirm(YUECHENG);
    Certificate stolen = applicants.certificate(other, today.plusYears(1));
    Application application =
        applicants.application(manager, ProviderKind.TESTING_FIRM, List.of(stolen));
    assertThatThrownBy(() -> providers.apply(manager, application))
        .hasMessageContaining("CERTIFICATE_FILE_MISSING");
    Certificate nowhere =
        new Certificate(stolen.kind(), stolen.number(), stolen.validUntil(), UUID.randomUUID());
    assertThatThrownBy(
            () ->
                providers.apply(
                    manager,
                    applicants.application(manager, ProviderKind.TESTING_FIRM, List.of(nowhere))))
        .hasMessageContaining("CERTIFICATE_FILE_MISSING");
  }

  @Test
  @Clause("M6")
  void new_orders_stop_the_day_after_a_certificate_and_come_back_with_a_new_one() {
    Application application =
        applicants.application(
            manager, ProviderKind.TESTING_FIRM, List.of(applicants.certificate(manager, today)));
    UUID id = providers.apply(manager, application).id();
    admissions.admit(handler, id);
    watch.run(today);
    assertThat(state(id)).isEqualTo(ProviderState.ADMITTED);
    watch.run(today.plusDays(1));
    watch.run(today.plusDays(1));
    assertThat(state(id)).isEqualTo(ProviderState.SUSPENDED);
    providers.addCertificate(manager, id, applicants.certificate(manager, today.plusYears(1)));
    assertThat(admissions.resume(handler, id, "新证书").state()).isEqualTo(ProviderState.ADMITTED);
    watch.run(today.plusDays(1));
    assertThat(state(id)).isEqualTo(ProviderState.ADMITTED);
  }

  @Test
  void the_work_list_names_what_waits_for_whom() {
    UUID id = underReview();
    assertThat(watch.waitingFor(handler))
        .anyMatch(item -> item.key().equals("provider.work.to_decide"));
    assertThat(watch.waitingFor(people.handler(KEQIAO)))
        .noneMatch(item -> item.href().contains(id.toString()));
    assertThat(watch.waitingFor(manager)).isEmpty();
    admissions.askPapers(handler, id, "附表");
    assertThat(watch.waitingFor(manager))
        .singleElement()
        .satisfies(item -> assertThat(item.href()).isEqualTo("/provider/mine"));
  }

  @Test
  void old_and_new_account_are_recorded_masked() {
    UUID id = admitted();
    providers.changeAccount(
        manager,
        id,
        new Provider.BankAccount("农商行", "6217000099998888", manager.organisationName()));
    DomainEvent last = providers.history(manager, id).getLast();
    assertThat(last.facts())
        .containsEntry("old", "**** **** 2222")
        .containsEntry("new", "**** **** 8888");
    assertThatThrownBy(
            () ->
                providers.changeAccount(
                    manager, id, new Provider.BankAccount("农商行", "6217000099998888", "别人")))
        .hasMessageContaining("ACCOUNT_HOLDER");
  }

  private Map<ProviderState, UUID> oneOfEachState() {
    Map<ProviderState, UUID> samples = new LinkedHashMap<>();
    samples.put(ProviderState.UNDER_REVIEW, underReview(people.servingFirm(YUECHENG)));
    UUID asked = underReview(people.servingFirm(YUECHENG));
    admissions.askPapers(handler, asked, "x");
    samples.put(ProviderState.AWAITING_PAPERS, asked);
    UUID refused = underReview(people.servingFirm(YUECHENG));
    admissions.refuse(handler, refused, "x");
    samples.put(ProviderState.REFUSED, refused);
    samples.put(ProviderState.ADMITTED, admitted(people.servingFirm(YUECHENG)));
    UUID suspended = admitted(people.servingFirm(YUECHENG));
    admissions.suspend(handler, suspended, "x");
    samples.put(ProviderState.SUSPENDED, suspended);
    UUID revoked = admitted(people.servingFirm(YUECHENG));
    admissions.revoke(head, revoked, today.plusDays(1), "x");
    samples.put(ProviderState.REVOKED, revoked);
    Actor leaver = people.servingFirm(YUECHENG);
    UUID left = admitted(leaver);
    providers.leave(leaver, left, "x");
    samples.put(ProviderState.LEFT, left);
    return samples;
  }

  private Map<EntryLifecycle.Event, Consumer<UUID>> acts() {
    return Map.of(
        EntryLifecycle.Event.ASK_PAPERS, id -> admissions.askPapers(handler, id, "x"),
        EntryLifecycle.Event.ADMIT, id -> admissions.admit(handler, id),
        EntryLifecycle.Event.REFUSE, id -> admissions.refuse(handler, id, "x"),
        EntryLifecycle.Event.SUSPEND, id -> admissions.suspend(handler, id, "x"),
        EntryLifecycle.Event.RESUME, id -> admissions.resume(handler, id, "x"),
        EntryLifecycle.Event.REVOKE, id -> admissions.revoke(head, id, today.plusDays(1), "x"),
        EntryLifecycle.Event.SUPPLY_PAPERS,
            id -> providers.supplyPapers(manager, id, List.of(), "x"),
        EntryLifecycle.Event.LEAVE, id -> providers.leave(manager, id, "x"),
        EntryLifecycle.Event.CHANGE_ACCOUNT,
            id -> providers.changeAccount(manager, id, providers.provider(id).account()),
        EntryLifecycle.Event.ADD_CERTIFICATE,
            id ->
                providers.addCertificate(
                    manager, id, applicants.certificate(manager, today.plusYears(1))));
  }

  private Actor owner(UUID id) {
    return Identities.actor(identities.members(providers.provider(id).organisationId()).getFirst());
  }

  private UUID underReview() {
    return underReview(manager);
  }

  private UUID underReview(Actor applicant) {
    return providers.apply(applicant, applicants.reviewed(applicant)).id();
  }

  private UUID admitted() {
    return admitted(manager);
  }

  private UUID admitted(Actor applicant) {
    UUID id = underReview(applicant);
    admissions.admit(handler, id);
    return id;
  }

  private ProviderState state(UUID id) {
    return providers.provider(id).state();
  }

  private List<String> events(Actor actor, Provider entry) {
    return providers.history(actor, entry.id()).stream().map(DomainEvent::event).toList();
  }
}
