-- The company's own way out for its mails; without one they leave by the installation's.
create table mail_account (
  tenant uuid primary key,
  host text not null,
  port integer not null,
  security text not null check (security in ('tls', 'starttls', 'none')),
  login text,
  -- Sealed with the key of the house.
  password text,
  sender_name text,
  sender_address text not null,
  changed_at timestamptz not null
);

alter table mail_account enable row level security;

create policy mail_account_tenant on mail_account
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on mail_account to shangmai_app;
