create table operation.spring_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval int      not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create unique index spring_session_by_session on operation.spring_session (session_id);
create index spring_session_by_expiry on operation.spring_session (expiry_time);
create index spring_session_by_principal on operation.spring_session (principal_name);

create table operation.spring_session_attributes (
  session_primary_id char(36)     not null references operation.spring_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);

create table operation.scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on operation.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on operation.scheduled_tasks (last_heartbeat);

grant select, insert, update, delete on operation.spring_session, operation.spring_session_attributes,
  operation.scheduled_tasks to quantong_app;
