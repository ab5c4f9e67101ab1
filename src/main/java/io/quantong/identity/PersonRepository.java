package io.quantong.identity;

import static io.quantong.identity.db.Tables.MEMBERSHIP;
import static io.quantong.identity.db.Tables.ORGANISATION;
import static io.quantong.identity.db.Tables.PERSON;
import static org.jooq.impl.DSL.selectOne;

import io.quantong.identity.db.tables.Membership;
import io.quantong.kernel.Ids;
import io.quantong.kernel.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Rows of people and of what they may do. */
@Repository
class PersonRepository {

  private final DSLContext sql;

  PersonRepository(DSLContext sql) {
    this.sql = sql;
  }

  Person insertOrFind(Enrolment enrolment, Instant now) {
    sql.insertInto(PERSON)
        .set(PERSON.ID, Ids.next())
        .set(PERSON.SUBJECT, enrolment.subject())
        .set(PERSON.NAME, enrolment.name())
        .set(PERSON.PHONE, enrolment.phone())
        .set(PERSON.REGISTERED_AT, now)
        .onConflictDoNothing()
        .execute();
    return bySubject(enrolment.subject()).orElseThrow();
  }

  Optional<Person> bySubject(String subject) {
    return sql.selectFrom(PERSON)
        .where(PERSON.SUBJECT.eq(subject))
        .fetchOptional(PersonRepository::person);
  }

  /** False when the role was held already. */
  boolean grant(UUID person, UUID organisation, Role role, Instant now) {
    return sql.insertInto(MEMBERSHIP)
            .set(MEMBERSHIP.PERSON_ID, person)
            .set(MEMBERSHIP.ORGANISATION_ID, organisation)
            .set(MEMBERSHIP.ROLE, role.name())
            .set(MEMBERSHIP.SINCE, now)
            .onConflict(MEMBERSHIP.PERSON_ID, MEMBERSHIP.ORGANISATION_ID, MEMBERSHIP.ROLE)
            .doUpdate()
            .set(MEMBERSHIP.SINCE, now)
            .setNull(MEMBERSHIP.ENDED)
            .where(MEMBERSHIP.ENDED.isNotNull())
            .execute()
        == 1;
  }

  /** False when the role was not held. */
  boolean end(UUID person, UUID organisation, Role role, Instant now) {
    return sql.update(MEMBERSHIP)
            .set(MEMBERSHIP.ENDED, now)
            .where(
                MEMBERSHIP.PERSON_ID.eq(person),
                MEMBERSHIP.ORGANISATION_ID.eq(organisation),
                MEMBERSHIP.ROLE.eq(role.name()),
                MEMBERSHIP.ENDED.isNull())
            .execute()
        == 1;
  }

  List<Member> membershipsOf(UUID person) {
    return members(PERSON.ID.eq(person));
  }

  List<Member> membershipsOf(String subject) {
    return members(PERSON.SUBJECT.eq(subject));
  }

  List<Member> membersOf(UUID organisation) {
    return members(ORGANISATION.ID.eq(organisation));
  }

  /** True when somebody acts for both. */
  boolean shared(UUID one, UUID other) {
    Membership there = MEMBERSHIP.as("there");
    return sql.fetchExists(
        selectOne()
            .from(MEMBERSHIP)
            .join(there)
            .on(there.PERSON_ID.eq(MEMBERSHIP.PERSON_ID))
            .where(
                MEMBERSHIP.ORGANISATION_ID.eq(one),
                there.ORGANISATION_ID.eq(other),
                MEMBERSHIP.ENDED.isNull(),
                there.ENDED.isNull()));
  }

  private List<Member> members(Condition wanted) {
    Map<List<UUID>, Member> found = new LinkedHashMap<>();
    sql.select()
        .from(MEMBERSHIP)
        .join(PERSON)
        .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(MEMBERSHIP.ORGANISATION_ID))
        .where(wanted, MEMBERSHIP.ENDED.isNull())
        .orderBy(ORGANISATION.NAME, PERSON.NAME, PERSON.ID)
        .forEach(
            row ->
                found.merge(
                    List.of(row.get(PERSON.ID), row.get(ORGANISATION.ID)),
                    member(row),
                    PersonRepository::both));
    return List.copyOf(found.values());
  }

  private static Member both(Member one, Member other) {
    Set<Role> roles = EnumSet.copyOf(one.roles());
    roles.addAll(other.roles());
    return new Member(one.person(), one.organisation(), roles);
  }

  private static Member member(Record row) {
    return new Member(
        person(row),
        OrganisationRepository.organisation(row),
        Set.of(Role.valueOf(row.get(MEMBERSHIP.ROLE))));
  }

  private static Person person(Record row) {
    return new Person(
        row.get(PERSON.ID), row.get(PERSON.SUBJECT), row.get(PERSON.NAME), row.get(PERSON.PHONE));
  }
}
