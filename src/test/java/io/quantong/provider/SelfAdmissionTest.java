package io.quantong.provider;

import static io.quantong.identity.People.YUECHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.document.Documents;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person in two organisations is still one person (M13). */
@IntegrationTest
@Clause("M6")
class SelfAdmissionTest {

  @Autowired Identities identities;
  @Autowired Documents documents;
  @Autowired Providers providers;
  @Autowired Admissions admissions;
  @Autowired Clock clock;

  @Test
  void nobody_admits_the_organisation_it_acts_for() {
    People people = People.of(identities);
    Actor manager = people.servingFirm(YUECHENG);
    Actor handler = people.handler(YUECHENG);
    UUID id =
        providers
            .apply(manager, new Applicants(documents, LocalDate.now(clock)).reviewed(manager))
            .id();
    Actor asHandler =
        new Actor(
            manager.personId(),
            manager.personName(),
            handler.organisationId(),
            handler.organisationName(),
            handler.district(),
            handler.roles());
    assertThatThrownBy(() -> admissions.admit(asHandler, id))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("SAME_PERSON");
    assertThat(providers.provider(id).state()).isEqualTo(ProviderState.UNDER_REVIEW);
  }
}
