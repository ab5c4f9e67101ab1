create schema if not exists booking;
comment on schema booking is '预约: instrument time (M2)';

create table booking.reservation (
  id                       uuid primary key,
  instrument_id            uuid not null,
  provider_organisation_id uuid not null,
  purpose                  text not null check (purpose in ('ORDER', 'CLOSING')),
  order_id                 uuid,
  organisation_id          uuid not null,
  organisation_name        text not null,
  starts_at                timestamp not null,
  ends_at                  timestamp not null,
  state                    text not null check (state in ('REQUESTED', 'CONFIRMED', 'DECLINED',
                             'TIMED_OUT', 'CHECKED_IN', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
  note                     text not null default '',
  checked_in_at            timestamp,
  version                  int not null default 1,
  check (starts_at < ends_at),
  check ((purpose = 'ORDER') = (order_id is not null)),
  check (purpose = 'ORDER' or state in ('CONFIRMED', 'CANCELLED')),
  constraint live_bookings_never_overlap
    exclude using gist (instrument_id extension.gist_uuid_ops with =,
                        tsrange(starts_at, ends_at) with &&)
    where (state in ('REQUESTED', 'CONFIRMED', 'CHECKED_IN'))
);
comment on table booking.reservation is
  'Reserved instrument time in local time of the city; a closing is the provider''s own reservation';
create unique index reservation_one_live_per_order on booking.reservation (order_id)
  where state in ('REQUESTED', 'CONFIRMED', 'CHECKED_IN', 'COMPLETED');
create index reservation_by_order on booking.reservation (order_id, id desc);
create index reservation_by_instrument on booking.reservation (instrument_id, starts_at);
create index reservation_by_provider on booking.reservation (provider_organisation_id, starts_at);
create index reservation_by_user on booking.reservation (organisation_id, starts_at);
create index reservation_waiting on booking.reservation (starts_at) where state = 'REQUESTED';

create table booking.usage (
  id         uuid primary key,
  booking_id uuid not null references booking.reservation,
  used_from  timestamp not null,
  used_until timestamp not null,
  operator   text not null,
  samples    int not null check (samples >= 0),
  note       text not null,
  check (used_from <= used_until)
);
comment on table booking.usage is 'What really ran, one row per run; written once, never changed';
create index usage_by_booking on booking.usage (booking_id, used_from);

grant usage on schema booking to quantong_app;
grant select, insert, update on booking.reservation to quantong_app;
grant select, insert on booking.usage to quantong_app;
