package io.quantong.order;

import io.quantong.document.Documents;
import io.quantong.document.StoredDocument;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Refused;
import io.quantong.order.OrderDetail.LogEntry;
import io.quantong.order.OrderDetail.LogKind;
import io.quantong.order.OrderRefusal.Reason;
import io.quantong.order.OrderSteps.Step;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The service itself: its log and its result. Runs in the facade's transaction. */
@Component
class ServiceDelivery {

  private static final int MOST_SAMPLES = 100_000;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_FILES = 20;

  private final OrderSteps steps;
  private final OrderPapers papers;
  private final OrderReservations reservations;
  private final Documents documents;

  ServiceDelivery(
      OrderSteps steps, OrderPapers papers, OrderReservations reservations, Documents documents) {
    this.steps = steps;
    this.papers = papers;
    this.reservations = reservations;
    this.documents = documents;
  }

  void log(Actor actor, UUID id, LogEntry entry) {
    OrderFacts facts = steps.lockAsDesk(actor, id);
    steps.insist(facts, OrderEvent.LOG);
    check(entry);
    reservations.logTime(actor, facts, entry);
    papers.addLog(id, entry, steps.now());
    Map<String, String> times =
        Map.of(
            "kind", "order.log." + entry.kind().name(),
            "started", OrderSteps.moment(entry.started()),
            "ended", OrderSteps.moment(entry.ended()));
    steps.move(actor, facts, Step.of(OrderEvent.LOG).due(facts.order().dueOn()).with(times));
  }

  private void check(LogEntry entry) {
    List<OrderRefusal> faults = new ArrayList<>();
    boolean backwards = entry.ended().isBefore(entry.started());
    boolean instant = entry.ended().equals(entry.started());
    if (backwards
        || (instant && entry.kind() == LogKind.RUN)
        || entry.ended().isAfter(steps.localNow())) {
      faults.add(OrderRefusal.of(Reason.LOG_TIMES));
    }
    if (entry.operator().isBlank() || entry.operator().length() > LONGEST_NAME) {
      faults.add(OrderRefusal.of(Reason.LOG_OPERATOR));
    }
    if (entry.samples() < 0 || entry.samples() > MOST_SAMPLES) {
      faults.add(OrderRefusal.of(Reason.LOG_SAMPLES, MOST_SAMPLES));
    }
    if (entry.note().length() > OrderSteps.LONGEST_TEXT) {
      faults.add(OrderRefusal.of(Reason.TEXT_TOO_LONG, OrderSteps.LONGEST_TEXT));
    }
    Refused.ifAny(faults);
  }

  StoredDocument stage(Actor actor, UUID id, String fileName, InputStream content) {
    OrderFacts facts = steps.lockAsDesk(actor, id);
    steps.insist(facts, OrderEvent.DELIVER);
    if (papers.staged(id).size() >= MOST_FILES) {
      throw new Refused(OrderRefusal.of(Reason.TOO_MANY_FILES, MOST_FILES));
    }
    StoredDocument file = documents.store(actor, fileName, content);
    papers.stage(id, file.id(), steps.now());
    return file;
  }

  void unstage(Actor actor, UUID id, UUID documentId) {
    steps.lockAsDesk(actor, id);
    papers.unstage(id, documentId);
  }

  void deliver(Actor actor, UUID id, List<UUID> reports) {
    OrderFacts facts = steps.lockAsDesk(actor, id);
    steps.insist(facts, OrderEvent.DELIVER);
    List<UUID> distinct = reports.stream().distinct().toList();
    if (distinct.isEmpty()) {
      throw new Refused(OrderRefusal.of(Reason.NO_REPORT));
    }
    boolean ran = papers.log(id).stream().anyMatch(entry -> entry.kind() == LogKind.RUN);
    if (facts.subject().start() != null && !ran) {
      throw new Refused(OrderRefusal.of(Reason.NO_USAGE_LOG));
    }
    Map<String, String> hashes = Map.of("sha256", hashesOfOwn(actor, id, distinct));
    papers.addReports(id, distinct, steps.now());
    papers.unstage(id);
    steps.move(
        actor,
        facts,
        Step.of(OrderEvent.DELIVER).due(steps.acceptanceDue(facts.order())).with(hashes));
  }

  /**
   * Only what was staged for the order or uploaded by the same person may be attached, else files
   * of others could be read so.
   */
  private String hashesOfOwn(Actor actor, UUID id, List<UUID> reports) {
    Set<UUID> staged = Set.copyOf(papers.staged(id));
    List<StoredDocument> stored = describe(reports);
    boolean own =
        stored.stream()
            .allMatch(
                file -> staged.contains(file.id()) || file.uploadedBy().equals(actor.personId()));
    if (!own) {
      throw new Refused(OrderRefusal.of(Reason.NOT_YOUR_FILE));
    }
    return String.join(" ", stored.stream().map(StoredDocument::sha256).sorted().toList());
  }

  private List<StoredDocument> describe(List<UUID> reports) {
    try {
      return documents.describe(reports);
    } catch (NoSuchElementException unknown) {
      throw new Refused(OrderRefusal.of(Reason.NOT_YOUR_FILE));
    }
  }
}
