package io.quantong.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.Logins;
import io.quantong.booking.Bookings.NewBooking;
import io.quantong.booking.Bookings.Slot;
import io.quantong.catalogue.Market;
import io.quantong.catalogue.Market.Stall;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.RequestKey;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class BookingPagesTest {

  @Autowired MockMvc web;
  @Autowired Market market;
  @Autowired Bookings bookings;
  @Autowired BookingDesk desk;
  @Autowired Identities identities;

  private Stall stall;
  private Actor firm;
  private Slot slot;

  @BeforeEach
  void open() {
    stall = market.stall();
    firm = People.of(identities).firm(People.KEQIAO);
    slot = bookings.nextFree(stall.instrument().id(), 20).getLast();
  }

  @Test
  @Clause("M2")
  void free_time_leads_to_the_order_with_the_slot_chosen() throws Exception {
    String link = "/order/new?offer=" + stall.time().id() + "&amp;start=" + slot.start();
    web.perform(
            get("/booking/slots")
                .param("offer", stall.time().id().toString())
                .param("day", slot.start().toLocalDate().toString()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(link)));
  }

  @Test
  void an_offer_page_gets_the_next_free_slots_as_a_part() throws Exception {
    web.perform(
            get("/booking/slots")
                .param("offer", stall.time().id().toString())
                .header("HX-Request", "true"))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("<html"))))
        .andExpect(content().string(containsString("/order/new?offer=")));
  }

  @Test
  void an_offer_without_instrument_time_has_no_free_slots() throws Exception {
    web.perform(get("/booking/slots").param("offer", stall.service().id().toString()))
        .andExpect(status().isOk());
  }

  @Test
  void the_calendar_shows_who_comes_and_lets_time_be_closed_and_opened() throws Exception {
    book();
    Slot later = new Slot(slot.start().plusDays(1), slot.end().plusDays(1));
    String machine = stall.instrument().id().toString();
    String day = slot.start().toLocalDate().toString();
    web.perform(
            get("/booking/calendar")
                .param("instrument", machine)
                .param("day", day)
                .with(Logins.as(stall.technician())))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(firm.organisationName())));
    web.perform(
            post("/booking/calendar/close")
                .param("key", RequestKey.fresh().value())
                .param("instrument", machine)
                .param("start", later.start().toString())
                .param("end", later.end().toString())
                .param("reason", "年度校准")
                .with(Logins.as(stall.technician())))
        .andExpect(flash().attribute("done", "booking.done.close"));
    UUID closing =
        desk
            .reservations(stall.technician(), stall.instrument().id(), later.start().toLocalDate())
            .stream()
            .filter(Reservation::closing)
            .findFirst()
            .orElseThrow()
            .id();
    web.perform(post("/booking/" + closing + "/reopen").with(Logins.as(market.stall().manager())))
        .andExpect(status().isForbidden());
    web.perform(post("/booking/" + closing + "/reopen").with(Logins.as(stall.technician())))
        .andExpect(flash().attribute("done", "booking.done.reopen"));
  }

  @Test
  void strangers_do_not_reach_the_calendar() throws Exception {
    for (String page : List.of("/booking/calendar", "/booking/usage")) {
      web.perform(get(page).with(Logins.as(firm))).andExpect(status().isForbidden());
      web.perform(get(page).accept(MediaType.TEXT_HTML)).andExpect(status().is3xxRedirection());
      web.perform(get(page).with(Logins.as(stall.manager()))).andExpect(status().isOk());
    }
    web.perform(
            post("/booking/calendar/close")
                .param("key", RequestKey.fresh().value())
                .param("instrument", stall.instrument().id().toString())
                .param("start", slot.start().toString())
                .param("end", slot.end().toString())
                .param("reason", "x")
                .with(Logins.as(market.stall().manager())))
        .andExpect(status().isForbidden());
    web.perform(post("/booking/" + UUID.randomUUID() + "/missed").with(Logins.as(firm)))
        .andExpect(status().isForbidden());
  }

  @Test
  void the_same_is_read_by_json() throws Exception {
    book();
    web.perform(get("/api/v1/bookings").with(Logins.as(firm)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].state").value("REQUESTED"));
    web.perform(get("/api/v1/bookings").with(Logins.as(stall.technician())))
        .andExpect(jsonPath("$[0].organisationName").value(firm.organisationName()));
    String day = slot.start().toLocalDate().toString();
    web.perform(
            get("/api/v1/bookings/slots")
                .param("instrument", stall.instrument().id().toString())
                .param("from", day)
                .param("to", day))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("\"start\":\"" + slot.start() + ":00\""))));
    Actor official = People.of(identities).handler(People.YUECHENG);
    web.perform(get("/api/v1/bookings").with(Logins.as(official)))
        .andExpect(status().isForbidden());
    assertThat(desk.own(People.of(identities).firm(People.KEQIAO))).isEmpty();
  }

  private void book() {
    bookings.request(
        firm,
        new NewBooking(
            UUID.randomUUID(),
            stall.instrument().id(),
            firm.organisationId(),
            slot.start(),
            slot.end()));
  }
}
