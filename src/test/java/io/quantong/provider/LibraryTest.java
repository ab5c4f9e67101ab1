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
import io.quantong.kernel.Role;
import io.quantong.provider.Application.CertificateKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The public list (M5) and the certificates behind it (M6). */
@IntegrationTest
class LibraryTest {

  @Autowired Identities identities;
  @Autowired Documents documents;
  @Autowired Providers providers;
  @Autowired Admissions admissions;
  @Autowired Papers papers;
  @Autowired Library library;
  @Autowired Clock clock;

  private People people;
  private Applicants applicants;
  private LocalDate today;

  @BeforeEach
  void prepare() {
    people = People.of(identities);
    today = LocalDate.now(clock);
    applicants = new Applicants(documents, today);
  }

  @Test
  @Clause("M5")
  void the_list_is_narrowed_by_name_place_kind_and_exemption() {
    Actor university = people.institution(YUECHENG);
    UUID id = providers.apply(university, applicants.exempt(university)).id();
    String name = university.organisationName();
    assertThat(find(name, null, null, false)).containsExactly(id);
    assertThat(find(name, YUECHENG, ProviderKind.UNIVERSITY, true)).containsExactly(id);
    assertThat(find(name.substring(2), null, null, false)).contains(id);
    assertThat(find(name, KEQIAO, null, false)).isEmpty();
    assertThat(find(name, Library.OUTSIDE, null, false)).isEmpty();
    assertThat(find(name, null, ProviderKind.TESTING_FIRM, false)).isEmpty();
    assertThat(find("%", null, null, false)).isEmpty();
  }

  @Test
  @Clause("M5")
  void a_provider_outside_the_city_is_in_the_list() {
    Actor outside = people.institution(null);
    UUID id = providers.apply(outside, applicants.exempt(outside)).id();
    assertThat(find(outside.organisationName(), Library.OUTSIDE, null, false)).containsExactly(id);
    assertThat(find(outside.organisationName(), YUECHENG, null, false)).isEmpty();
  }

  @Test
  @Clause("M5")
  void only_admitted_and_suspended_ones_are_listed_and_a_revoked_one_is_known() {
    Actor firm = people.servingFirm(YUECHENG);
    Actor head = people.head(YUECHENG);
    UUID id = providers.apply(firm, applicants.reviewed(firm)).id();
    assertThat(find(firm.organisationName(), null, null, false)).isEmpty();
    assertThat(library.entry(id)).isEmpty();
    admissions.admit(head, id);
    assertThat(find(firm.organisationName(), null, null, false)).containsExactly(id);
    admissions.suspend(head, id, "核查");
    assertThat(find(firm.organisationName(), null, null, false)).containsExactly(id);
    admissions.revoke(head, id, today.plusDays(30), "违规");
    assertThat(find(firm.organisationName(), null, null, false)).isEmpty();
    Library.Listed known = library.entry(id).orElseThrow();
    assertThat(known.revokedUntil()).isEqualTo(today.plusDays(30));
    assertThat(known.certificates()).singleElement().matches(one -> one.documentId() == null);
  }

  @Test
  @Clause("M6")
  void a_certificate_is_kept_until_it_becomes_part_of_the_entry() {
    Actor firm = people.servingFirm(YUECHENG);
    String number = number(firm);
    upload(firm, number, today.plusYears(1));
    upload(firm, number, today.plusYears(1));
    assertThat(papers.drafts(firm)).hasSize(1);
    Application bad = applicants.application(firm, ProviderKind.TESTING_FIRM, certificates(firm));
    Application unfinished =
        new Application(
            bad.kind(),
            bad.admittingDistrict(),
            "",
            bad.account(),
            bad.contact(),
            bad.certificates(),
            true);
    assertThatThrownBy(() -> providers.apply(firm, unfinished)).hasMessageContaining("PLACE");
    assertThat(papers.drafts(firm)).hasSize(1);
    UUID id = providers.apply(firm, bad).id();
    assertThat(papers.drafts(firm)).isEmpty();
    admissions.admit(people.handler(YUECHENG), id);
    upload(firm, number(firm), today.plusYears(2));
    assertThat(papers.drafts(firm)).isEmpty();
    assertThat(providers.dossier(firm, id).certificates()).hasSize(2);
  }

