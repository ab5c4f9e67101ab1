package io.quantong.claim;

import io.quantong.claim.db.tables.records.ClaimCaseRecord;
import io.quantong.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Between rows and values. */
final class ClaimMapping {

  private ClaimMapping() {}

  static Claim read(ClaimCaseRecord row) {
    return new Claim(
        row.getId(),
        row.getNumber(),
        ClaimState.valueOf(row.getState()),
        new Claim.Matter(
            row.getOrderId(),
            row.getOrderNumber(),
            row.getOfferId(),
            row.getService(),
            row.getCompletedOn()),
        new Claim.Parties(
            row.getProviderId(),
            row.getProviderOrganisationId(),
            row.getProviderName(),
            row.getBeneficiaryId(),
            row.getBeneficiaryName(),
            row.getBeneficiaryIsPerson()),
        new Claim.Sums(
            Money.ofFen(row.getPriceFen()),
            Money.ofFen(row.getClaimedFen()),
            money(row.getConfirmedFen())),
        new Claim.Place(row.getHandlingDistrict(), row.getFundingDistrict()),
        row.getPolicyVersion(),
        Signal.Level.valueOf(row.getRisk()),
        new Claim.Dates(
            row.getOpenedOn(),
            row.getReceivedOn(),
            row.getDecidedOn(),
            row.getPaidOn(),
            row.getDueOn(),
            row.getDueProvisional()),
        row.getPapersAsked(),
        new Claim.Hands(row.getSubmitter(), row.getReviewer(), row.getSecondReviewer()),
        proposal(row));
  }

  private static Claim.@Nullable Proposal proposal(ClaimCaseRecord row) {
    String outcome = row.getProposedOutcome();
    return outcome == null
        ? null
        : new Claim.Proposal(
            new Decision(
                Decision.Outcome.valueOf(outcome),
                money(row.getProposedFen()),
                row.getProposedReason()),
            row.getProposedByName());
  }

  private static @Nullable Money money(@Nullable Long fen) {
    return fen == null ? null : Money.ofFen(fen);
  }

  private static @Nullable Long fen(@Nullable Money money) {
    return money == null ? null : money.fen();
  }

  static void write(Claim claim, ClaimCaseRecord row) {
    row.setId(claim.id());
    row.setNumber(claim.number());
    row.setOrderId(claim.matter().orderId());
    row.setOrderNumber(claim.matter().orderNumber());
    row.setOfferId(claim.matter().offerId());
    row.setService(claim.matter().service());
    row.setCompletedOn(claim.matter().completedOn());
    row.setProviderId(claim.parties().providerId());
    row.setProviderOrganisationId(claim.parties().providerOrganisationId());
    row.setProviderName(claim.parties().providerName());
    row.setBeneficiaryId(claim.parties().beneficiaryId());
    row.setBeneficiaryName(claim.parties().beneficiaryName());
    row.setBeneficiaryIsPerson(claim.parties().beneficiaryIsPerson());
    row.setHandlingDistrict(claim.place().handling());
    row.setFundingDistrict(claim.place().funding());
    row.setPolicyVersion(claim.policyVersion());
    row.setOpenedOn(claim.dates().openedOn());
    writeChangeable(claim, row);
  }

  static void writeChangeable(Claim claim, ClaimCaseRecord row) {
    row.setState(claim.state().name());
    row.setPriceFen(claim.sums().price().fen());
    row.setClaimedFen(claim.sums().claimed().fen());
    row.setConfirmedFen(fen(claim.sums().confirmed()));
    row.setRisk(claim.risk().name());
    row.setReceivedOn(claim.dates().receivedOn());
    row.setDecidedOn(claim.dates().decidedOn());
    row.setPaidOn(claim.dates().paidOn());
    row.setDueOn(claim.dates().dueOn());
    row.setDueProvisional(claim.dates().provisional());
    row.setPapersAsked(claim.papersAsked());
    row.setSubmitter(claim.hands().submitter());
    row.setReviewer(claim.hands().reviewer());
    row.setSecondReviewer(claim.hands().secondReviewer());
    Claim.Proposal proposal = claim.proposal();
    row.setProposedOutcome(proposal == null ? null : proposal.decision().outcome().name());
    row.setProposedFen(proposal == null ? null : fen(proposal.decision().amount()));
    row.setProposedReason(proposal == null ? null : proposal.decision().reason());
    row.setProposedByName(proposal == null ? null : proposal.by());
  }
}
