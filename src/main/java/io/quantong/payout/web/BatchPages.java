package io.quantong.payout.web;

import io.quantong.identity.District;
import io.quantong.identity.Identities;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Refused;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import io.quantong.payout.PaymentBatch;
import io.quantong.payout.PayoutRefusal;
import io.quantong.payout.PayoutRefusal.Reason;
import io.quantong.payout.Payouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A batch: its list for the bank, and the bank's answer (M4). */
@Controller
@RequestMapping("/payout/batch/{id}")
class BatchPages {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Payouts payouts;
  private final Identities identities;
  private final MessageSource texts;
  private final boolean demo;

  BatchPages(Payouts payouts, Identities identities, MessageSource texts, Environment environment) {
    this.payouts = payouts;
    this.identities = identities;
    this.texts = texts;
    this.demo = environment.acceptsProfiles(Profiles.of("demo", "test"));
  }

  @GetMapping
  @Allow({Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.CITY_FINANCE, Role.AUDITOR})
  String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
    Payouts.BatchView view = payouts.batch(actor, id);
    model.addAttribute("view", view);
    model.addAttribute("batch", view.batch());
    model.addAttribute("acts", Acts.of(actor, view.batch(), demo));
    model.addAttribute("places", District.names(identities.districts(), locale));
    return "payout/batch";
  }

  @GetMapping("/list")
  @Allow({Role.FINANCE_CLERK, Role.FINANCE_APPROVER})
  ResponseEntity<byte[]> list(Actor actor, @PathVariable UUID id, Locale locale) {
    List<String> columns =
        Stream.of("line", "id", "holder", "account", "bank", "amount", "text")
            .map(name -> texts.getMessage("payout.list." + name, null, locale))
            .toList();
    PaymentBatch batch = payouts.batch(actor, id).batch();
    return file(batch.number() + ".csv", payouts.paymentList(actor, id, columns));
  }

  @PostMapping("/result")
  @Allow(Role.FINANCE_CLERK)
  String upload(
      Actor actor, @PathVariable UUID id, @RequestParam(required = false) MultipartFile file)
      throws IOException {
    if (file == null || file.isEmpty()) {
      throw new Refused(new PayoutRefusal(Reason.BAD_FILE, List.of()));
    }
    String name = file.getOriginalFilename();
    UUID kept = payouts.keepResult(actor, id, name == null ? "" : name, file.getBytes());
    return toResult(id, kept);
  }

  /** What the bank would answer; only where the city is invented. */
  @PostMapping("/sample")
  @Allow(Role.FINANCE_CLERK)
  String sample(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean firstFails) {
    if (!demo) {
      throw new Refused(new PayoutRefusal(Reason.UNKNOWN, List.of()));
    }
    byte[] file = payouts.sampleResult(actor, id, firstFails).getBytes(StandardCharsets.UTF_8);
    return toResult(id, payouts.keepResult(actor, id, "bank-sample.csv", file));
  }

  @GetMapping("/result/{file}")
  @Allow(Role.FINANCE_CLERK)
  String preview(Actor actor, @PathVariable UUID id, @PathVariable UUID file, Model model) {
    model.addAttribute("result", payouts.result(actor, id, file));
    model.addAttribute("batch", payouts.batch(actor, id).batch());
    return "payout/result";
  }

  @PostMapping("/result/{file}")
  @Allow(Role.FINANCE_CLERK)
  String commit(
      Actor actor,
      @PathVariable UUID id,
      @PathVariable UUID file,
      @RequestParam String key,
      RedirectAttributes redirect) {
    payouts.commitResult(actor, RequestKey.of(key), id, file);
    redirect.addFlashAttribute("done", "payout.done.recorded");
    return "redirect:/payout/batch/" + id;
  }

  private static String toResult(UUID batch, UUID file) {
    return "redirect:/payout/batch/" + batch + "/result/" + file;
  }

  private static ResponseEntity<byte[]> file(String name, String content) {
    String how =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
    return ResponseEntity.ok()
        .contentType(CSV)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, how)
        .body(content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What the reader may do with the batch now, so that the page offers nothing else.
   *
   * @param submit hand over for approval
   * @param approve approve or give back
   * @param send send to the bank
   * @param cancel dissolve
   * @param list fetch the list
   * @param record upload the bank's answer
   * @param sample make an answer as the bank would
   * @param own the reader made the batch, so another person approves
   */
  record Acts(
      boolean submit,
      boolean approve,
      boolean send,
      boolean cancel,
      boolean list,
      boolean record,
      boolean sample,
      boolean own) {

    static Acts of(Actor actor, PaymentBatch batch, boolean demo) {
      boolean here = batch.district().equals(actor.district());
      boolean clerk = here && actor.is(Role.FINANCE_CLERK);
      boolean approver = here && actor.is(Role.FINANCE_APPROVER);
      boolean own = actor.personId().equals(batch.makerId());
      boolean records = clerk && batch.state() == PaymentBatch.State.SENT;
      return new Acts(
          clerk && own && batch.state() == PaymentBatch.State.DRAFT,
          approver && !own && batch.state() == PaymentBatch.State.SUBMITTED,
          (clerk || approver) && batch.state() == PaymentBatch.State.APPROVED,
          clerk && own && batch.sentAt() == null && batch.state() != PaymentBatch.State.CANCELLED,
          (clerk || approver) && batch.sentAt() != null,
          records,
          records && demo,
          own);
    }
  }
}
