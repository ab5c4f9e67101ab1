package io.quantong.kernel;

/** What a person does for the organisation they act for (plan section 四(一), M13). */
public enum Role {
  /** Applies for vouchers, orders, accepts and rates: 企业 or 创业者. */
  BENEFICIARY,
  /** Runs a provider: library entry, offers, orders. */
  PROVIDER_MANAGER,
  /** Runs instruments: calendar, check-in, usage log, delivery. */
  PROVIDER_TECHNICIAN,
  /** Files claims and watches the money of a provider. */
  PROVIDER_FINANCE,
  /** District science bureau 经办: first review of claims and admissions. */
  DISTRICT_HANDLER,
  /** District science bureau 复核: second review. */
  DISTRICT_REVIEWER,
  /** District science bureau head: decisions on objections, revocation. */
  DISTRICT_HEAD,
  /** District finance bureau: makes appropriations and payment batches. */
  FINANCE_CLERK,
  /** District finance bureau: approves payment batches. */
  FINANCE_APPROVER,
  /** City science bureau: policy, supervision, appeals. */
  CITY_SCIENCE,
  /** City finance bureau: coordination and monitoring of funds. */
  CITY_FINANCE,
  /** Reads everything, changes nothing. */
  AUDITOR,
  /** The platform itself: jobs and time limits. Never a person. */
  SYSTEM
}
