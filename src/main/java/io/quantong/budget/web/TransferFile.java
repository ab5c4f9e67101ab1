package io.quantong.budget.web;

import io.quantong.budget.BudgetEntry;
import io.quantong.budget.Budgets;
import io.quantong.budget.TableFile;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The transfers a reader asked for as a table file (M13). */
@Controller
class TransferFile {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private final Budgets budgets;
  private final MessageSource texts;

  TransferFile(Budgets budgets, MessageSource texts) {
    this.budgets = budgets;
    this.texts = texts;
  }

  @GetMapping("/budget/transfers.csv")
  @Allow({
    Role.FINANCE_CLERK,
    Role.FINANCE_APPROVER,
    Role.DISTRICT_HANDLER,
    Role.DISTRICT_REVIEWER,
    Role.DISTRICT_HEAD,
    Role.CITY_SCIENCE,
    Role.CITY_FINANCE,
    Role.AUDITOR
  })
  ResponseEntity<byte[]> export(Actor actor, Search search, Locale locale) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.of(
                "number",
                "at",
                "operation",
                "document_type",
                "document",
                "from",
                "to",
                "amount",
                "note")
            .map(name -> texts.getMessage("budget.column." + name, null, locale))
            .toList());
    for (BudgetEntry entry : budgets.export(actor, search.filter())) {
      rows.add(row(entry));
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"transfers.csv\"")
        .body(TableFile.write(rows).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> row(BudgetEntry entry) {
    return List.of(
        Long.toString(entry.id()),
        TIME.format(entry.at()),
        entry.operation(),
        entry.documentType(),
        entry.documentId(),
        entry.from(),
        entry.to(),
        entry.amount().plain(),
        Objects.requireNonNullElse(entry.note(), ""));
  }
}
