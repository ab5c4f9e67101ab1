-- The double-entry ledger (product 4, M13): money only moves, by transfers between two accounts.
-- Whatever the application does, the sum over all accounts is zero and no account but an
-- appropriation is below zero.
create schema budget;
comment on schema budget is 'Budget ledger: appropriation, available, lots, holds, owed, payable, paid (product 4, M13)';
grant usage on schema budget to quantong_app;

create table budget.journal (
  id uuid primary key,
  operation text not null,
  document_type text not null,
  document_id text not null,
  actor_person uuid not null,
  actor_organisation uuid not null,
  actor_roles text not null,
  at timestamptz not null,
  note text,
  constraint journal_names_its_document check (document_type <> '' and document_id <> '')
);
comment on table budget.journal is 'One business step that moved money: what, for which document, by whom (product 4)';
comment on constraint journal_names_its_document on budget.journal is 'Every posting names its business document (product 4)';
create index journal_by_document on budget.journal (document_type, document_id);

create table budget.account (
  code text primary key,
  kind text not null,
  district text not null,
  year integer not null,
  document text,
  balance_fen bigint not null,
  constraint account_code_says_what_it_is
    check (code = kind || '/' || district || '/' || year || coalesce('/' || document, '')),
  constraint account_kind check (kind in
    ('APPROPRIATION', 'BUDGET', 'LOT', 'HELD', 'OWED', 'PAYABLE', 'PAID', 'RECOVERY')),
  constraint account_document check
    ((document is not null) = (kind in ('LOT', 'HELD', 'OWED', 'PAYABLE', 'RECOVERY'))),
  constraint account_district check (district ~ '^[0-9]{6}$'),
  constraint account_year check (year between 2000 and 2199),
  constraint account_not_negative check (balance_fen >= 0 or kind = 'APPROPRIATION'),
  constraint account_appropriation_not_positive check (balance_fen <= 0 or kind <> 'APPROPRIATION')
);
comment on table budget.account is 'What every account holds now; kept by the trigger on transfer alone (product 4)';
comment on constraint account_not_negative on budget.account is 'No available balance is ever below zero (product 4)';
comment on constraint account_appropriation_not_positive on budget.account is 'No more can go back than was appropriated (M13)';
comment on constraint account_document on budget.account is 'Money given out lies on an account of its lot, hold, order or claim (product 4)';
create index account_in_use on budget.account (district, year, kind) include (balance_fen) where balance_fen <> 0;

create table budget.transfer (
  id bigint generated always as identity primary key,
  journal_id uuid not null references budget.journal (id),
  line integer not null,
  from_account text not null,
  to_account text not null,
  amount_fen bigint not null,
  constraint transfer_line_once unique (journal_id, line),
  constraint transfer_moves_something check (amount_fen > 0),
  constraint transfer_goes_somewhere check (from_account <> to_account),
  constraint transfer_stays_in_its_budget check (
    split_part(from_account, '/', 2) = split_part(to_account, '/', 2)
    and split_part(from_account, '/', 3) = split_part(to_account, '/', 3))
);
comment on table budget.transfer is 'The same amount leaves one account and enters another: nothing can be unbalanced (product 4)';
comment on constraint transfer_moves_something on budget.transfer is 'A posting of nothing, or backwards, is a mistake (product 4)';
comment on constraint transfer_goes_somewhere on budget.transfer is 'Debit and credit are two accounts (product 4)';
comment on constraint transfer_stays_in_its_budget on budget.transfer is 'The money always comes from the issuing district''s budget of the year (product 5, M13)';
create index transfer_from on budget.transfer (from_account, id);
create index transfer_to on budget.transfer (to_account, id);

-- Accounts are locked in one order everywhere: those of documents first, the district's own (hot)
-- last, by code within. Debits are plain updates, because a check constraint is evaluated on the
-- proposed row of an upsert.
create function budget.fold_transfers() returns trigger
language plpgsql security definer set search_path = pg_catalog, budget, pg_temp as $$
declare
  moved record;
  parts text[];
begin
  for moved in
    select code, sum(delta)::bigint as delta
    from (
      select from_account as code, -amount_fen as delta from posted
      union all
      select to_account, amount_fen from posted
    ) as side
    group by code
    order by (code ~ '^(BUDGET|PAID|APPROPRIATION)/'), code collate "C"
  loop
    if moved.delta < 0 and moved.code not like 'APPROPRIATION/%' then
      update budget.account set balance_fen = balance_fen + moved.delta
      where code = moved.code and balance_fen + moved.delta >= 0;
      if not found then
        raise exception using errcode = 'QT001', message = 'insufficient ' || moved.code,
          hint = 'The account does not hold what the transfers take out of it.';
      end if;
    else
      parts := string_to_array(moved.code, '/');
      insert into budget.account as a (code, kind, district, year, document, balance_fen)
      values (moved.code, parts[1], parts[2], parts[3]::integer, parts[4], moved.delta)
      on conflict (code) do update set balance_fen = a.balance_fen + excluded.balance_fen;
    end if;
  end loop;
  return null;
end
$$;
comment on function budget.fold_transfers() is 'Keeps budget.account equal to its transfers; refuses what an account does not hold (product 4)';

create trigger fold_transfers after insert on budget.transfer
  referencing new table as posted for each statement execute function budget.fold_transfers();

create function budget.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'QT002', message = 'the ledger is only ever appended to: ' || tg_table_name;
end
$$;
comment on function budget.refuse_change() is 'Journal and transfers are never changed, by nobody (product 4)';

create trigger never_changed before update or delete or truncate on budget.journal
  for each statement execute function budget.refuse_change();
create trigger never_changed before update or delete or truncate on budget.transfer
  for each statement execute function budget.refuse_change();

revoke execute on function budget.fold_transfers(), budget.refuse_change() from public;
grant select, insert on budget.journal, budget.transfer to quantong_app;
grant select on budget.account to quantong_app;
