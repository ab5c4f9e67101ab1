package io.quantong.policy;

import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** The dated parameters of the scheme (product section 7). */
@Service
public class Policies {

  /** The parameters in force in a district on a day, city default overlaid by the district's own. */
  public Policy at(String district, LocalDate day) {
    throw new IllegalStateException();
  }

  /** The parameters of a frozen version. */
  public Policy version(long version) {
    throw new IllegalStateException();
  }
}
