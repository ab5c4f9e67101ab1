create schema if not exists catalogue;
comment on schema catalogue is '仪器与服务: instruments, offers, tariffs, search (M2, M7)';

create table catalogue.category (
  code    text primary key check (code ~ '^([0-9]{2}){1,2}$'),
  name    text not null check (name <> ''),
  name_en text not null check (name_en <> '')
);
comment on table catalogue.category is 'Two levels: two digits, then four; the first two name the level above';

create table catalogue.seller (
  provider_id        uuid primary key,
  organisation_id    uuid not null,
  name               text not null,
  name_en            text not null,
  kind               text not null,
  district           text,
  admitting_district text not null,
  place              text not null,
  admitted           boolean not null
);
comment on table catalogue.seller is 'What search needs to know of a library entry; follows every change of it';
comment on column catalogue.seller.district is 'Own district in the city, null outside';
create index seller_by_organisation on catalogue.seller (organisation_id);

create table catalogue.instrument (
  id                uuid primary key,
  provider_id       uuid not null references catalogue.seller,
  name              text not null check (name <> ''),
  name_en           text not null,
  model             text not null,
  maker             text not null,
  value_fen         bigint not null check (value_fen >= 0),
  category          text not null references catalogue.category,
  location          text not null,
  specs             text not null,
  photo_document_id uuid,
  slot_minutes      int not null check (slot_minutes between 15 and 1440),
  lead_hours        int not null check (lead_hours between 0 and 720),
  horizon_days      int not null check (horizon_days between 1 and 365),
  closed_days       date[] not null default '{}',
  version           int not null default 1
);
comment on table catalogue.instrument is 'A machine whose time can be booked, and the rules of booking it';
comment on column catalogue.instrument.lead_hours is 'A slot is bookable until so many hours before it begins';
comment on column catalogue.instrument.horizon_days is 'A slot is bookable from so many days before its day';
create index instrument_by_provider on catalogue.instrument (provider_id, name);

create table catalogue.opening (
  instrument_id uuid not null references catalogue.instrument,
  weekday       int  not null check (weekday between 1 and 7),
  opens         time not null,
  closes        time not null,
  primary key (instrument_id, weekday, opens),
  check (opens < closes)
);
comment on table catalogue.opening is 'Weekly hours, Monday is 1; local time of the city';

create table catalogue.offer (
  id              uuid primary key,
  provider_id     uuid not null references catalogue.seller,
  instrument_id   uuid references catalogue.instrument,
  name            text not null check (name <> ''),
  name_en         text not null,
  mode            text not null check (mode in ('INSTRUMENT_TIME', 'SAMPLE_TEST', 'SERVICE')),
  basis           text not null check (basis in ('HOUR', 'SAMPLE', 'ITEM')),
  category        text not null references catalogue.category,
  state           text not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  unit_price_fen  bigint check (unit_price_fen > 0),
  turnaround_days int not null check (turnaround_days between 0 and 730),
  published_on    date,
  version         int not null default 1,
  content         text not null,
  process         text not null,
  standards       text[] not null default '{}',
  keywords        text[] not null default '{}',
  tokens          text[] not null default '{}',
  -- M7: nothing incomplete is ever on show.
  check (state <> 'PUBLISHED' or (content <> '' and process <> '' and unit_price_fen is not null)),
  check (mode <> 'INSTRUMENT_TIME' or state <> 'PUBLISHED' or instrument_id is not null)
) with (toast_tuple_target = 256);
comment on table catalogue.offer is 'Something a firm can order: content, process and price are stated (M7)';
comment on column catalogue.offer.unit_price_fen is 'Price in force by the tariff, kept here for search; moved by the daily job';
comment on column catalogue.offer.tokens is 'Characters, pairs of characters and beginnings of words of all that is searched';

-- Long columns leave the row, so that a broad search reads few pages.
alter table catalogue.offer alter column tokens set storage external;

create index offer_by_token on catalogue.offer using gin (tokens) where state = 'PUBLISHED';
create index offer_by_day on catalogue.offer (published_on desc, id) where state = 'PUBLISHED';
create index offer_by_price on catalogue.offer (unit_price_fen, id) where state = 'PUBLISHED';
create index offer_by_provider on catalogue.offer (provider_id, state);
create index offer_by_instrument on catalogue.offer (instrument_id);

create table catalogue.tariff (
  offer_id       uuid not null references catalogue.offer,
  from_day       date not null,
  unit_price_fen bigint not null check (unit_price_fen > 0),
  set_at         timestamptz not null,
  primary key (offer_id, from_day)
);
comment on table catalogue.tariff is 'Dated prices; the one with the latest day not after today is in force';

grant usage on schema catalogue to quantong_app;
grant select on catalogue.category to quantong_app;
grant select, insert, update on catalogue.seller, catalogue.instrument, catalogue.offer,
  catalogue.tariff to quantong_app;
grant select, insert, delete on catalogue.opening to quantong_app;
