-- Claims for redemption: papers, checks, review within the clock, recovery (M3, M4).
create schema claim;
comment on schema claim is '申兑: claim pack, checks, review within the clock, clearance (M3, M4)';

create sequence claim.claim_number;
comment on sequence claim.claim_number is 'Running part of SDyyyyMMdd-nnnnn';

create table claim.claim_case (
  id uuid primary key,
  number text not null unique,
  state text not null check (state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'AWAITING_PAPERS', 'CONFIRMED',
    'REFUSED', 'WITHDRAWN', 'IN_NOTICE', 'OBJECTED', 'CLEARED', 'PAYING', 'PAID', 'PAY_FAILED',
    'RECOVERY_OPEN', 'RECOVERED', 'REFERRED')),
  order_id uuid not null,
  order_number text not null,
  offer_id uuid not null,
  service text not null,
  completed_on date not null,
  provider_id uuid not null,
  provider_organisation_id uuid not null,
  provider_name text not null,
  beneficiary_id uuid not null,
  beneficiary_name text not null,
  beneficiary_is_person boolean not null,
  price_fen bigint not null check (price_fen >= 0),
  claimed_fen bigint not null check (claimed_fen >= 0),
  confirmed_fen bigint check (confirmed_fen > 0),
  handling_district text not null check (handling_district ~ '^[0-9]{6}$'),
  funding_district text not null check (funding_district ~ '^[0-9]{6}$'),
  policy_version bigint not null,
  risk text not null default 'PASS' check (risk in ('PASS', 'LOW', 'MEDIUM', 'HIGH')),
  opened_on date not null,
  received_on date,
  decided_on date,
  paid_on date,
  due_on date,
  due_provisional boolean not null default false,
  papers_asked int not null default 0,
  submitter uuid,
  reviewer uuid,
  second_reviewer uuid,
  proposed_outcome text check (proposed_outcome in ('CONFIRM', 'CUT', 'REFUSE')),
  proposed_fen bigint,
  proposed_reason text,
  proposed_by_name text,
  unique (order_id, funding_district),
  constraint confirmed_within_claimed check (confirmed_fen <= claimed_fen),
  constraint reviewed_by_another_person check (reviewer <> submitter),
  constraint second_reviewed_by_a_third_person
    check (second_reviewer <> submitter and second_reviewer <> reviewer),
  constraint received_when_submitted
    check (state in ('DRAFT', 'WITHDRAWN') or (received_on is not null and submitter is not null)),
  constraint sum_when_confirmed check (state not in ('CONFIRMED', 'IN_NOTICE', 'OBJECTED', 'CLEARED',
    'PAYING', 'PAID', 'PAY_FAILED', 'RECOVERY_OPEN', 'RECOVERED', 'REFERRED')
    or (confirmed_fen is not null and reviewer is not null)),
  constraint proposal_is_whole check ((proposed_outcome is null) = (proposed_by_name is null)),
  constraint proposal_while_in_review check (proposed_outcome is null or state = 'IN_REVIEW')
);
comment on table claim.claim_case is 'The captured vouchers of one order under one funding district, claimed by the provider (M3)';
comment on column claim.claim_case.price_fen is 'Price of the order, refunds taken off';
comment on column claim.claim_case.due_on is 'Last day of the clock now running: window, review, papers, notice or payment; null when none runs';
comment on constraint reviewed_by_another_person on claim.claim_case is 'Reviewer, submitter and second reviewer are three persons (product 5)';
create index claim_of_provider on claim.claim_case (provider_organisation_id, opened_on desc);
create index claim_of_handling on claim.claim_case (handling_district, state, due_on);
create index claim_of_funding on claim.claim_case (funding_district, state);
create index claim_due on claim.claim_case (state, due_on);
create index claim_of_pair on claim.claim_case (beneficiary_id, provider_id, completed_on);
create index claim_of_offer on claim.claim_case (offer_id, completed_on);

