-- What is set for the installation as a whole, and how its last backup went: one row at most.
create table installation (
  only_one boolean primary key default true check (only_one),
  -- Hour of the day, in the zone of the oldest company; null: no backup by the clock.
  backup_hour integer check (backup_hour between 0 and 23),
  backups_kept integer not null default 7 check (backups_kept > 0),
  backup_run jsonb
);

grant select, insert, update on installation to shangmai_app;
