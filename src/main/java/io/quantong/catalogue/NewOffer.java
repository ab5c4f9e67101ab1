package io.quantong.catalogue;

import io.quantong.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A complete offer to be published at once.
 *
 * @param providerId library entry of the owner
 * @param sheet what is offered
 * @param unitPrice price of one unit
 * @param from first day of the price; not after today
 */
public record NewOffer(UUID providerId, OfferSheet sheet, Money unitPrice, LocalDate from) {}
