-- Dated parameters per city and district, frozen versions, the working-day calendar (product 6 and 7).
create schema policy;
comment on schema policy is 'Rules of the scheme: dated parameters, frozen versions, working-day calendar (product 6 and 7)';
grant usage on schema policy to quantong_app;

create table policy.parameter (
  id bigint generated always as identity primary key,
  district text not null,
  key text not null,
  value bigint,
  valid_from date not null,
  reason text not null,
  set_by text not null,
  set_by_person uuid not null,
  set_at timestamptz not null,
  constraint parameter_district_code check (district ~ '^[0-9]{6}$'),
  constraint parameter_key_shape check (key ~ '^[A-Z][A-Z_]{2,60}$'),
  constraint parameter_not_negative check (value >= 0),
  constraint parameter_percent check (key !~ '_PERCENT$' or value <= 100),
  constraint parameter_city_has_value check (value is not null or district !~ '00$'),
  constraint parameter_reason_given check (length(btrim(reason)) between 4 and 500)
);
comment on table policy.parameter is 'One row per decision; of the rows of one day the last written counts; rows are never changed (product 7)';
comment on column policy.parameter.district is 'GB/T 2260: the city for defaults, a district for its own value';
comment on column policy.parameter.value is 'Fen or whole number by key; null in a district row: the city value applies again';
comment on constraint parameter_city_has_value on policy.parameter is 'A default cannot be absent (product 7)';
comment on constraint parameter_reason_given on policy.parameter is 'Every change of a rule says why (M13)';
create index parameter_by_district on policy.parameter (district, key, valid_from, id);

create table policy.version (
  id bigint generated always as identity primary key,
  district text not null,
  frozen text not null,
  valid_from date not null
);
comment on table policy.version is 'A full set of values under a number that orders and claims keep (product 4)';
comment on column policy.version.frozen is 'KEY=value, one a line, keys in byte order';
create unique index version_once on policy.version (district, md5(frozen));

create table policy.calendar_year (
  year integer primary key,
  source text not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  constraint calendar_year_range check (year between 2020 and 2099)
);
comment on table policy.calendar_year is 'Years whose calendar the State Council has announced and that are loaded (product 6)';

create table policy.holiday (
  day date primary key,
  kind text not null,
  name text not null,
  source text not null,
  constraint holiday_kind check (kind in ('OFF', 'WORK'))
);
comment on table policy.holiday is 'Days that differ from the plain week: OFF holidays, WORK make-up workdays (product 6)';

grant select, insert on policy.parameter, policy.version, policy.calendar_year, policy.holiday to quantong_app;