create table claim.part (
  claim_id uuid not null references claim.claim_case,
  year int not null,
  claimed_fen bigint not null check (claimed_fen >= 0),
  confirmed_fen bigint check (confirmed_fen between 0 and claimed_fen),
  primary key (claim_id, year)
);
comment on table claim.part is 'The claim by the budget year that bears it';

create table claim.invoice (
  claim_id uuid primary key references claim.claim_case,
  number text,
  issued_on date,
  net_fen bigint,
  gross_fen bigint,
  seller text,
  buyer text,
  document_id uuid
);
comment on table claim.invoice is 'The invoice as stated by the provider (M3)';

create table claim.invoice_use (
  number text primary key,
  order_id uuid not null
);
comment on table claim.invoice_use is 'An invoice number serves one order, in all districts and for ever (M15)';

create table claim.report_use (
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  order_id uuid not null,
  primary key (sha256, order_id)
);
comment on table claim.report_use is 'Hash of every report claimed with, so that one used twice is seen (M15)';

create table claim.paper (
  claim_id uuid not null references claim.claim_case,
  document_id uuid not null,
  kind text not null check (kind in ('INVOICE', 'OTHER')),
  added_at timestamptz not null,
  primary key (claim_id, document_id)
);
comment on table claim.paper is 'Files added by the provider; reports come from the order (M3)';

create table claim.pause (
  claim_id uuid not null references claim.claim_case,
  from_day date not null,
  until_day date,
  asked_for text not null,
  note text,
  position int not null,
  primary key (claim_id, position),
  check (until_day >= from_day)
);
create unique index one_open_pause on claim.pause (claim_id) where until_day is null;
comment on table claim.pause is 'Days on which the clock stands still while papers are awaited (product 6)';

create table claim.signal (
  claim_id uuid not null references claim.claim_case,
  round int not null,
  position int not null,
  rule text not null,
  level text not null check (level in ('PASS', 'LOW', 'MEDIUM', 'HIGH')),
  finding text not null,
  arguments text[] not null,
  primary key (claim_id, round, position)
);
comment on table claim.signal is 'What the machine checks found, round by round (M15)';

create table claim.reminder (
  claim_id uuid not null references claim.claim_case,
  kind text not null check (kind in ('FIRST', 'SECOND', 'ESCALATION')),
  day date not null,
  primary key (claim_id, kind)
);
comment on table claim.reminder is 'Reminders given and escalations to the city, each once (product 6)';

create table claim.recovery (
  claim_id uuid primary key references claim.claim_case,
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null,
  opened_on date not null,
  opened_by uuid not null,
  closed_on date,
  closed_by uuid,
  closing text,
  check ((closed_on is null) = (closing is null))
);
comment on table claim.recovery is 'Money paid that is claimed back (M15)';

create function claim.keep_claim() returns trigger language plpgsql as $$
begin
  if (new.id, new.number, new.order_id, new.provider_id, new.provider_organisation_id, new.beneficiary_id,
      new.handling_district, new.funding_district, new.policy_version, new.completed_on)
     is distinct from
     (old.id, old.number, old.order_id, old.provider_id, old.provider_organisation_id, old.beneficiary_id,
      old.handling_district, old.funding_district, old.policy_version, old.completed_on)
  then
    raise exception 'what a claim is for never changes' using errcode = 'integrity_constraint_violation';
  end if;
  if old.state in ('REFUSED', 'WITHDRAWN', 'RECOVERED', 'REFERRED') and new.state <> old.state then
    raise exception 'an ended claim stays ended' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger claim_is_kept before update on claim.claim_case
  for each row execute function claim.keep_claim();

grant usage on schema claim to quantong_app;
grant usage on sequence claim.claim_number to quantong_app;
grant select, insert, update on claim.claim_case, claim.part, claim.invoice, claim.pause, claim.recovery to quantong_app;
grant select, insert on claim.invoice_use, claim.report_use, claim.paper, claim.signal, claim.reminder to quantong_app;
