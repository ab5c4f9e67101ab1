package io.quantong.portal;

import static io.quantong.kernel.Role.AUDITOR;
import static io.quantong.kernel.Role.BENEFICIARY;
import static io.quantong.kernel.Role.CITY_FINANCE;
import static io.quantong.kernel.Role.CITY_SCIENCE;
import static io.quantong.kernel.Role.DISTRICT_HANDLER;
import static io.quantong.kernel.Role.DISTRICT_HEAD;
import static io.quantong.kernel.Role.DISTRICT_REVIEWER;
import static io.quantong.kernel.Role.FINANCE_APPROVER;
import static io.quantong.kernel.Role.FINANCE_CLERK;
import static io.quantong.kernel.Role.PROVIDER_FINANCE;
import static io.quantong.kernel.Role.PROVIDER_MANAGER;
import static io.quantong.kernel.Role.PROVIDER_TECHNICIAN;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import java.util.List;

/** The ways through the platform, by role; what is not one's task is not shown. */
final class Navigation {

  private static final Role[] BUREAU = {
    DISTRICT_HANDLER, DISTRICT_REVIEWER, DISTRICT_HEAD, CITY_SCIENCE, AUDITOR
  };
  private static final Role[] FINANCE = {FINANCE_CLERK, FINANCE_APPROVER, CITY_FINANCE, AUDITOR};

  private static final List<Item> PUBLIC =
      List.of(
          item("/catalogue", "catalogue"),
          item("/provider", "provider"),
          item("/publicnotice", "publicnotice"),
          item("/policy", "policy"));

  private static final List<Item> OWN =
      List.of(
          item("/voucher", "voucher", BENEFICIARY),
          item("/order", "order", BENEFICIARY),
          item("/order/desk", "desk", PROVIDER_MANAGER, PROVIDER_TECHNICIAN, PROVIDER_FINANCE),
          item("/booking/calendar", "calendar", PROVIDER_MANAGER, PROVIDER_TECHNICIAN),
          item("/catalogue/mine", "offers", PROVIDER_MANAGER, PROVIDER_TECHNICIAN),
          item("/claim/mine", "claims", PROVIDER_MANAGER, PROVIDER_FINANCE),
          item("/provider/mine", "entry", PROVIDER_MANAGER),
          item("/claim/review", "review", BUREAU),
          item("/provider/admission", "admission", BUREAU),
          item("/publicnotice/objections", "objections", BUREAU),
          item("/voucher/issued", "issued", BUREAU),
          item("/order/supervise", "supervise", BUREAU),
          item("/payout", "payout", FINANCE),
          item(
              "/budget",
              "budget",
              DISTRICT_HEAD,
              CITY_SCIENCE,
              FINANCE_CLERK,
              FINANCE_APPROVER,
              CITY_FINANCE,
              AUDITOR));

  private Navigation() {}

  /** What everybody may look up. */
  static List<Item> open() {
    return PUBLIC;
  }

  /** What belongs to the tasks of the actor, in the order of the money's way. */
  static List<Item> own(Actor actor) {
    return OWN.stream().filter(item -> actor.is(item.roles().toArray(Role[]::new))).toList();
  }

  private static Item item(String href, String name, Role... roles) {
    return new Item(href, "portal.nav." + name, List.of(roles));
  }

  /**
   * One way.
   *
   * @param href page
   * @param key message key of its name
   * @param roles whose task it is; empty for everybody
   */
  record Item(String href, String key, List<Role> roles) {}
}