  @Test
  @Clause("M6")
  void a_colleague_hands_in_what_another_uploaded() {
    Actor firm = people.servingFirm(YUECHENG);
    upload(firm, number(firm), today.plusYears(1));
    Actor colleague = people.colleague(firm, Role.PROVIDER_MANAGER);
    Provider entry =
        providers.apply(
            colleague,
            applicants.application(colleague, ProviderKind.TESTING_FIRM, certificates(colleague)));
    assertThat(entry.state()).isEqualTo(ProviderState.UNDER_REVIEW);
  }

  @Test
  @Clause("M6")
  void a_bad_certificate_is_refused_when_it_comes() {
    Actor firm = people.servingFirm(YUECHENG);
    assertThatThrownBy(() -> upload(firm, "123", today.minusDays(1)))
        .hasMessageContaining("CERTIFICATE_NUMBER")
        .hasMessageContaining("CERTIFICATE_EXPIRED");
    assertThat(papers.drafts(firm)).isEmpty();
  }

  @Test
  @Clause("M13")
  void a_file_is_opened_by_those_who_read_the_dossier_only() throws IOException {
    Actor firm = people.servingFirm(YUECHENG);
    UUID id = providers.apply(firm, applicants.reviewed(firm)).id();
    UUID file = providers.dossier(firm, id).certificates().getFirst().documentId();
    assertThat(file).isNotNull();
    for (Actor reader : List.of(firm, people.handler(YUECHENG), people.auditor())) {
      try (InputStream content = papers.open(reader, id, file).content()) {
        assertThat(content.readAllBytes()).isEqualTo(Applicants.pdf());
      }
    }
    for (Actor stranger : List.of(people.servingFirm(YUECHENG), people.handler(KEQIAO))) {
      assertThatThrownBy(() -> papers.open(stranger, id, file))
          .hasMessageContaining("access.refusal");
    }
    UUID foreign = applicants.file(people.servingFirm(YUECHENG));
    assertThatThrownBy(() -> papers.open(firm, id, foreign)).hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> papers.open(firm, foreign)).hasMessageContaining("NOT_FOUND");
  }

  @Test
  @Clause("M13")
  void drafts_of_another_organisation_are_out_of_reach() {
    Actor firm = people.servingFirm(YUECHENG);
    Actor other = people.servingFirm(YUECHENG);
    upload(firm, number(firm), today.plusYears(1));
    UUID draft = papers.drafts(firm).getFirst().id();
    papers.drop(other, draft);
    assertThat(papers.drafts(firm)).hasSize(1);
    papers.drop(firm, draft);
    assertThat(papers.drafts(firm)).isEmpty();
    assertThatThrownBy(() -> papers.drafts(people.firm(YUECHENG)))
        .hasMessageContaining("access.refusal");
  }

  private List<UUID> find(
      String words, @Nullable String district, @Nullable ProviderKind kind, boolean exempt) {
    return library.find(new Library.Search(words, district, kind, exempt, 1)).rows().stream()
        .map(Library.Listed::id)
        .toList();
  }

  private List<Application.Certificate> certificates(Actor actor) {
    return papers.drafts(actor).stream().map(Papers.Draft::certificate).toList();
  }

  private String number(Actor actor) {
    return applicants.certificate(actor, today).number();
  }

  private void upload(Actor actor, String number, LocalDate until) {
    papers.add(
        actor,
        new Papers.Print(CertificateKind.CMA, number, until),
        "cma.pdf",
        new ByteArrayInputStream(Applicants.pdf()));
  }
}
