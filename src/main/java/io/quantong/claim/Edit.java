package io.quantong.claim;

import io.quantong.kernel.Money;
import io.quantong.policy.Deadline;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim being changed; what is not named stays. */
final class Edit {

  private final Claim was;
  private Claim.Sums sums;
  private Claim.Dates dates;
  private Claim.Hands hands;
  private Claim.@Nullable Proposal proposal;
  private Signal.Level risk;
  private int papersAsked;

  private Edit(Claim was) {
    this.was = was;
    this.sums = was.sums();
    this.dates = was.dates();
    this.hands = was.hands();
    this.proposal = was.proposal();
    this.risk = was.risk();
    this.papersAsked = was.papersAsked();
  }

  static Edit of(Claim claim) {
    return new Edit(claim);
  }

  Edit sums(Money price, Money claimed) {
    sums = new Claim.Sums(price, claimed, sums.confirmed());
    return this;
  }

  Edit confirmed(Money amount) {
    sums = new Claim.Sums(sums.price(), sums.claimed(), amount);
    return this;
  }

  Edit received(LocalDate day, UUID submitter) {
    dates = new Claim.Dates(dates.openedOn(), day, null, null, dates.dueOn(), dates.provisional());
    hands = new Claim.Hands(submitter, null, null);
    return this;
  }

  Edit decided(LocalDate day) {
    dates =
        new Claim.Dates(
            dates.openedOn(), dates.receivedOn(), day, null, dates.dueOn(), dates.provisional());
    return this;
  }

  Edit paid(LocalDate day) {
    dates =
        new Claim.Dates(dates.openedOn(), dates.receivedOn(), dates.decidedOn(), day, null, false);
    return this;
  }

  Edit due(Deadline deadline) {
    return due(deadline.day(), deadline.provisional());
  }

  Edit noDue() {
    return due(null, false);
  }

  private Edit due(@Nullable LocalDate day, boolean provisional) {
    dates =
        new Claim.Dates(
            dates.openedOn(),
            dates.receivedOn(),
            dates.decidedOn(),
            dates.paidOn(),
            day,
            provisional);
    return this;
  }

  Edit reviewedBy(@Nullable UUID person) {
    hands = new Claim.Hands(hands.submitter(), person, null);
    return this;
  }

  Edit secondedBy(UUID person) {
    hands = new Claim.Hands(hands.submitter(), hands.reviewer(), person);
    return this;
  }

  Edit proposal(Claim.@Nullable Proposal waiting) {
    proposal = waiting;
    return this;
  }

  Edit risk(Signal.Level level) {
    risk = level;
    return this;
  }

  Edit askedAgain() {
    papersAsked = papersAsked + 1;
    return this;
  }

  Claim to(ClaimState state) {
    return new Claim(
        was.id(),
        was.number(),
        state,
        was.matter(),
        was.parties(),
        sums,
        was.place(),
        was.policyVersion(),
        risk,
        dates,
        papersAsked,
        hands,
        proposal);
  }
}
