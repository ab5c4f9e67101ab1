package io.quantong.publicnotice.web;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import io.quantong.publicnotice.Notice;
import io.quantong.publicnotice.Notices;
import io.quantong.publicnotice.Objection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notices for programs; what is public here is public on the pages (M4, M14). */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "notices")
class NoticeApi {

  private static final int MOST = 100;

  private final Notices notices;

  NoticeApi(Notices notices) {
    this.notices = notices;
  }

  @GetMapping
  @Allow(everyone = true)
  @Operation(summary = "Published notices, newest first; page counts from zero")
  Listing list(
      NoticePages.Find find,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    Notices.Page found =
        notices.list(find.search(), Math.max(0, page) + 1, Math.clamp(size, 1, MOST));
    return new Listing(found.notices().stream().map(Published::of).toList(), found.total());
  }

  @GetMapping("/{id}")
  @Allow(everyone = true)
  @Operation(summary = "A published notice")
  Published notice(@PathVariable UUID id) {
    return Published.of(notices.notice(id));
  }

  @GetMapping("/objections")
  @Allow({
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.CITY_SCIENCE,
    Role.AUDITOR
  })
  @Operation(summary = "Objections the bureau may see, open ones first; without name and contact")
  List<Filed> objections(Actor actor) {
    return notices.objections(actor).stream().map(Filed::of).toList();
  }

  /** A page of notices. */
  record Listing(List<Published> rows, int total) {}

  /** A notice, masked. */
  record Published(
      UUID id,
      String number,
      String claimNumber,
      String district,
      String providerName,
      String beneficiaryName,
      String service,
      Money total,
      Money amount,
      LocalDate publishedOn,
      LocalDate lastDay,
      boolean provisional,
      Notice.State state) {

    static Published of(Notice notice) {
      return new Published(
          notice.id(),
          notice.number(),
          notice.claimNumber(),
          notice.district(),
          notice.providerName(),
          notice.beneficiaryName(),
          notice.service(),
          notice.total(),
          notice.amount(),
          notice.publishedOn(),
          notice.lastDay(),
          notice.provisional(),
          notice.state());
    }
  }

  /** An objection without the objector. */
  record Filed(
      UUID id,
      String number,
      UUID noticeId,
      String district,
      Objection.State state,
      Instant filedAt,
      LocalDate answerBy) {

    static Filed of(Objection objection) {
      return new Filed(
          objection.id(),
          objection.number(),
          objection.noticeId(),
          objection.district(),
          objection.state(),
          objection.filedAt(),
          objection.answerBy());
    }
  }
}
