package io.quantong.demo.city;

/** How large a demo city is. */
public enum Scale {
  /** For tests. */
  SMALL(6, 40, 24, 6, 2),
  /** For demonstrations. */
  FULL(40, 500, 640, 160, 6);

  private final int providers;
  private final int offers;
  private final int enterprises;
  private final int entrepreneurs;
  private final int ties;

  Scale(int providers, int offers, int enterprises, int entrepreneurs, int ties) {
    this.providers = providers;
    this.offers = offers;
    this.enterprises = enterprises;
    this.entrepreneurs = entrepreneurs;
    this.ties = ties;
  }

  /** Number of providers. */
  public int providers() {
    return providers;
  }

  /** Number of offers. */
  public int offers() {
    return offers;
  }

  /** Number of firms, sole traders included. */
  public int enterprises() {
    return enterprises;
  }

  /** Number of entrepreneurs without a firm. */
  public int entrepreneurs() {
    return entrepreneurs;
  }

  /** Number of firms related to a provider. */
  public int ties() {
    return ties;
  }
}
