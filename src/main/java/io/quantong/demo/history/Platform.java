package io.quantong.demo.history;

import io.quantong.booking.Bookings;
import io.quantong.budget.Budgets;
import io.quantong.catalogue.CatalogueDesk;
import io.quantong.catalogue.Instruments;
import io.quantong.claim.Claims;
import io.quantong.document.Documents;
import io.quantong.identity.Identities;
import io.quantong.operation.TimeMachine;
import io.quantong.order.Orders;
import io.quantong.payout.Payouts;
import io.quantong.policy.WorkingCalendar;
import io.quantong.provider.Admissions;
import io.quantong.provider.Providers;
import io.quantong.publicnotice.Notices;
import io.quantong.voucher.Vouchers;
import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The doors through which the demo's people act, the same that pages and programs use. */
@Component
@Profile("demo")
record Platform(
    Identities identities,
    Providers providers,
    Admissions admissions,
    CatalogueDesk catalogue,
    Instruments instruments,
    Bookings bookings,
    Budgets budgets,
    Vouchers vouchers,
    Orders orders,
    Claims claims,
    Notices notices,
    Payouts payouts,
    Documents documents,
    WorkingCalendar calendar,
    TimeMachine machine,
    Clock clock) {}
