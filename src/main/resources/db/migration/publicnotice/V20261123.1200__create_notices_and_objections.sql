create schema publicnotice;
grant usage on schema publicnotice to quantong_app;

create sequence publicnotice.number_seq;
grant usage on sequence publicnotice.number_seq to quantong_app;

create table publicnotice.notice (
  id               uuid   primary key,
  number           text   not null unique,
  claim_id         uuid   not null,
  claim_number     text   not null,
  district         text   not null check (district ~ '^[0-9]{6}$'),
  provider_name    text   not null,
  beneficiary_name text   not null,
  service          text   not null,
  total_fen        bigint not null check (total_fen > 0),
  amount_fen       bigint not null check (amount_fen > 0),
  policy_version   bigint not null,
  published_on     date   not null,
  last_day         date   not null check (last_day > published_on),
  provisional      boolean not null,
  state            text   not null check (state in ('RUNNING', 'ENDED', 'SUPERSEDED'))
);
create unique index one_running_notice_per_claim on publicnotice.notice (claim_id) where state = 'RUNNING';
create index notice_by_claim on publicnotice.notice (claim_id, published_on);
create index notice_by_day on publicnotice.notice (published_on desc, id);

comment on table publicnotice.notice is
  'What was published, already masked; never changed afterwards, only its state moves (M4, product 8).';
comment on column publicnotice.notice.last_day is 'Ends 24:00; moves only while provisional (product 6).';

create function publicnotice.keep_notice() returns trigger language plpgsql as $$
begin
  if (new.id, new.number, new.claim_id, new.claim_number, new.district, new.provider_name,
      new.beneficiary_name, new.service, new.total_fen, new.amount_fen, new.policy_version, new.published_on)
     is distinct from
     (old.id, old.number, old.claim_id, old.claim_number, old.district, old.provider_name,
      old.beneficiary_name, old.service, old.total_fen, old.amount_fen, old.policy_version, old.published_on)
  then
    raise exception 'a published notice never changes' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.last_day, new.provisional) is distinct from (old.last_day, old.provisional) and not old.provisional then
    raise exception 'the last day of a notice is fixed' using errcode = 'integrity_constraint_violation';
  end if;
  if old.state <> 'RUNNING' and new.state = 'RUNNING' then
    raise exception 'a notice that ended does not run again' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger notice_is_kept before update on publicnotice.notice
  for each row execute function publicnotice.keep_notice();

create table publicnotice.objection (
  id            uuid   primary key,
  number        text   not null unique,
  notice_id     uuid   not null references publicnotice.notice (id),
  claim_id      uuid   not null,
  district      text   not null,
  objector_name text   not null,
  contact       text   not null,
  evidence      text   not null,
  file_id       uuid,
  state         text   not null check (state in ('OPEN', 'DISMISSED', 'UPHELD')),
  filed_at      timestamptz not null,
  filed_on      date   not null,
  answer_by     date   not null,
  provisional   boolean not null,
  new_amount_fen bigint check (new_amount_fen > 0),
  reason        text,
  decided_by    uuid,
  decided_by_name text,
  decided_at    timestamptz,
  check ((state = 'OPEN') = (decided_by is null)),
  check ((state = 'OPEN') = (reason is null))
);
create index objection_by_claim on publicnotice.objection (claim_id) where state = 'OPEN';
create index objection_by_district on publicnotice.objection (district, state, answer_by);

comment on table publicnotice.objection is
  'Objections to notices; name and contact are for the deciding bureau only and never published (M4).';

grant select, insert, update on publicnotice.notice, publicnotice.objection to quantong_app;
