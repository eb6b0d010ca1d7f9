/** What may be shown once, and what other systems tell of what they were shown. Released steps are never edited. */
export const schema4 = `
create table nonce (
  tenant_id text not null, name_hash text not null, expires text not null,
  primary key (tenant_id, name_hash));
create index nonce_by_expiry on nonce (tenant_id, expires);

create table feedback (
  tenant_id text not null, service text not null, client text not null, card text not null, outcome text not null,
  at text not null, reason_system text, reason_code text, comment text, taken integer not null, received text not null,
  primary key (tenant_id, service, client, card, outcome, at));
`
