package io.quantong.provider;

import static io.quantong.provider.ProviderState.ADMITTED;
import static io.quantong.provider.ProviderState.APPLIED;
import static io.quantong.provider.ProviderState.AWAITING_PAPERS;
import static io.quantong.provider.ProviderState.LEFT;
import static io.quantong.provider.ProviderState.REFUSED;
import static io.quantong.provider.ProviderState.REVOKED;
import static io.quantong.provider.ProviderState.SUSPENDED;
import static io.quantong.provider.ProviderState.UNDER_REVIEW;

import io.quantong.kernel.Lifecycle;

/** The life of a library entry (product section 5; M6, M8). */
final class EntryLifecycle {

  /** What happens to an entry; the last two leave its state as it is. */
  enum Event {
    APPLY,
    ADMIT_EXEMPT,
    RECEIVE,
    ASK_PAPERS,
    SUPPLY_PAPERS,
    ADMIT,
    REFUSE,
    SUSPEND,
    CERTIFICATE_EXPIRED,
    RESUME,
    REVOKE,
    LEAVE,
    CHANGE_ACCOUNT,
    ADD_CERTIFICATE
  }

  static final Lifecycle<ProviderState, Event> TABLE =
      Lifecycle.of("provider", ProviderState.class, Event.class)
          .step(APPLIED, Event.ADMIT_EXEMPT, ADMITTED)
          .step(APPLIED, Event.RECEIVE, UNDER_REVIEW)
          .step(UNDER_REVIEW, Event.ASK_PAPERS, AWAITING_PAPERS)
          .step(UNDER_REVIEW, Event.ADMIT, ADMITTED)
          .step(UNDER_REVIEW, Event.REFUSE, REFUSED)
          .step(AWAITING_PAPERS, Event.SUPPLY_PAPERS, UNDER_REVIEW)
          .step(AWAITING_PAPERS, Event.REFUSE, REFUSED)
          .step(ADMITTED, Event.SUSPEND, SUSPENDED)
          .step(ADMITTED, Event.CERTIFICATE_EXPIRED, SUSPENDED)
          .step(ADMITTED, Event.REVOKE, REVOKED)
          .step(ADMITTED, Event.LEAVE, LEFT)
          .step(ADMITTED, Event.CHANGE_ACCOUNT, ADMITTED)
          .step(ADMITTED, Event.ADD_CERTIFICATE, ADMITTED)
          .step(SUSPENDED, Event.RESUME, ADMITTED)
          .step(SUSPENDED, Event.REVOKE, REVOKED)
          .step(SUSPENDED, Event.LEAVE, LEFT)
          .step(SUSPENDED, Event.CHANGE_ACCOUNT, SUSPENDED)
          .step(SUSPENDED, Event.ADD_CERTIFICATE, SUSPENDED)
          .build();

  private EntryLifecycle() {}
}
