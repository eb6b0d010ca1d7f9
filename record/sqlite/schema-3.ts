/** Whom another sign-in names, and passkeys, by the account they open. Released steps are never edited: a change is a new step. */
export const schema3 = `
create table identity (
  tenant_id text not null, issuer text not null, subject text not null, account_id text not null, created text not null,
  primary key (tenant_id, issuer, subject),
  foreign key (tenant_id, account_id) references account (tenant_id, id));
create unique index identity_by_account on identity (tenant_id, account_id, issuer);

create table passkey (
  tenant_id text not null, id text not null, account_id text not null, name text not null, public_key text not null,
  counter integer not null, transports text not null, created text not null, last_used text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id));
create index passkey_by_account on passkey (tenant_id, account_id);
`
