/**
 * What resources are found by stands in two narrow trees instead of three wide ones; guesses at passwords, and tries under
 * names that are nobody's, are counted where every server sees them. Released steps are never edited.
 */
export const schema6 = `
alter table resource_current add column number integer not null default 0;
update resource_current as c set number = n.number from (
  select tenant_id, type, id, seq * 1048576 + row_number() over (partition by tenant_id, seq order by type, id) as number
  from resource_current) as n
where n.tenant_id = c.tenant_id and n.type = c.type and n.id = c.id;
drop index resource_current_by_seq;
create index resource_current_by_number on resource_current (tenant_id, type, number);

drop table resource_index;
create table search_value (
  tenant_id text not null, parameter integer not null, value text not null, number integer not null,
  primary key (tenant_id, parameter, value, number)) without rowid;
create index search_value_by_resource on search_value (tenant_id, number, parameter, value);
-- Which values there are is worked out by the code: whoever opens the record next fills the table.
delete from setting where key = 'record.index-version';

create table guess (
  tenant_id text not null, name_hash text not null, times text not null, expires text not null,
  primary key (tenant_id, name_hash));
create index guess_by_expiry on guess (tenant_id, expires);

create table unknown_name (
  tenant_id text not null, hour text not null, name_hash text not null, tries integer not null,
  primary key (tenant_id, hour, name_hash));
`
