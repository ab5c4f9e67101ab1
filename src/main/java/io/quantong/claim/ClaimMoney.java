package io.quantong.claim;

import io.quantong.claim.ClaimRepository.Part;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.payout.PaymentItem;
import io.quantong.payout.Payouts;
import io.quantong.provider.Provider;
import io.quantong.provider.Providers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The money of a claim by budget year, and what payout is told about it. */
@Component
class ClaimMoney {

  private final ClaimRepository claims;
  private final Payouts payouts;
  private final Providers providers;

  ClaimMoney(ClaimRepository claims, Payouts payouts, Providers providers) {
    this.claims = claims;
    this.payouts = payouts;
    this.providers = providers;
  }

  /** Writes down which budget year bears how much of a confirmed sum, oldest year first. */
  List<Part> confirm(Claim claim, Money amount) {
    List<Part> parts = spread(claims.parts(claim.id()), amount);
    claims.putParts(claim.id(), parts);
    return parts;
  }

  /** A sum over the parts, oldest year first. */
  static List<Part> spread(List<Part> parts, Money amount) {
    List<Part> spread = new ArrayList<>();
    Money left = amount;
    for (Part part : parts) {
      Money taken = left.min(part.claimed());
      spread.add(new Part(part.year(), part.claimed(), taken));
      left = left.minus(taken);
    }
    if (left.isPositive()) {
      throw new IllegalArgumentException("more is confirmed than claimed: " + left);
    }
    return spread;
  }

  /** A cut happens once: afterwards only what is confirmed is left in the books. */
  static List<Part> nothingToCut(List<Part> parts) {
    return parts.stream()
        .map(part -> new Part(part.year(), part.confirmed(), part.confirmed()))
        .toList();
  }

  /**
   * Owed becomes payable, the cut part returns to the budget.
   *
   * @param everybody who had a hand in the claim so far; none of them pays
   */
  void enter(Actor actor, Claim claim, List<Part> parts, Set<UUID> everybody) {
    Provider provider = providers.provider(claim.parties().providerId());
    Set<UUID> handledBy = new HashSet<>(claim.hands().all());
    payouts.ofClaim(claim.id()).map(PaymentItem::handledBy).ifPresent(handledBy::addAll);
    handledBy.addAll(everybody);
    handledBy.remove(Actor.NOBODY);
    payouts.enter(
        actor,
        new Payouts.PaymentRequest(
            settlement(claim, parts), claim.number(), payee(provider), handledBy));
  }

  private static Payouts.Payee payee(Provider provider) {
    Provider.BankAccount account = provider.account();
    return new Payouts.Payee(provider.id(), account.holder(), account.bank(), account.number());
  }

  /** Whatever is owed or payable for the claim returns to the budget. */
  void giveBack(Actor actor, Claim claim) {
    payouts.refuse(actor, settlement(claim, claims.parts(claim.id())));
  }

  /** What was payable is owed again, for a refund. */
  void takeBack(Claim claim) {
    payouts.withdraw(Actor.system(), settlement(claim, claims.parts(claim.id())));
  }

  private static Payouts.Settlement settlement(Claim claim, List<Part> parts) {
    return new Payouts.Settlement(
        claim.id(),
        claim.matter().orderId(),
        parts.stream()
            .map(
                part ->
                    new Payouts.Part(
                        claim.place().funding(), part.year(), part.claimed(), part.confirmed()))
            .toList());
  }

  /** The account of a provider changed: payments not yet approved go to the new one. */
  void redirect(Provider provider) {
    payouts.redirect(Actor.system(), payee(provider));
  }

  Payouts payouts() {
    return payouts;
  }
}
