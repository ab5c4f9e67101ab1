create schema payout;
grant usage on schema payout to quantong_app;

create sequence payout.number_seq;
grant usage on sequence payout.number_seq to quantong_app;

create table payout.batch (
  id            uuid   primary key,
  number        text   not null unique,
  district      text   not null check (district ~ '^[0-9]{6}$'),
  state         text   not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'SENT', 'SETTLED', 'CANCELLED')),
  maker_id      uuid   not null,
  maker_name    text   not null,
  approver_id   uuid,
  approver_name text,
  created_on    date   not null,
  created_at    timestamptz not null,
  sent_at       timestamptz,
  check (approver_id <> maker_id),
  check (state not in ('APPROVED', 'SENT', 'SETTLED') or approver_id is not null)
);
create index batch_by_district on payout.batch (district, created_at desc);
comment on table payout.batch is 'Payment lists, made by one person and approved by another (M4, M13).';

create table payout.item (
  id            uuid   primary key,
  claim_id      uuid   not null,
  order_id      uuid   not null,
  claim_number  text   not null,
  end_to_end_id text   not null check (length(end_to_end_id) between 1 and 35),
  district      text   not null check (district ~ '^[0-9]{6}$'),
  amount_fen    bigint not null check (amount_fen > 0),
  provider_id   uuid   not null,
  holder        text   not null,
  bank          text   not null,
  account_number text  not null,
  handled_by    uuid[] not null,
  state         text   not null check (state in
    ('ENTERED', 'BLOCKED', 'CLEARED', 'BATCHED', 'SENT', 'PAID', 'FAILED', 'CANCELLED')),
  pay_by        date,
  batch_id      uuid   references payout.batch (id),
  entered_on    date   not null,
  settled_on    date,
  check (state not in ('BATCHED', 'SENT', 'PAID', 'FAILED') or batch_id is not null),
  check ((state = 'PAID') = (settled_on is not null))
);
create unique index one_payout_per_claim on payout.item (claim_id) where state <> 'CANCELLED';
create unique index one_payout_per_end_to_end_id on payout.item (end_to_end_id) where state <> 'CANCELLED';
create index item_by_district on payout.item (district, state, pay_by);
create index item_by_batch on payout.item (batch_id);
create index item_by_provider on payout.item (provider_id, state);
comment on table payout.item is 'Money to one provider for one claim; paid at most once (M4).';
comment on column payout.item.handled_by is 'Persons who submitted, reviewed or decided; none makes or approves the payment.';

create table payout.item_part (
  item_id       uuid   not null references payout.item (id),
  year          int    not null,
  confirmed_fen bigint not null check (confirmed_fen >= 0),
  primary key (item_id, year)
);
comment on table payout.item_part is 'The item by the budget year that bears it.';

create table payout.attempt (
  id             uuid primary key,
  item_id        uuid not null references payout.item (id),
  batch_id       uuid not null references payout.batch (id),
  sent_at        timestamptz not null,
  outcome        text not null check (outcome in ('PENDING', 'OK', 'FAILED')),
  bank_reference text,
  reason         text,
  result_day     date,
  recorded_by    uuid,
  recorded_at    timestamptz,
  unique (item_id, batch_id),
  check (outcome <> 'OK' or bank_reference is not null),
  check (outcome <> 'FAILED' or reason is not null)
);
create unique index one_success_per_item on payout.attempt (item_id) where outcome = 'OK';
create unique index one_attempt_pending on payout.attempt (item_id) where outcome = 'PENDING';
create unique index one_use_of_a_bank_reference on payout.attempt (bank_reference) where outcome = 'OK';
comment on table payout.attempt is 'What the bank was asked and what it answered; a result never changes.';

create function payout.guard_item() returns trigger language plpgsql as $$
declare
  the_batch payout.batch;
begin
  if old.state in ('PAID', 'CANCELLED') then
    raise exception 'a payment that is paid or cancelled never changes' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.claim_id, new.order_id, new.end_to_end_id, new.district, new.provider_id)
     is distinct from (old.claim_id, old.order_id, old.end_to_end_id, old.district, old.provider_id)
  then
    raise exception 'what a payment is for never changes' using errcode = 'integrity_constraint_violation';
  end if;
  if new.amount_fen <> old.amount_fen and old.state not in ('ENTERED', 'BLOCKED') then
    raise exception 'the amount is fixed once cleared' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state = 'BATCHED' and old.state <> 'BATCHED' then
    if old.state not in ('CLEARED', 'FAILED') then
      raise exception 'only a cleared payment enters a batch' using errcode = 'integrity_constraint_violation';
    end if;
    select * into the_batch from payout.batch where id = new.batch_id;
    if the_batch.state <> 'DRAFT' or the_batch.district <> new.district
       or the_batch.maker_id = any (new.handled_by) then
      raise exception 'this batch may not take this payment' using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  if new.state = 'SENT' and old.state <> 'SENT' then
    select * into the_batch from payout.batch where id = new.batch_id;
    if old.state <> 'BATCHED' or the_batch.approver_id is null
       or the_batch.approver_id = any (new.handled_by) then
      raise exception 'a payment is sent from an approved batch only' using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  if new.state = 'PAID' and not exists
     (select from payout.attempt a where a.item_id = new.id and a.outcome = 'OK') then
    raise exception 'a payment is paid by a result of the bank only' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger item_is_guarded before update on payout.item
  for each row execute function payout.guard_item();

create function payout.keep_result() returns trigger language plpgsql as $$
begin
  if old.outcome <> 'PENDING' then
    raise exception 'a recorded result never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger result_is_kept before update on payout.attempt
  for each row execute function payout.keep_result();

grant select, insert, update on payout.batch, payout.item, payout.item_part, payout.attempt to quantong_app;
