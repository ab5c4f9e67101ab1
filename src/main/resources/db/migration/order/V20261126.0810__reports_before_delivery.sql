-- Files are stored the moment they are uploaded, so that a refusal elsewhere never loses one.
create table "order".staged_report (
  order_id uuid not null references "order".service_order,
  document_id uuid not null,
  staged_at timestamptz not null,
  primary key (order_id, document_id)
);
comment on table "order".staged_report is 'Files uploaded by the provider and not delivered yet; kept by module document';
grant select, insert, delete on "order".staged_report to quantong_app;
