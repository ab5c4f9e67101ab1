package io.quantong.evidence;

import static io.quantong.evidence.db.Tables.EVENT;

import io.quantong.evidence.db.tables.records.EventRecord;
import io.quantong.kernel.Actor;
import io.quantong.kernel.DomainEvent;
import io.quantong.kernel.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class EventRepository {

  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

  private final DSLContext dsl;
  private final JsonMapper json;

  EventRepository(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
  }

  void insert(DomainEvent event) {
    Actor actor = event.actor();
    dsl.insertInto(EVENT)
        .set(EVENT.SUBJECT_TYPE, event.subjectType())
        .set(EVENT.SUBJECT_ID, event.subjectId())
        .set(EVENT.EVENT_, event.event())
        .set(EVENT.FROM_STATE, event.from())
        .set(EVENT.TO_STATE, event.to())
        .set(EVENT.PERSON_ID, actor.personId())
        .set(EVENT.PERSON_NAME, actor.personName())
        .set(EVENT.ORGANISATION_ID, actor.organisationId())
        .set(EVENT.ORGANISATION_NAME, actor.organisationName())
        .set(EVENT.DISTRICT, actor.district())
        .set(EVENT.ROLES, actor.roles().stream().map(Role::name).sorted().toArray(String[]::new))
        .set(EVENT.AT, event.at())
        .set(EVENT.REASON, event.reason())
        .set(EVENT.POLICY_VERSION, event.policyVersion())
        .set(EVENT.FACTS, JSONB.valueOf(json.writeValueAsString(event.facts())))
        .execute();
  }

  List<DomainEvent> bySubject(String subjectType, String subjectId) {
    return dsl.selectFrom(EVENT)
        .where(EVENT.SUBJECT_TYPE.eq(subjectType), EVENT.SUBJECT_ID.eq(subjectId))
        .orderBy(EVENT.ID)
        .fetch(this::toEvent);
  }

  private DomainEvent toEvent(EventRecord row) {
    Set<Role> roles = Arrays.stream(row.getRoles()).map(Role::valueOf).collect(Collectors.toSet());
    Actor actor =
        new Actor(
            row.getPersonId(),
            row.getPersonName(),
            row.getOrganisationId(),
            row.getOrganisationName(),
            row.getDistrict(),
            roles);
    return new DomainEvent(
        row.getSubjectType(),
        row.getSubjectId(),
        row.getEvent(),
        row.getFromState(),
        row.getToState(),
        actor,
        row.getAt(),
        row.getReason(),
        row.getPolicyVersion(),
        json.readValue(row.getFacts().data(), FACTS));
  }
}
