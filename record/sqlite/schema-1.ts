/** The first schema. Released steps are never edited: a change is a new step. */
const tables = `
create table resource_version (
  tenant_id text not null, patient_id text not null, type text not null, id text not null, version integer not null,
  method text not null check (method in ('create', 'update', 'delete')),
  last_updated text not null, seq integer not null, act_id text not null,
  json text not null, salt text not null, hash text not null,
  primary key (tenant_id, patient_id, type, id, version));
create index resource_version_by_address on resource_version (tenant_id, type, id, version);
create index resource_version_by_seq on resource_version (tenant_id, seq);

create table resource_current (
  tenant_id text not null, type text not null, id text not null, patient_id text not null,
  version integer not null, deleted integer not null, seq integer not null,
  primary key (tenant_id, type, id));
create index resource_current_by_patient on resource_current (tenant_id, patient_id, type, id);
create index resource_current_by_seq on resource_current (tenant_id, type, seq, id);

create table resource_index (
  tenant_id text not null, patient_id text not null, type text not null, id text not null,
  name text not null, value text not null,
  primary key (tenant_id, patient_id, type, id, name, value));
create index resource_index_by_value on resource_index (tenant_id, type, name, value, id);

create table audit (
  tenant_id text not null, seq integer not null, event text not null, aside text, prev text not null, hash text not null,
  primary key (tenant_id, seq));
create table audit_subject (
  tenant_id text not null, subject text not null, seq integer not null,
  primary key (tenant_id, subject, seq));

create table decision (
  tenant_id text not null, patient_id text not null, id text not null, seq integer not null, act_id text not null,
  at text not null, pathway text not null, pathway_version text not null,
  input text not null, policy text not null, advice text not null,
  primary key (tenant_id, patient_id, id));
create index decision_by_id on decision (tenant_id, id);
create index decision_by_seq on decision (tenant_id, seq);

create table answered (
  tenant_id text not null, actor_id text not null, key text not null, body_hash text not null,
  seq integer not null, at text not null,
  primary key (tenant_id, actor_id, key));

create table account (
  tenant_id text not null, id text not null, login text not null, display_name text not null, password_hash text,
  roles text not null, disabled integer not null, created text not null,
  primary key (tenant_id, id));
create unique index account_by_login on account (tenant_id, login);

create table session (
  tenant_id text not null, token_hash text not null, account_id text not null,
  created text not null, last_seen text not null, expires text not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id));
create index session_by_account on session (tenant_id, account_id);

create table draft (
  tenant_id text not null, account_id text not null, key text not null, json text not null, updated text not null,
  primary key (tenant_id, account_id, key),
  foreign key (tenant_id, account_id) references account (tenant_id, id));

create table link (
  tenant_id text not null, token_hash text not null, purpose text not null, subject text not null,
  created text not null, expires text not null, used text,
  primary key (tenant_id, token_hash));
create index link_by_subject on link (tenant_id, purpose, subject);

create table attachment (
  tenant_id text not null, id text not null, patient_id text not null, subject text not null, name text not null,
  media_type text not null, size integer not null, sha256 text not null, created text not null, bytes blob not null,
  primary key (tenant_id, id));
create index attachment_by_patient on attachment (tenant_id, patient_id);
create index attachment_by_subject on attachment (tenant_id, subject);

create table setting (
  tenant_id text not null, key text not null, json text not null, updated text not null,
  primary key (tenant_id, key));
`

const forbid = (table: string, verb: 'update' | 'delete') => `
create trigger ${table}_no_${verb} before ${verb} on ${table}
begin select raise(abort, '${table} is append-only'); end;`

// "insert or replace" fires no delete trigger, so each insert must also prove that it only appends.
const appendOnly = `
${['resource_version', 'audit', 'audit_subject', 'decision'].flatMap((table) => [forbid(table, 'update'), forbid(table, 'delete')]).join('')}
create trigger audit_appends before insert on audit
when new.seq <> 1 + coalesce((select max(seq) from audit where tenant_id = new.tenant_id), 0)
begin select raise(abort, 'audit is append-only'); end;
create trigger resource_version_appends before insert on resource_version
when new.version <> 1 + coalesce(
  (select max(version) from resource_version where tenant_id = new.tenant_id and type = new.type and id = new.id), 0)
begin select raise(abort, 'resource_version is append-only'); end;
create trigger decision_appends before insert on decision
when exists (select 1 from decision where tenant_id = new.tenant_id and id = new.id)
begin select raise(abort, 'decision is append-only'); end;
`

export const schema1 = tables + appendOnly
