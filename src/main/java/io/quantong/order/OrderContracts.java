package io.quantong.order;

import io.quantong.order.OrderDetail.Contract;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Makes the contract from the order: a text of its own that never changes, in Chinese as the law
 * asks, whatever language the page has (M3).
 */
@Component
class OrderContracts {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final MessageSource texts;
  private final OrderPapers papers;
  private final OrderSteps steps;

  OrderContracts(MessageSource texts, OrderPapers papers, OrderSteps steps) {
    this.texts = texts;
    this.papers = papers;
    this.steps = steps;
  }

  /** Makes the next revision; earlier ones stay on record and no longer count. */
  void make(OrderFacts facts) {
    Order order = facts.order();
    int revision = papers.nextRevision(order.id());
    String number = "HT" + order.number().substring(2) + "-" + revision;
    Instant now = steps.now();
    String text = text(facts, number, LocalDate.ofInstant(now, ZONE));
    papers.addContract(
        order.id(), revision, new Contract(number, text, sha256(text), now, null, null));
  }

  private String text(OrderFacts facts, String number, LocalDate day) {
    Order order = facts.order();
    OrderFacts.Subject subject = facts.subject();
    List<String> lines = new ArrayList<>();
    lines.add(say("title", order.service()));
    lines.add(say("number", number, order.number(), day));
    lines.add(
        say(
            "parties",
            order.beneficiaryName(),
            order.providerName(),
            facts.parties().providerPlace()));
    lines.add(say("content", order.service(), subject.content()));
    lines.add(say("process", subject.process()));
    lines.add(say("purpose", subject.purpose()));
    if (!subject.sample().isEmpty()) {
      lines.add(say("sample", subject.sample()));
    }
    if (subject.start() != null && subject.end() != null) {
      lines.add(say("slot", MINUTE.format(subject.start()), MINUTE.format(subject.end())));
    }
    lines.add(say("price", order.price().total(), order.price().voucher(), order.price().own()));
    lines.add(say("payment"));
    lines.add(say("delivery", steps.serviceDue(order)));
    lines.add(say("acceptance"));
    lines.add(say("rights"));
    lines.add(say("secrecy"));
    lines.add(say("declaration"));
    lines.add(say("dispute"));
    lines.add(say("signature", Long.toString(order.policyVersion())));
    return String.join("\n\n", lines);
  }

  private String say(String part, Object... values) {
    Object[] shown = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      shown[i] = values[i].toString();
    }
    return texts.getMessage("order.contract.text." + part, shown, Locale.SIMPLIFIED_CHINESE);
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
