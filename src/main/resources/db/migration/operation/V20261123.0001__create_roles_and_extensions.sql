-- The application logs in as a member of this role; it owns nothing and migrates nothing.
do $$
begin
  if not exists (select from pg_roles where rolname = 'quantong_app') then
    create role quantong_app nologin;
  end if;
end $$;

create schema if not exists operation;
grant usage on schema operation to quantong_app;

create schema extension;
grant usage on schema extension to quantong_app;
create extension btree_gist with schema extension;
create extension pg_trgm with schema extension;
