-- Who takes part: districts, organisations, people, what they may do, commitments, ties (M1, M13, M15).
create schema identity;
comment on schema identity is '身份权限: districts, organisations, people, roles, commitments (M1, M13, M15)';
grant usage on schema identity to quantong_app;

create table identity.district (
  code    text primary key check (code ~ '^[0-9]{6}$'),
  name    text not null,
  name_en text not null,
  parent  text references identity.district
);
comment on table identity.district is 'The city and its districts, GB/T 2260; the city has no parent';

insert into identity.district (code, name, name_en, parent) values
  ('330600', '绍兴市', 'Shaoxing', null),
  ('330602', '越城区', 'Yuecheng', '330600'),
  ('330603', '柯桥区', 'Keqiao', '330600'),
  ('330604', '上虞区', 'Shangyu', '330600'),
  ('330624', '新昌县', 'Xinchang', '330600'),
  ('330681', '诸暨市', 'Zhuji', '330600'),
  ('330683', '嵊州市', 'Shengzhou', '330600');

create table identity.organisation (
  id                   uuid primary key,
  kind                 text not null check (kind in ('ENTERPRISE', 'ENTREPRENEUR', 'PUBLIC_INSTITUTION',
                         'SCIENCE_BUREAU', 'FINANCE_BUREAU', 'AUDIT_BUREAU')),
  name                 text not null check (name <> ''),
  name_en              text not null,
  unified_code         text unique check (unified_code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'),
  district             text references identity.district,
  staff                int not null default 0 check (staff >= 0),
  sales_fen            bigint not null default 0 check (sales_fen >= 0),
  assets_fen           bigint not null default 0 check (assets_fen >= 0),
  legal_representative text not null,
  phone                text not null,
  address              text not null,
  registered_at        timestamptz not null,
  check (unified_code is not null or kind = 'ENTREPRENEUR'),
  check (district is not null or kind in ('ENTERPRISE', 'PUBLIC_INSTITUTION'))
);
comment on table identity.organisation is 'As the registers know it; figures decide who may get vouchers (M1)';
comment on column identity.organisation.district is 'null outside the city (M5)';
create index organisation_by_legal_representative on identity.organisation (legal_representative);

create table identity.person (
  id            uuid primary key,
  subject       text not null unique check (subject <> ''),
  name          text not null check (name <> ''),
  phone         text not null,
  registered_at timestamptz not null
);
comment on column identity.person.subject is 'Name of the account at the identity provider (OIDC sub)';

create table identity.membership (
  person_id       uuid not null references identity.person,
  organisation_id uuid not null references identity.organisation,
  role            text not null check (role <> 'SYSTEM'),
  since           timestamptz not null,
  ended           timestamptz,
  primary key (person_id, organisation_id, role)
);
comment on table identity.membership is 'What a person may do for an organisation; a row with an end counts for nothing (M13)';
create index membership_by_organisation on identity.membership (organisation_id) where ended is null;

create table identity.commitment (
  organisation_id uuid not null references identity.organisation,
  version         int not null check (version > 0),
  person_id       uuid not null references identity.person,
  signed_at       timestamptz not null,
  primary key (organisation_id, version)
);
comment on table identity.commitment is 'Credit commitments signed, by version of the text (M15)';

create table identity.tie (
  one         uuid not null references identity.organisation,
  other       uuid not null references identity.organisation,
  declared_at timestamptz not null,
  primary key (one, other),
  check (one < other)
);
comment on table identity.tie is 'Related parties as declared; the smaller identifier first (M15)';

grant select on identity.district to quantong_app;
grant select, insert on identity.commitment, identity.tie to quantong_app;
grant select, insert, update on identity.organisation, identity.person, identity.membership to quantong_app;
