package io.quantong.catalogue;

import io.quantong.kernel.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine whose time can be booked.
 *
 * @param id identifier
 * @param providerId library entry of the owner
 * @param ownerId organisation of the owner
 * @param providerName for display
 * @param sheet what it is
 * @param rules when it can be booked
 */
public record Instrument(
    UUID id, UUID providerId, UUID ownerId, String providerName, Sheet sheet, BookingRules rules) {

  /**
   * What an instrument is.
   *
   * @param name Chinese name
   * @param nameEn English name
   * @param model of the maker
   * @param maker who made it
   * @param value purchase price
   * @param category code of a {@link Category}
   * @param location building and room
   * @param specs main technical data
   * @param photo a picture; null for none
   */
  public record Sheet(
      String name,
      String nameEn,
      String model,
      String maker,
      Money value,
      String category,
      String location,
      String specs,
      @Nullable UUID photo) {}

  /**
   * When an instrument can be booked; local time of the city.
   *
   * @param hours weekly opening; at most one stretch may cover an instant
   * @param slotMinutes length of one slot, 15 to 1,440 minutes; slots begin at the opening
   * @param leadHours a slot is bookable until so many hours before it begins, 0 to 720
   * @param horizonDays a slot is bookable from so many days before its day, 1 to 365
   * @param closedDays days on which it is closed whatever the week says
   */
  public record BookingRules(
      List<Hours> hours,
      int slotMinutes,
      int leadHours,
      int horizonDays,
      Set<LocalDate> closedDays) {

    public BookingRules {
      hours = List.copyOf(hours);
      closedDays = Set.copyOf(closedDays);
    }

    /** Nothing can be booked: the instrument serves sample tests only. */
    public static BookingRules closed() {
      return new BookingRules(List.of(), 60, 24, 60, Set.of());
    }
  }

  /**
   * Opening on one weekday.
   *
   * @param day weekday
   * @param from opening
   * @param until closing, after {@code from}
   */
  public record Hours(DayOfWeek day, LocalTime from, LocalTime until) {}
}
