package io.quantong.policy;

import io.quantong.policy.DayTable.SpecialDay;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the days of an announced calendar as they are typed or pasted. */
final class CalendarLines {

  private CalendarLines() {}

  static List<SpecialDay> read(
      int year, String source, List<String> lines, List<PolicyRefusal> faults) {
    List<SpecialDay> days = new ArrayList<>();
    Set<LocalDate> seen = new HashSet<>();
    boolean faulty = false;
    for (String line : lines) {
      if (!line.isBlank()) {
        String[] fields = line.strip().split("[,，]", 3);
        SpecialDay day = fields.length == 3 ? day(fields, source) : null;
        faulty |= day == null || day.day().getYear() != year || !seen.add(day.day());
        if (day != null) {
          days.add(day);
        }
      }
    }
    if (faulty || days.isEmpty()) {
      faults.add(PolicyRefusal.CALENDAR_LINES);
    }
    return days;
  }

  private static @Nullable SpecialDay day(String[] fields, String source) {
    boolean work = fields[1].strip().equals("WORK");
    if (!work && !fields[1].strip().equals("OFF") || fields[2].isBlank()) {
      return null;
    }
    try {
      return new SpecialDay(LocalDate.parse(fields[0].strip()), work, fields[2].strip(), source);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}
