-- Migrations run as the owner; the application logs in as a member of this group and owns nothing.
do $$
begin
  if not exists (select from pg_roles where rolname = 'quantong_app') then
    create role quantong_app nologin;
  end if;
end $$;

-- Extensions in a schema of their own, so that no module's schema holds foreign functions.
create schema if not exists extension;
grant usage on schema extension to quantong_app;
create extension if not exists btree_gist schema extension;
create extension if not exists pg_trgm schema extension;

-- Operators of the extensions are found without a prefix in every later session.
do $$
begin
  execute format('alter database %I set search_path = public, extension', current_database());
end $$;

create schema if not exists operation;
grant usage on schema operation to quantong_app;
comment on schema operation is 'Sessions, scheduled work, requests already answered, platform clock (architecture 4).';
