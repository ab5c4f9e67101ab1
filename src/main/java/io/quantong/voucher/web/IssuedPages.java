package io.quantong.voucher.web;

import io.quantong.identity.Identities;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Role;
import io.quantong.voucher.LotState;
import io.quantong.voucher.Vouchers;
import io.quantong.voucher.Vouchers.IssuedFilter;
import io.quantong.voucher.Vouchers.IssuedTotal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lots a bureau has issued. */
@Controller
@RequestMapping("/voucher")
@Allow({
  Role.DISTRICT_HANDLER,
  Role.DISTRICT_REVIEWER,
  Role.DISTRICT_HEAD,
  Role.FINANCE_CLERK,
  Role.FINANCE_APPROVER,
  Role.CITY_SCIENCE,
  Role.CITY_FINANCE,
  Role.AUDITOR
})
class IssuedPages {

  private static final int PAGE_SIZE = 25;
  private static final List<LotState> ISSUED =
      List.of(
          LotState.ACTIVE, LotState.FROZEN, LotState.USED_UP, LotState.EXPIRED, LotState.REVOKED);

  private final Vouchers vouchers;
  private final Identities identities;
  private final IssuedCsv csv;
  private final Clock clock;

  IssuedPages(Vouchers vouchers, Identities identities, IssuedCsv csv, Clock clock) {
    this.vouchers = vouchers;
    this.identities = identities;
    this.csv = csv;
    this.clock = clock;
  }

  @GetMapping("/issued")
  String issued(
      Actor actor, FilterForm form, @RequestParam(defaultValue = "0") int page, Model model) {
    IssuedFilter filter = form.filter();
    int shown = Math.clamp(page, 0, 10_000);
    model.addAttribute("form", form);
    IssuedTotal total = vouchers.issuedTotal(actor, filter);
    model.addAttribute("total", total);
    model.addAttribute("segments", LotBar.segments(total.parts(), total.parts().face()));
    model.addAttribute("lots", vouchers.issued(actor, filter, shown, PAGE_SIZE));
    model.addAttribute("page", shown);
    model.addAttribute("size", PAGE_SIZE);
    model.addAttribute("everywhere", actor.readsAllDistricts());
    model.addAttribute("districts", identities.districts());
    model.addAttribute("states", ISSUED);
    model.addAttribute("year", LocalDate.now(clock).getYear());
    return "voucher/issued";
  }

  @GetMapping("/issued.csv")
  ResponseEntity<byte[]> export(Actor actor, FilterForm form) {
    String name = "vouchers-" + LocalDate.now(clock) + ".csv";
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .body(csv.write(vouchers.export(actor, form.filter())));
  }
}
