package io.quantong.policy;

import static io.quantong.policy.db.Tables.PARAMETER;
import static io.quantong.policy.db.Tables.VERSION;

import io.quantong.kernel.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Rows of parameters and versions. */
@Repository
class PolicyRepository {

  private final DSLContext dsl;

  PolicyRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The district's values on a day: the city's, overlaid by its own. */
  Map<Parameter, Long> values(String city, String district, LocalDate day) {
    Map<Parameter, Long> values = new EnumMap<>(Parameter.class);
    inForce(city, district, day)
        .forEach((parameter, row) -> values.put(parameter, Objects.requireNonNull(row.value())));
    return values;
  }

  /** The row that gives the district its value of each parameter on a day. */
  Map<Parameter, ParameterChange> inForce(String city, String district, LocalDate day) {
    Map<Parameter, ParameterChange> rows = new EnumMap<>(Parameter.class);
    Map<Parameter, ParameterChange> own = new EnumMap<>(Parameter.class);
    for (ParameterChange row : changes(city, district)) {
      if (!row.validFrom().isAfter(day)) {
        Map<Parameter, ParameterChange> target = row.district().equals(city) ? rows : own;
        if (row.value() == null) {
          target.remove(row.parameter());
        } else {
          target.put(row.parameter(), row);
        }
      }
    }
    rows.putAll(own);
    return rows;
  }

  /** All rows that concern a district, in the order in which later ones win. */
  List<ParameterChange> changes(String city, String district) {
    return dsl.selectFrom(PARAMETER)
        .where(PARAMETER.DISTRICT.in(city, district))
        .orderBy(PARAMETER.VALID_FROM, PARAMETER.ID)
        .fetch(
            row ->
                new ParameterChange(
                    row.getDistrict(),
                    Parameter.valueOf(row.getKey()),
                    row.getValue(),
                    row.getValidFrom(),
                    row.getReason(),
                    row.getSetBy(),
                    row.getSetAt()));
  }

  void insert(Actor actor, Policies.Change change, Instant at) {
    dsl.insertInto(PARAMETER)
        .set(PARAMETER.DISTRICT, change.district())
        .set(PARAMETER.KEY, change.parameter().name())
        .set(PARAMETER.VALUE, change.value())
        .set(PARAMETER.VALID_FROM, change.validFrom())
        .set(PARAMETER.REASON, change.reason().strip())
        .set(PARAMETER.SET_BY, actor.organisationName())
        .set(PARAMETER.SET_BY_PERSON, actor.personId())
        .set(PARAMETER.SET_AT, at)
        .execute();
  }

  Optional<Long> versionOf(String district, String frozen) {
    return dsl.select(VERSION.ID)
        .from(VERSION)
        .where(VERSION.DISTRICT.eq(district))
        .and(DSL.md5(VERSION.FROZEN).eq(DSL.md5(frozen)))
        .fetchOptional(VERSION.ID);
  }

  void insertVersion(String district, String frozen, LocalDate validFrom) {
    dsl.insertInto(VERSION)
        .set(VERSION.DISTRICT, district)
        .set(VERSION.FROZEN, frozen)
        .set(VERSION.VALID_FROM, validFrom)
        .onConflictDoNothing()
        .execute();
  }

  Optional<Policy> version(long id) {
    return dsl.selectFrom(VERSION)
        .where(VERSION.ID.eq(id))
        .fetchOptional(
            row ->
                new Policy(
                    row.getId(),
                    row.getDistrict(),
                    row.getValidFrom(),
                    Frozen.read(row.getFrozen())));
  }

  List<String> districts() {
    return dsl.selectDistinct(VERSION.DISTRICT)
        .from(VERSION)
        .orderBy(VERSION.DISTRICT)
        .fetch(VERSION.DISTRICT);
  }
}
