-- Orders from checkout to close (M2, product section 5). The word is reserved in SQL, hence quoted.
create schema "order";
comment on schema "order" is '订单: orders, price split, contract, delivery, acceptance, rating, refund (M2)';

create sequence "order".order_number;
comment on sequence "order".order_number is 'Running part of DDyyyyMMdd-nnnnn';

create table "order".series (
  beneficiary_id uuid not null,
  provider_id uuid not null,
  offer_id uuid not null,
  primary key (beneficiary_id, provider_id, offer_id)
);
comment on table "order".series is 'Same service, same provider, same buyer: locked while one order of it is placed, so that two at once cannot gain by splitting (product section 4)';

create table "order".service_order (
  id uuid primary key,
  number text not null unique,
  state text not null check (state in ('PLACED', 'ACCEPTED', 'DECLINED', 'TIMED_OUT', 'REPRICED',
    'IN_SERVICE', 'DELIVERED', 'DISPUTED', 'COMPLETED', 'CANCELLED', 'REFUNDED', 'CLOSED')),
  beneficiary_id uuid not null,
  beneficiary_name text not null,
  beneficiary_district text,
  provider_id uuid not null,
  provider_organisation_id uuid not null,
  provider_name text not null,
  provider_district text,
  admitting_district text not null,
  provider_place text not null,
  offer_id uuid not null,
  service text not null,
  service_en text not null,
  mode text not null check (mode in ('INSTRUMENT_TIME', 'SAMPLE_TEST', 'SERVICE')),
  basis text not null check (basis in ('HOUR', 'SAMPLE', 'ITEM')),
  unit_price_fen bigint not null check (unit_price_fen >= 0),
  quantity int not null check (quantity between 1 and 10000),
  slot_start timestamp,
  slot_end timestamp,
  content text not null,
  process text not null,
  sample text not null,
  purpose text not null,
  price_fen bigint not null check (price_fen > 0),
  voucher_fen bigint not null check (voucher_fen >= 0),
  own_fen bigint not null check (own_fen >= 0),
  refunded_fen bigint not null default 0,
  refunded_voucher_fen bigint not null default 0,
  policy_version bigint not null,
  trace text not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  placed_on date not null,
  due_on date,
  own_paid_at timestamptz,
  own_paid_reference text,
  own_received_at timestamptz,
  completed_on date,
  check (voucher_fen + own_fen = price_fen),
  check (refunded_fen between 0 and price_fen),
  check (refunded_voucher_fen between 0 and voucher_fen),
  check (refunded_voucher_fen <= refunded_fen),
  check (beneficiary_id <> provider_organisation_id),
  check ((slot_start is null) = (slot_end is null) and slot_start < slot_end)
);
comment on table "order".service_order is 'One order with its frozen facts (M2); every change of state is in evidence';
comment on column "order".service_order.quantity is 'Units of the basis; 1 when a booked slot is priced by its length';
comment on column "order".service_order.slot_start is 'Local time of the city';
comment on column "order".service_order.policy_version is 'The policy in force when ordered; stays with order and claim (product section 4)';
comment on column "order".service_order.trace is 'How the split came about, line by line';
comment on column "order".service_order.refunded_voucher_fen is 'Deduction reversed: refunded x voucher / price, rounded down over all refunds together';
comment on column "order".service_order.due_on is 'Last day of the time limit now running; null when none runs';
comment on column "order".service_order.own_paid_at is 'When the beneficiary stated that the own share was paid';
comment on column "order".service_order.own_received_at is 'When the provider confirmed the receipt of it';

create index order_of_beneficiary on "order".service_order (beneficiary_id, placed_at desc);
create index order_of_provider on "order".service_order (provider_organisation_id, placed_at desc);
create index order_in_series on "order".service_order (beneficiary_id, provider_id, offer_id, placed_on);
create index order_due on "order".service_order (state, due_on) where due_on is not null;

create table "order".contract (
  id uuid primary key,
  order_id uuid not null references "order".service_order,
  revision int not null check (revision >= 1),
  number text not null unique,
  text text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  beneficiary_signer uuid,
  beneficiary_signer_name text,
  beneficiary_signed_at timestamptz,
  provider_signer uuid,
  provider_signer_name text,
  provider_signed_at timestamptz,
  unique (order_id, revision)
);
comment on table "order".contract is 'The contract as made from the order; a new price makes a new revision, texts never change (M3)';

create table "order".repricing (
  id uuid primary key,
  order_id uuid not null references "order".service_order,
  old_price_fen bigint not null,
  new_price_fen bigint not null check (new_price_fen > 0),
  reason text not null,
  proposed_at timestamptz not null
);
comment on table "order".repricing is 'Prices proposed by the provider after seeing the task; the newest counts';
create index repricing_of_order on "order".repricing (order_id, proposed_at);

create table "order".service_log (
  id uuid primary key,
  order_id uuid not null references "order".service_order,
  kind text not null check (kind in ('ARRIVAL', 'RUN')),
  started timestamp not null,
  ended timestamp not null check (ended >= started),
  operator text not null,
  samples int not null check (samples between 0 and 100000),
  note text not null,
  logged_at timestamptz not null
);
comment on table "order".service_log is 'What really happened: arrival of user or samples, runs with operator (M11: service record of technicians)';
create index service_log_of_order on "order".service_log (order_id, started);

create table "order".report (
  order_id uuid not null references "order".service_order,
  document_id uuid not null,
  delivered_at timestamptz not null,
  primary key (order_id, document_id)
);
comment on table "order".report is 'Files of the result, kept by module document';

create table "order".rating (
  order_id uuid primary key references "order".service_order,
  stars int not null check (stars between 1 and 5),
  comment text not null,
  rated_at timestamptz not null
);
comment on table "order".rating is 'What the beneficiary said when accepting; none after silence';

create table "order".refund (
  id uuid primary key,
  order_id uuid not null references "order".service_order,
  amount_fen bigint not null check (amount_fen > 0),
  voucher_fen bigint not null check (voucher_fen >= 0),
  own_fen bigint not null check (own_fen >= 0),
  reason text not null,
  refunded_at timestamptz not null,
  check (voucher_fen + own_fen = amount_fen)
);
comment on table "order".refund is 'Refunds after completion; the deduction is reversed in the ratio of the price split';
create index refund_of_order on "order".refund (order_id, refunded_at);

grant usage on schema "order" to quantong_app;
grant usage on sequence "order".order_number to quantong_app;
grant select, insert, update on "order".service_order, "order".contract to quantong_app;
grant select, insert, update on "order".series to quantong_app;
grant select, insert on "order".repricing, "order".service_log, "order".report, "order".rating,
  "order".refund to quantong_app;
