alter table profiles add column handle text;
create unique index profiles_handle_key on profiles (handle); -- expect: unsafe-migration
create unique index concurrently profiles_handle_key2 on profiles (handle); -- expect: unsafe-migration
