package io.quantong.order;

import io.quantong.catalogue.Offer;
import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import io.quantong.order.db.tables.records.ServiceOrderRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Between rows and values of an order. */
final class OrderMapping {

  private OrderMapping() {}

  static OrderFacts read(ServiceOrderRecord row, List<UUID> reports) {
    Order order =
        new Order(
            row.getId(),
            row.getNumber(),
            OrderState.valueOf(row.getState()),
            row.getBeneficiaryId(),
            row.getBeneficiaryName(),
            row.getProviderId(),
            row.getProviderName(),
            row.getOfferId(),
            row.getService(),
            new Order.PriceSplit(
                Money.ofFen(row.getPriceFen()),
                Money.ofFen(row.getVoucherFen()),
                Money.ofFen(row.getOwnFen()),
                Money.ofFen(row.getRefundedFen())),
            row.getPolicyVersion(),
            row.getPlacedAt(),
            row.getDueOn(),
            row.getCompletedOn(),
            reports);
    return new OrderFacts(
        order,
        parties(row),
        subject(row),
        new OrderFacts.Settlement(
            Money.ofFen(row.getRefundedVoucherFen()),
            row.getOwnPaidAt(),
            row.getOwnPaidReference(),
            row.getOwnReceivedAt()),
        Trace.decode(row.getTrace()));
  }

  private static OrderFacts.Parties parties(ServiceOrderRecord row) {
    return new OrderFacts.Parties(
        row.getProviderOrganisationId(),
        row.getBeneficiaryDistrict(),
        row.getProviderDistrict(),
        row.getAdmittingDistrict(),
        row.getProviderPlace(),
        row.getPlacedBy());
  }

  private static OrderFacts.Subject subject(ServiceOrderRecord row) {
    return new OrderFacts.Subject(
        row.getServiceEn(),
        Offer.Mode.valueOf(row.getMode()),
        Offer.Basis.valueOf(row.getBasis()),
        Money.ofFen(row.getUnitPriceFen()),
        row.getQuantity(),
        row.getSlotStart(),
        row.getSlotEnd(),
        row.getContent(),
        row.getProcess(),
        row.getSample(),
        row.getPurpose());
  }

  static ServiceOrderRecord write(OrderFacts facts, LocalDate placedOn) {
    Order order = facts.order();
    OrderFacts.Parties parties = facts.parties();
    OrderFacts.Subject subject = facts.subject();
    ServiceOrderRecord row = new ServiceOrderRecord();
    row.setId(order.id());
    row.setNumber(order.number());
    row.setState(order.state().name());
    row.setBeneficiaryId(order.beneficiaryId());
    row.setBeneficiaryName(order.beneficiaryName());
    row.setBeneficiaryDistrict(parties.beneficiaryDistrict());
    row.setProviderId(order.providerId());
    row.setProviderOrganisationId(parties.providerOrganisationId());
    row.setProviderName(order.providerName());
    row.setProviderDistrict(parties.providerDistrict());
    row.setAdmittingDistrict(parties.admittingDistrict());
    row.setProviderPlace(parties.providerPlace());
    row.setOfferId(order.offerId());
    row.setService(order.service());
    row.setServiceEn(subject.serviceEn());
    row.setMode(subject.mode().name());
    row.setBasis(subject.basis().name());
    row.setUnitPriceFen(subject.unitPrice().fen());
    row.setQuantity(subject.quantity());
    row.setSlotStart(subject.start());
    row.setSlotEnd(subject.end());
    row.setContent(subject.content());
    row.setProcess(subject.process());
    row.setSample(subject.sample());
    row.setPurpose(subject.purpose());
    row.setPriceFen(order.price().total().fen());
    row.setVoucherFen(order.price().voucher().fen());
    row.setOwnFen(order.price().own().fen());
    row.setPolicyVersion(order.policyVersion());
    row.setTrace(facts.trace().encode());
    row.setPlacedBy(parties.placedBy());
    row.setPlacedAt(order.placedAt());
    row.setPlacedOn(placedOn);
    row.setDueOn(order.dueOn());
    return row;
  }
}
