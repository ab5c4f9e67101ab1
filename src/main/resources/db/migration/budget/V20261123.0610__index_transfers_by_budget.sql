-- The finance desk reads the transfers of one district and year, newest first (M13).
create index transfer_by_budget on budget.transfer
  (split_part(from_account, '/', 2), split_part(from_account, '/', 3), id);
