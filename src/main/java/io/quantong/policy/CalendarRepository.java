package io.quantong.policy;

import static io.quantong.policy.db.Tables.CALENDAR_YEAR;
import static io.quantong.policy.db.Tables.HOLIDAY;

import io.quantong.policy.DayTable.SpecialDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Rows of the calendar. */
@Repository
class CalendarRepository {

  private static final String WORK = "WORK";

  private final DSLContext dsl;

  CalendarRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  DayTable load() {
    Map<LocalDate, SpecialDay> special = new HashMap<>();
    dsl.selectFrom(HOLIDAY)
        .forEach(
            row ->
                special.put(
                    row.getDay(),
                    new SpecialDay(
                        row.getDay(), row.getKind().equals(WORK), row.getName(), row.getSource())));
    return new DayTable(special, years().keySet());
  }

  Map<Integer, String> years() {
    return new TreeMap<>(
        dsl.selectFrom(CALENDAR_YEAR).fetchMap(CALENDAR_YEAR.YEAR, CALENDAR_YEAR.SOURCE));
  }

  void insertYear(int year, String source, Instant at, String by) {
    dsl.insertInto(CALENDAR_YEAR)
        .set(CALENDAR_YEAR.YEAR, year)
        .set(CALENDAR_YEAR.SOURCE, source)
        .set(CALENDAR_YEAR.LOADED_AT, at)
        .set(CALENDAR_YEAR.LOADED_BY, by)
        .execute();
  }

  void insertDays(List<SpecialDay> days) {
    var insert = dsl.insertInto(HOLIDAY, HOLIDAY.DAY, HOLIDAY.KIND, HOLIDAY.NAME, HOLIDAY.SOURCE);
    for (SpecialDay day : days) {
      insert = insert.values(day.day(), day.work() ? WORK : "OFF", day.name(), day.source());
    }
    insert.execute();
  }
}
