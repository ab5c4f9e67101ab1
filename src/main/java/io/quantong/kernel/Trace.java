package io.quantong.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a result came about, line by line ("怎么算的"): rule, inputs, result. Stored with the document it
 * explains, in a form that outlives changes of the texts.
 *
 * @param lines in the order of the calculation
 */
public record Trace(List<Line> lines) {

  /** No explanation. */
  public static final Trace EMPTY = new Trace(List.of());

  private static final String FIELD = "\u001f";
  private static final String LINE = "\u001e";

  public Trace {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param key message key of the sentence
   * @param arguments values for the sentence, already in display form
   */
  public record Line(String key, List<String> arguments) {
    public Line {
      arguments = List.copyOf(arguments);
    }
  }

  /** A trace of one line. */
  public static Trace of(String key, Object... arguments) {
    return EMPTY.and(key, arguments);
  }

  /** This trace with one more line. */
  public Trace and(String key, Object... arguments) {
    List<String> shown = new ArrayList<>();
    for (Object argument : arguments) {
      shown.add(argument.toString());
    }
    List<Line> more = new ArrayList<>(lines);
    more.add(new Line(key, shown));
    return new Trace(more);
  }

  /** This trace followed by another. */
  public Trace and(Trace other) {
    List<Line> more = new ArrayList<>(lines);
    more.addAll(other.lines);
    return new Trace(more);
  }

  /** The stored form. */
  public String encode() {
    return lines.stream()
        .map(line -> line.key() + FIELD + String.join(FIELD, line.arguments()))
        .collect(Collectors.joining(LINE));
  }

  /** Reads the stored form back. */
  public static Trace decode(String stored) {
    if (stored.isEmpty()) {
      return EMPTY;
    }
    List<Line> lines = new ArrayList<>();
    for (String line : stored.split(LINE, -1)) {
      List<String> fields = List.of(line.split(FIELD, -1));
      List<String> arguments = fields.subList(1, fields.size());
      lines.add(new Line(fields.getFirst(), arguments.equals(List.of("")) ? List.of() : arguments));
    }
    return new Trace(lines);
  }
}
