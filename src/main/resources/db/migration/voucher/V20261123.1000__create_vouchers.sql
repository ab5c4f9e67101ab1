-- Vouchers: applications, lots, holds (M1, M2, product 4).
create schema voucher;
comment on schema voucher is 'Innovation vouchers: application, lots, hold, capture, release, expiry (M1, M2)';
grant usage on schema voucher to quantong_app;

create sequence voucher.lot_number;
comment on sequence voucher.lot_number is 'Last part of the readable number of a lot: QT20261123-00001';
grant usage on sequence voucher.lot_number to quantong_app;

create table voucher.holder (
  owner_id uuid primary key
);
comment on table voucher.holder is 'One row per beneficiary, locked while its caps are counted, so that two applications never pass together (M1)';

create table voucher.application (
  id uuid primary key,
  owner_id uuid not null,
  district text not null,
  amount_fen bigint not null,
  purpose text not null,
  state text not null,
  reasons text not null,
  trace text not null,
  policy_version bigint not null,
  applied_by uuid not null,
  applied_at timestamptz not null,
  constraint application_amount check (amount_fen > 0),
  constraint application_state check (state in ('ISSUED', 'REFUSED')),
  constraint application_reasons check ((state = 'REFUSED') = (reasons <> ''))
);
comment on table voucher.application is 'Every application and its answer; the identifier is that of the lot when issued (M1)';
comment on constraint application_reasons on voucher.application is 'A refusal keeps every reason (product 8)';
create index application_by_owner on voucher.application (owner_id, applied_at);

create table voucher.lot (
  id uuid primary key,
  number text not null unique,
  owner_id uuid not null,
  district text not null,
  year integer not null,
  face_fen bigint not null,
  available_fen bigint not null,
  held_fen bigint not null default 0,
  used_fen bigint not null default 0,
  expired_fen bigint not null default 0,
  revoked_fen bigint not null default 0,
  state text not null,
  issued_on date not null,
  valid_until date not null,
  policy_version bigint not null,
  purpose text not null,
  constraint lot_face_positive check (face_fen > 0),
  constraint lot_parts_not_negative check
    (available_fen >= 0 and held_fen >= 0 and used_fen >= 0 and expired_fen >= 0 and revoked_fen >= 0),
  constraint lot_parts_add_up check
    (available_fen + held_fen + used_fen + expired_fen + revoked_fen = face_fen),
  constraint lot_state check (state in ('ACTIVE', 'FROZEN', 'USED_UP', 'EXPIRED', 'REVOKED')),
  constraint lot_ended_has_nothing_available check
    (available_fen = 0 or state in ('ACTIVE', 'FROZEN')),
  constraint lot_used_up_holds_nothing check (held_fen = 0 or state <> 'USED_UP'),
  constraint lot_valid_after_issue check (valid_until >= issued_on)
);
comment on table voucher.lot is 'A voucher: bound to its owner, not transferable (product 4)';
comment on constraint lot_parts_add_up on voucher.lot is 'The parts always add up to the face (product 4)';
comment on constraint lot_ended_has_nothing_available on voucher.lot is 'What ended cannot be spent (product 4)';
comment on column voucher.lot.valid_until is 'Last day, to its end in Asia/Shanghai';
comment on column voucher.lot.policy_version is 'Policy under which it was issued (product 4)';
create index lot_by_owner on voucher.lot (owner_id, issued_on);
create index lot_by_district on voucher.lot (district, issued_on, id);
create index lot_to_expire on voucher.lot (valid_until) where state = 'ACTIVE';

create table voucher.hold (
  id uuid primary key,
  order_id uuid not null,
  lot_id uuid not null references voucher.lot (id),
  amount_fen bigint not null,
  captured_fen bigint not null default 0,
  released_fen bigint not null default 0,
  reversed_fen bigint not null default 0,
  held_at timestamptz not null,
  constraint hold_amount check (amount_fen > 0),
  constraint hold_parts_not_negative check (captured_fen >= 0 and released_fen >= 0 and reversed_fen >= 0),
  constraint hold_ends_once check (captured_fen + released_fen <= amount_fen),
  constraint hold_reverses_what_it_captured check (reversed_fen <= captured_fen)
);
comment on table voucher.hold is 'What an order took of a lot; nothing spends directly (product 4)';
comment on constraint hold_ends_once on voucher.hold is 'A hold is captured or released, never both (product 4)';
comment on constraint hold_reverses_what_it_captured on voucher.hold is 'A refund takes back at most what was captured (product 4)';
create index hold_by_order on voucher.hold (order_id);
create index hold_by_lot on voucher.hold (lot_id);

grant select, insert on voucher.holder, voucher.application to quantong_app;
grant update on voucher.holder to quantong_app;
grant select, insert, update on voucher.lot, voucher.hold to quantong_app;
