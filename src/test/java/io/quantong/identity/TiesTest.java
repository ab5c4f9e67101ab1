package io.quantong.identity;

import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import io.quantong.kernel.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who counts as related (M15). */
@IntegrationTest
@Clause("M15")
class TiesTest {

  @Autowired Identities identities;

  private People people;
  private Actor firm;
  private Organisation own;

  @BeforeEach
  void prepare() {
    people = People.of(identities);
    firm = people.firm(YUECHENG);
    own = identities.organisation(firm.organisationId());
  }

  @Test
  void strangers_are_not_related() {
    assertThat(ties(like("x1", "y1", "z1"))).isEmpty();
  }

  @Test
  void one_is_related_to_itself() {
    assertThat(ties(own.id())).containsExactly("identity.tie.SAME_ORGANISATION");
  }

  @Test
  void every_reason_is_named_and_signs_between_words_do_not_hide_it() {
    UUID other =
        like(
            " " + own.legalRepresentative(),
            own.phone().charAt(0) + "-" + own.phone().substring(1),
            own.address() + "。");
    assertThat(ties(other))
        .containsExactly(
            "identity.tie.SAME_LEGAL_REPRESENTATIVE",
            "identity.tie.SAME_PHONE",
            "identity.tie.SAME_ADDRESS");
    assertThat(identities.ties(other, own.id())).hasSize(3);
  }

  @Test
  void nothing_is_never_the_same_as_nothing() {
    UUID one = like("", "", "");
    UUID other = like("", "", "");
    assertThat(identities.ties(one, other)).isEmpty();
  }

  @Test
  void somebody_who_acts_for_both_ties_them_as_long_as_he_does() {
    UUID other = like("x2", "y2", "z2");
    Person person = identities.members(own.id()).getFirst().person();
    identities.enrol(
        Actor.system(),
        new Enrolment(person.subject(), "x", "", other, Set.of(Role.PROVIDER_FINANCE)));
    assertThat(ties(other)).containsExactly("identity.tie.SAME_PERSON");
    identities.removeRole(Actor.system(), person.id(), other, Role.PROVIDER_FINANCE);
    assertThat(ties(other)).isEmpty();
  }

  @Test
  void a_declared_tie_holds_both_ways() {
    UUID other = like("x3", "y3", "z3");
    identities.declareTie(firm, own.id(), other);
    identities.declareTie(firm, other, own.id());
    assertThat(ties(other)).containsExactly("identity.tie.DECLARED");
    assertThat(identities.ties(other, own.id())).containsExactly("identity.tie.DECLARED");
  }

  @Test
  void a_stranger_declares_nothing_about_others() {
    UUID other = like("x4", "y4", "z4");
    Actor stranger = people.firm(YUECHENG);
    assertThatThrownBy(() -> identities.declareTie(stranger, own.id(), other))
        .isInstanceOf(Refused.class);
  }

  private java.util.List<String> ties(UUID other) {
    return identities.ties(own.id(), other);
  }

  private UUID like(String legalRepresentative, String phone, String address) {
    Registration any = People.registration(OrganisationKind.ENTERPRISE, YUECHENG);
    return identities
        .register(
            Actor.system(),
            new Registration(
                any.kind(),
                any.name(),
                any.nameEn(),
                any.unifiedCode(),
                any.district(),
                any.profile(),
                legalRepresentative,
                phone,
                address))
        .id();
  }
}
