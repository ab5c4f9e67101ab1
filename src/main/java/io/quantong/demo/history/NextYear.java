package io.quantong.demo.history;

import io.quantong.demo.city.DemoCity;
import io.quantong.kernel.Actor;
import io.quantong.policy.WorkingCalendar;
import java.util.List;
import java.util.Map;

/**
 * Lets the city's bureau load years that are not announced yet with days off made up for the demo,
 * so that a visitor may move the clock over the turn of the year. The source says what they are.
 */
final class NextYear {

  private static final String SOURCE = "演示用示例，非国务院办公厅公告";

  /** Days off of a year whose moon festivals are known beforehand. */
  private static final Map<Integer, List<String>> KNOWN =
      Map.of(
          2027,
          List.of(
              "2027-01-01,OFF,元旦",
              "2027-02-08,OFF,春节",
              "2027-02-09,OFF,春节",
              "2027-02-10,OFF,春节",
              "2027-02-11,OFF,春节",
              "2027-02-12,OFF,春节",
              "2027-04-05,OFF,清明节",
              "2027-05-03,OFF,劳动节",
              "2027-05-04,OFF,劳动节",
              "2027-05-05,OFF,劳动节",
              "2027-06-09,OFF,端午节",
              "2027-09-15,OFF,中秋节",
              "2027-10-01,OFF,国庆节",
              "2027-10-04,OFF,国庆节",
              "2027-10-05,OFF,国庆节",
              "2027-10-06,OFF,国庆节",
              "2027-10-07,OFF,国庆节"));

  private final WorkingCalendar calendar;
  private final Cast cast;

  NextYear(Platform platform, Cast cast) {
    this.calendar = platform.calendar();
    this.cast = cast;
  }

  /** Makes up every year from one to another that is not loaded. */
  void make(int from, int until) {
    Actor city = cast.official(DemoCity.CITY, "kj.officer");
    for (int year = from; year <= until; year++) {
      if (!calendar.loadedYears().containsKey(year)) {
        calendar.load(city, year, SOURCE, KNOWN.getOrDefault(year, everyYear(year)));
      }
    }
  }

  private static List<String> everyYear(int year) {
    return List.of(
        year + "-01-01,OFF,元旦",
        year + "-05-01,OFF,劳动节",
        year + "-10-01,OFF,国庆节",
        year + "-10-02,OFF,国庆节",
        year + "-10-03,OFF,国庆节");
  }
}
