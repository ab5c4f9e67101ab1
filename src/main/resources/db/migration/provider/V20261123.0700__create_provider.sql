create schema if not exists provider;
comment on schema provider is '服务机构库: library of providers (M5, M6, M8)';

create table provider.entry (
  id                 uuid primary key,
  organisation_id    uuid not null,
  name               text not null check (name <> ''),
  name_en            text not null,
  kind               text not null,
  route              text not null check (route in ('EXEMPT', 'REVIEWED')),
  state              text not null check (state in ('APPLIED', 'UNDER_REVIEW', 'AWAITING_PAPERS',
                       'ADMITTED', 'REFUSED', 'SUSPENDED', 'REVOKED', 'LEFT')),
  district           text check (district ~ '^[0-9]{6}$'),
  admitting_district text not null check (admitting_district ~ '^[0-9]{6}$'),
  place              text not null,
  bank               text not null,
  account_number     text not null,
  account_holder     text not null,
  contact_name       text not null,
  contact_phone      text not null,
  applied_on         date not null,
  admitted_on        date,
  papers_due         date,
  revoked_until      date,
  version            int not null default 1,
  check (state not in ('ADMITTED', 'SUSPENDED') or admitted_on is not null),
  check (state <> 'REVOKED' or revoked_until is not null)
);
comment on table provider.entry is 'One application to the library and what became of it (M5, M6, M8); never deleted';
comment on column provider.entry.route is 'EXEMPT: admitted by its kind and checked afterwards; REVIEWED: confirmed by a district (M6)';
comment on column provider.entry.admitting_district is 'District that admits and supervises the entry (属地)';
comment on column provider.entry.revoked_until is 'Last day on which the organisation may not apply again (M8, M15)';

create unique index entry_one_per_organisation on provider.entry (organisation_id)
  where state not in ('REFUSED', 'LEFT', 'REVOKED');
create index entry_by_organisation on provider.entry (organisation_id, applied_on desc);
create index entry_by_district on provider.entry (admitting_district, state);
create index entry_by_name on provider.entry (name);

create table provider.certificate (
  id          uuid primary key,
  entry_id    uuid not null references provider.entry,
  kind        text not null check (kind in ('CMA', 'CNAS', 'LICENCE', 'OTHER')),
  number      text not null check (number <> ''),
  valid_until date not null,
  document_id uuid,
  added_on    date not null,
  check (kind <> 'CMA' or number ~ '^[0-9]{12}$'),
  unique (entry_id, kind, number, valid_until)
);
comment on table provider.certificate is 'Certificates shown at application or renewed later (M6); the latest of a kind counts';
comment on column provider.certificate.valid_until is 'Last day of validity; new orders stop on the day after';
create index certificate_by_end on provider.certificate (valid_until);

grant usage on schema provider to quantong_app;
grant select, insert, update on provider.entry to quantong_app;
grant select, insert on provider.certificate to quantong_app;
