package io.quantong.voucher.web;

import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Money;
import io.quantong.voucher.Vouchers.LotDetail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot with what happened to it.
 *
 * @param lot as it stands
 * @param ownerName registered name of the owner
 * @param purpose what it was asked for
 * @param uses what orders took
 * @param history every step, oldest first; offices are named, persons are not
 */
record LotDetailJson(
    LotJson lot, String ownerName, String purpose, List<Use> uses, List<Step> history) {

  /**
   * What an order took.
   *
   * @param orderId the order
   * @param orderNumber its readable number
   * @param amount taken
   * @param held still set aside
   * @param used captured and kept
   * @param heldAt when
   */
  record Use(
      UUID orderId, String orderNumber, Money amount, Money held, Money used, Instant heldAt) {}

  /**
   * A step.
   *
   * @param event what happened
   * @param from state before
   * @param to state after
   * @param at when
   * @param by office or organisation
   * @param reason why
   * @param facts figures
   */
  record Step(
      String event,
      @Nullable String from,
      String to,
      Instant at,
      String by,
      @Nullable String reason,
      Map<String, String> facts) {

    static Step of(DomainEvent event) {
      return new Step(
          event.event(),
          event.from(),
          event.to(),
          event.at(),
          event.actor().organisationName(),
          event.reason(),
          event.facts());
    }
  }

  static LotDetailJson of(LotDetail detail) {
    return new LotDetailJson(
        LotJson.of(detail.lot()),
        detail.ownerName(),
        detail.lot().purpose(),
        detail.holds().stream()
            .map(
                h ->
                    new Use(
                        h.orderId(), h.orderNumber(), h.amount(), h.open(), h.kept(), h.heldAt()))
            .toList(),
        detail.history().stream().map(Step::of).toList());
  }
}
