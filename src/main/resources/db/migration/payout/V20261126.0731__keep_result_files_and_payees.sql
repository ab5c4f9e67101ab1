-- What the bank answered is kept as it came, so that it can be looked at before and after it counts.
create table payout.result_file (
  id               uuid  primary key,
  batch_id         uuid  not null references payout.batch (id),
  file_name        text  not null check (length(file_name) between 1 and 120),
  content          bytea not null check (octet_length(content) between 1 and 2097152),
  uploaded_by      uuid  not null,
  uploaded_by_name text  not null,
  uploaded_at      timestamptz not null,
  recorded_at      timestamptz
);
create index result_file_by_batch on payout.result_file (batch_id, uploaded_at);
comment on table payout.result_file is 'Answers of the bank as uploaded; read line by line, recorded once (M4).';

grant select, insert on payout.result_file to quantong_app;
grant update (recorded_at) on payout.result_file to quantong_app;

-- A payee may follow the provider's new account only while nobody has approved it.
create function payout.guard_payee() returns trigger language plpgsql as $$
begin
  if (new.holder, new.bank, new.account_number)
     is distinct from (old.holder, old.bank, old.account_number)
     and old.state not in ('ENTERED', 'BLOCKED', 'CLEARED', 'FAILED') then
    raise exception 'the payee is fixed once in a batch' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger payee_is_guarded before update on payout.item
  for each row execute function payout.guard_payee();
