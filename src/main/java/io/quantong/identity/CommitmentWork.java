package io.quantong.identity;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.kernel.WorkList;
import java.util.List;
import org.springframework.stereotype.Component;

/** An organisation that has not signed the credit commitment can neither apply nor serve (M15). */
@Component
class CommitmentWork implements WorkList {

  private final Identities identities;

  CommitmentWork(Identities identities) {
    this.identities = identities;
  }

  @Override
  public List<Item> waitingFor(Actor actor) {
    boolean missing =
        actor.is(Role.BENEFICIARY, Role.PROVIDER_MANAGER)
            && !identities.hasSignedCommitment(actor.organisationId());
    return missing
        ? List.of(new Item("identity.work.sign", List.of(), "/identity", null, 1))
        : List.of();
  }
}
