create table operation.clock (
  only_row       boolean primary key default true check (only_row),
  offset_seconds bigint  not null default 0
);
insert into operation.clock default values;
comment on table operation.clock is 'How far the demo''s time machine has moved the platform''s day; always 0 in production.';

create table operation.request (
  person_id uuid        not null,
  key       text        not null check (length(key) between 8 and 80),
  operation text        not null,
  body_hash text        not null,
  answer    text,
  at        timestamptz not null,
  primary key (person_id, key)
);
comment on table operation.request is
  'One row per intended write; the same key with another body is refused (product 4).';

create table operation.job_run (
  job         text        not null,
  day         date        not null,
  state       text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  started_at  timestamptz not null,
  finished_at timestamptz,
  moved       int         not null default 0,
  error       text,
  primary key (job, day)
);
comment on table operation.job_run is 'Daily work by platform day; a day without a DONE row is caught up or raises an alarm.';

grant select, insert, update on operation.clock, operation.request, operation.job_run to quantong_app;
