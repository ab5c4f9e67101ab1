create schema evidence;
grant usage on schema evidence to quantong_app;

create table evidence.event (
  id             bigint generated always as identity primary key,
  subject_type   text        not null,
  subject_id     text        not null,
  event          text        not null,
  from_state     text,
  to_state       text        not null,
  person_id      uuid        not null,
  person_name    text        not null,
  organisation_id uuid       not null,
  organisation_name text     not null,
  district       text,
  roles          text[]      not null,
  at             timestamptz not null,
  reason         text,
  policy_version bigint,
  facts          jsonb       not null default '{}'
);
create index event_by_subject on evidence.event (subject_type, subject_id, id);

comment on table evidence.event is
  'Every transition of every life cycle: who, role, when, why, policy version. Append-only (M14, product 5).';

create function evidence.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'evidence.event is append-only' using errcode = 'integrity_constraint_violation';
end $$;

create trigger event_is_append_only
  before update or delete or truncate on evidence.event
  for each statement execute function evidence.refuse_change();

grant select, insert on evidence.event to quantong_app;
