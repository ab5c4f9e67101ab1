package io.quantong.identity;

import static io.quantong.identity.People.KEQIAO;
import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.kernel.Actor;
import io.quantong.kernel.EventLog;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class IdentitiesTest {

  @Autowired Identities identities;
  @Autowired EventLog log;

  private People people;

  @BeforeEach
  void prepare() {
    people = People.of(identities);
  }

  @Test
  @Clause("M13")
  void the_city_comes_first_then_its_six_districts() {
    List<District> districts = identities.districts();
    assertThat(districts).hasSize(7);
    assertThat(districts.getFirst().parent()).isNull();
    assertThat(districts.stream().skip(1)).allMatch(one -> "330600".equals(one.parent()));
  }

  @Test
  @Clause("M1")
  void a_commitment_is_signed_once_and_names_its_signer() {
    Actor firm = people.uncommittedFirm(YUECHENG);
    assertThat(identities.hasSignedCommitment(firm.organisationId())).isFalse();
    identities.signCommitment(firm);
    identities.signCommitment(people.colleague(firm, Role.BENEFICIARY));
    assertThat(identities.hasSignedCommitment(firm.organisationId())).isTrue();
    assertThat(identities.commitment(firm.organisationId()).orElseThrow().signedBy())
        .isEqualTo(firm.personName());
    assertThat(log.history("organisation", firm.organisationId().toString()))
        .filteredOn(event -> event.event().equals("SIGN_COMMITMENT"))
        .hasSize(1);
  }

  @Test
  @Clause("M15")
  void only_those_who_bind_the_organisation_sign_for_it() {
    Actor technician = people.colleague(people.institution(YUECHENG), Role.PROVIDER_TECHNICIAN);
    for (Actor actor : List.of(technician, people.handler(YUECHENG), Actor.visitor())) {
      assertThatThrownBy(() -> identities.signCommitment(actor)).isInstanceOf(Refused.class);
    }
  }

  @Test
  @Clause("M13")
  void a_role_removed_is_gone_and_may_come_back() {
    Actor firm = people.firm(YUECHENG);
    UUID organisation = firm.organisationId();
    Person person = identities.members(organisation).getFirst().person();
    identities.removeRole(Actor.system(), person.id(), organisation, Role.BENEFICIARY);
    assertThat(identities.actor(person.id(), organisation)).isEmpty();
    assertThat(identities.members(organisation)).isEmpty();
    identities.enrol(
        Actor.system(),
        new Enrolment(person.subject(), "other", "", organisation, Set.of(Role.BENEFICIARY)));
    assertThat(identities.actor(person.id(), organisation)).contains(firm);
    assertThat(log.history("organisation", organisation.toString()))
        .extracting("event")
        .containsSubsequence("GRANT_ROLE", "REMOVE_ROLE", "GRANT_ROLE");
  }

  @Test
  @Clause("M13")
  void a_person_may_act_for_two_organisations_with_different_roles() {
    Actor one = people.firm(YUECHENG);
    Actor other = people.institution(KEQIAO);
    String subject = identities.members(one.organisationId()).getFirst().person().subject();
    identities.enrol(
        Actor.system(),
        new Enrolment(subject, "x", "", other.organisationId(), Set.of(Role.PROVIDER_TECHNICIAN)));
    assertThat(identities.memberships(subject)).hasSize(2);
    assertThat(identities.actor(one.personId(), other.organisationId()).orElseThrow().roles())
        .containsExactly(Role.PROVIDER_TECHNICIAN);
  }

  @Test
  @Clause("M13")
  void each_bureau_gives_exactly_the_roles_the_plan_gives_it() {
    for (OrganisationKind kind : OrganisationKind.values()) {
      Organisation organisation = people.organisation(kind, YUECHENG);
      for (Role role : Role.values()) {
        Enrolment enrolment =
            new Enrolment(UUID.randomUUID().toString(), "x", "", organisation.id(), Set.of(role));
        if (Identities.rolesOf(kind).contains(role)) {
          assertThat(identities.enrol(Actor.system(), enrolment)).isNotNull();
        } else {
          assertThatThrownBy(() -> identities.enrol(Actor.system(), enrolment))
              .isInstanceOf(Refused.class)
              .hasMessageContaining("ROLE_UNFIT");
        }
      }
    }
  }

  @Test
  @Clause("M16")
  void registers_are_taken_in_whole_or_not_at_all() {
    Registration good = People.registration(OrganisationKind.ENTERPRISE, YUECHENG);
    Registration twice = good;
    Registration nowhere = People.registration(OrganisationKind.ENTREPRENEUR, null);
    Registration strange = People.registration(OrganisationKind.ENTERPRISE, "110000");
    assertThatThrownBy(
            () -> identities.registerAll(Actor.system(), List.of(good, twice, nowhere, strange)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("CODE_TAKEN")
        .hasMessageContaining("DISTRICT_MISSING")
        .hasMessageContaining("DISTRICT_UNKNOWN");
    assertThat(identities.byUnifiedCode(String.valueOf(good.unifiedCode()))).isEmpty();
    Organisation registered = identities.register(Actor.system(), good);
    String lower = String.valueOf(good.unifiedCode()).toLowerCase(java.util.Locale.ROOT);
    assertThat(identities.byUnifiedCode(lower)).contains(registered);
  }

  @Test
  @Clause("M13")
  void nobody_but_the_platform_registers_or_gives_roles() {
    Actor head = people.head(YUECHENG);
    Registration one = People.registration(OrganisationKind.ENTERPRISE, YUECHENG);
    Enrolment enrolment =
        new Enrolment("s", "x", "", head.organisationId(), Set.of(Role.DISTRICT_HANDLER));
    assertThatThrownBy(() -> identities.register(head, one)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> identities.enrol(head, enrolment)).isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                identities.removeRole(
                    head, head.personId(), head.organisationId(), Role.DISTRICT_HEAD))
        .isInstanceOf(Refused.class);
  }
}
