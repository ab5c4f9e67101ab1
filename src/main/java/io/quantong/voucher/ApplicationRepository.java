package io.quantong.voucher;

import static io.quantong.voucher.db.Tables.APPLICATION;

import io.quantong.kernel.Money;
import io.quantong.kernel.Trace;
import io.quantong.voucher.VoucherRefusal.Reason;
import io.quantong.voucher.db.tables.records.ApplicationRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Rows of applications. Reasons are stored like a trace: name of the reason and its figures. */
@Repository
class ApplicationRepository {

  private static final String REFUSED = "REFUSED";

  private final DSLContext dsl;

  ApplicationRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void insert(Application application, UUID appliedBy) {
    dsl.insertInto(APPLICATION)
        .set(APPLICATION.ID, application.id())
        .set(APPLICATION.OWNER_ID, application.ownerId())
        .set(APPLICATION.DISTRICT, application.district())
        .set(APPLICATION.AMOUNT_FEN, application.amount().fen())
        .set(APPLICATION.PURPOSE, application.purpose())
        .set(APPLICATION.STATE, application.issued() ? "ISSUED" : REFUSED)
        .set(APPLICATION.REASONS, encode(application.reasons()))
        .set(APPLICATION.TRACE, application.trace().encode())
        .set(APPLICATION.POLICY_VERSION, application.policyVersion())
        .set(APPLICATION.APPLIED_BY, appliedBy)
        .set(APPLICATION.APPLIED_AT, application.appliedAt())
        .execute();
  }

  Optional<Application> find(UUID id) {
    return dsl.selectFrom(APPLICATION)
        .where(APPLICATION.ID.eq(id))
        .fetchOptional(ApplicationRepository::application);
  }

  /** The applications of an owner, newest first. */
  List<Application> of(UUID owner, int limit) {
    return dsl.selectFrom(APPLICATION)
        .where(APPLICATION.OWNER_ID.eq(owner))
        .orderBy(APPLICATION.APPLIED_AT.desc(), APPLICATION.ID.desc())
        .limit(limit)
        .fetch(ApplicationRepository::application);
  }

  private static String encode(List<VoucherRefusal> reasons) {
    Trace trace = Trace.EMPTY;
    for (VoucherRefusal refusal : reasons) {
      trace = trace.and(refusal.reason().name(), refusal.arguments().toArray());
    }
    return trace.encode();
  }

  private static List<VoucherRefusal> decode(String reasons) {
    return Trace.decode(reasons).lines().stream()
        .map(line -> new VoucherRefusal(Reason.valueOf(line.key()), List.copyOf(line.arguments())))
        .toList();
  }

  private static Application application(ApplicationRecord row) {
    return new Application(
        row.getId(),
        row.getOwnerId(),
        row.getDistrict(),
        Money.ofFen(row.getAmountFen()),
        row.getPurpose(),
        decode(row.getReasons()),
        Trace.decode(row.getTrace()),
        row.getPolicyVersion(),
        row.getAppliedAt());
  }
}
