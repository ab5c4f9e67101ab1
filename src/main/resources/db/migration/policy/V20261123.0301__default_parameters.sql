-- Default policy of the city of Shaoxing (product 7); amounts in fen.
insert into policy.parameter (district, key, value, valid_from, reason, set_by, set_by_person, set_at)
select '330600', key, value, date '2025-01-01', '试点方案默认值', 'system',
       '00000000-0000-0000-0000-000000000000', timestamptz '2025-01-01 00:00:00+08'
from (values
  ('SINGLE_APPLICATION', 2000000::bigint),
  ('HELD_UNUSED', 5000000::bigint),
  ('YEARLY_CAP_ENTERPRISE', 10000000::bigint),
  ('YEARLY_CAP_ENTREPRENEUR', 2000000::bigint),
  ('LOT_VALID_MONTHS', 3::bigint),
  ('LOT_GRACE_DAYS', 30::bigint),
  ('FULL_DEDUCTION_UP_TO', 1000000::bigint),
  ('RATIO_ABOVE_PERCENT', 50::bigint),
  ('ANTI_SPLITTING_DAYS', 90::bigint),
  ('STAFF_AT_MOST', 500::bigint),
  ('SALES_AT_MOST', 20000000000::bigint),
  ('ASSETS_AT_MOST', 20000000000::bigint),
  ('ORDER_ANSWER_WORKING_DAYS', 3::bigint),
  ('SERVICE_DAYS', 180::bigint),
  ('ACCEPTANCE_DAYS', 10::bigint),
  ('CLAIM_WINDOW_DAYS', 90::bigint),
  ('CONFIRM_WORKING_DAYS', 10::bigint),
  ('PAPERS_WORKING_DAYS', 10::bigint),
  ('PAPERS_TIMES', 2::bigint),
  ('NOTICE_DAYS', 7::bigint),
  ('OBJECTION_WORKING_DAYS', 15::bigint),
  ('PAY_WORKING_DAYS', 5::bigint),
  ('REMIND_WORKING_DAY_FIRST', 5::bigint),
  ('REMIND_WORKING_DAY_SECOND', 8::bigint),
  ('SECOND_REVIEW_FROM', 5000000::bigint),
  ('INSTRUMENT_VALUE_LINE', 30000000::bigint),
  ('CLAIM_TO_ISSUING_DISTRICT', 0::bigint)
) as defaults (key, value);

insert into policy.version (district, frozen, valid_from)
select district, frozen, date '2025-01-01'
from (values ('330600'), ('330602'), ('330603'), ('330604'), ('330624'), ('330681'), ('330683')) as place (district)
cross join (
  select string_agg(key || '=' || value, E'\n' order by key collate "C") as frozen from policy.parameter
) as everything
order by district;
