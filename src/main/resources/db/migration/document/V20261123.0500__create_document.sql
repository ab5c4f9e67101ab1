-- Files (M3): what is known of each upload; the content lies in the data folder under its hash.
create schema document;
comment on schema document is '文件: uploaded and generated files, kept by content hash (M3)';

create table document.file (
  id uuid primary key,
  file_name text not null check (length(file_name) between 1 and 200),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);
comment on table document.file is 'One row per upload; equal content is stored once (M3)';
comment on column document.file.file_name is 'As uploaded, path parts and control characters removed';
comment on column document.file.media_type is 'Found by content, never taken from the name';
comment on column document.file.sha256 is 'Lower-case hexadecimal; names the stored content';
comment on column document.file.uploaded_by is 'Person';

create index file_by_hash on document.file (sha256);

grant usage on schema document to quantong_app;
grant select, insert on document.file to quantong_app;
