package io.quantong.provider;

/** Kinds of providers; the exempt ones enter without review (plan 三(二)2, M6). */
public enum ProviderKind {
  UNIVERSITY(true),
  RESEARCH_INSTITUTE(true),
  STATE_LABORATORY(true),
  PROVINCIAL_LABORATORY(true),
  ENGINEERING_CENTRE(true),
  PROVINCIAL_INNOVATION_CENTRE(true),
  NEW_RESEARCH_BODY(true),
  KEY_ENTERPRISE_INSTITUTE(true),
  TESTING_FIRM(false),
  CERTIFICATION_BODY(false),
  DESIGN_FIRM(false),
  OTHER_SERVICE(false);

  private final boolean exempt;

  ProviderKind(boolean exempt) {
    this.exempt = exempt;
  }

  /** True when the kind is admitted without review. */
  public boolean exempt() {
    return exempt;
  }
}
