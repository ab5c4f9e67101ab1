package io.quantong.portal;

import java.time.LocalDate;

/** The day of a platform whose day can be moved; the demo implements it, every page shows it. */
public interface PlatformDay {

  /** The platform's day at Shanghai. */
  LocalDate today();

  /** The page on which it is moved. */
  String href();
}
