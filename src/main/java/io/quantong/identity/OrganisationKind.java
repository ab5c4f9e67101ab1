package io.quantong.identity;

/** What an organisation is (product section 3). */
public enum OrganisationKind {
  /** 企业. */
  ENTERPRISE,
  /** 创业者: a person or team without a firm. */
  ENTREPRENEUR,
  /** 事业单位、高校、科研院所. */
  PUBLIC_INSTITUTION,
  /** 科技局 of a district or the city. */
  SCIENCE_BUREAU,
  /** 财政局 of a district or the city. */
  FINANCE_BUREAU,
  /** 审计局. */
  AUDIT_BUREAU
}
