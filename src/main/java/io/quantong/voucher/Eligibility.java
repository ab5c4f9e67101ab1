package io.quantong.voucher;

import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import java.util.List;

/**
 * What an organisation may get now, and every reason why not more.
 *
 * @param most the largest application that would be issued; zero when a rule forbids all
 * @param lines the rules one by one, met or not
 * @param policyVersion the policy applied
 */
public record Eligibility(Money most, List<Line> lines, long policyVersion) {

  public Eligibility {
    lines = List.copyOf(lines);
  }

  /**
   * A rule and whether it is met.
   *
   * @param reason which rule
   * @param clause of the plan
   * @param met true when it does not stand in the way
   * @param figures values for its sentence
   */
  public record Line(
      VoucherRefusal.Reason reason, String clause, boolean met, List<Object> figures) {

    public Line {
      figures = List.copyOf(figures);
    }

    /** Message key of the sentence. */
    public String key() {
      return met ? "voucher.rule." + reason.name() : refusal().code();
    }

    /** The reason it is when not met. */
    public VoucherRefusal refusal() {
      return new VoucherRefusal(reason, figures);
    }
  }

  /** Every rule not met; empty when nothing stands in the way. */
  public List<VoucherRefusal> reasons() {
    return lines.stream().filter(line -> !line.met()).map(Line::refusal).toList();
  }

  /** The rules in the form in which they are stored with an application. */
  public Trace trace() {
    Trace trace = Trace.of("voucher.trace.policy", policyVersion);
    for (Line line : lines) {
      trace = trace.and(line.key(), line.figures().toArray());
    }
    return trace;
  }
}
