-- A certificate uploaded before the application is sent is not lost when the application is refused.
create table provider.draft (
  id              uuid primary key,
  organisation_id uuid not null,
  kind            text not null check (kind in ('CMA', 'CNAS', 'LICENCE', 'OTHER')),
  number          text not null check (number <> ''),
  valid_until     date not null,
  document_id     uuid not null,
  added_on        date not null,
  unique (organisation_id, kind, number, valid_until)
);
comment on table provider.draft is 'Certificates of an organisation that are not yet part of an entry (M6); gone once they are';

grant select, insert, delete on provider.draft to quantong_app;
