package io.quantong.publicnotice;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Public notices of claims and the objections to them (M4). The only way anything is published. */
@Service
public class Notices {

  /** Publishes an immutable, masked notice today; runs the policy's calendar days (product 6). */
  public Notice publish(Actor actor, Draft draft) {
    throw new IllegalStateException();
  }

  /** The latest notice on a claim. */
  public Optional<Notice> latest(UUID claimId) {
    throw new IllegalStateException();
  }

  /** True while an objection to the claim waits for its decision. */
  public boolean hasOpenObjection(UUID claimId) {
    throw new IllegalStateException();
  }

  /**
   * What is to be published.
   *
   * @param claimId the claim
   * @param claimNumber its readable number
   * @param district handling district
   * @param providerName provider organisation
   * @param beneficiaryName beneficiary organisation; a person's name is masked by the publisher
   * @param beneficiaryIsPerson true for an entrepreneur
   * @param service name of the service
   * @param total full price
   * @param amount confirmed voucher amount
   * @param policyVersion frozen on the claim
   */
  public record Draft(
      UUID claimId,
      String claimNumber,
      String district,
      String providerName,
      String beneficiaryName,
      boolean beneficiaryIsPerson,
      String service,
      Money total,
      Money amount,
      long policyVersion) {}
}
