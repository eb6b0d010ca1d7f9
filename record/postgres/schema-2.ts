import { schema1 } from '../sqlite/schema-1.ts'
import { schema2 } from '../sqlite/schema-2.ts'
import { postgresSql } from './postgres-sql.ts'

/**
 * The first schema on PostgreSQL is SQLite's second one, in its own words. Released steps are never edited: a change is
 * a new step.
 */
const tables = postgresSql(`${schema1.slice(0, schema1.indexOf('create trigger'))}${schema2}`)

const appendOnly = ['resource_version', 'audit', 'audit_subject', 'decision'].map(
  (table) => `
create trigger ${table}_is_append_only before update or delete on ${table} for each row execute function refuse_rewriting();
create trigger ${table}_is_never_emptied before truncate on ${table} execute function refuse_rewriting();`,
)

/** Whoever writes for a tenant holds its row: see docs/decisions/0028-two-databases-one-behaviour.md. */
const writers = `
create table tenant (tenant_id text collate "C" not null primary key);
`

// A plan kept from when the tables were empty would take another index, and each row of an import longer than the one before.
const triggers = `
create function refuse_rewriting() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name; end $$;
${appendOnly.join('')}

create function audit_appends() returns trigger language plpgsql set search_path from current set plan_cache_mode to force_custom_plan as $$
begin
  if new.seq <> 1 + coalesce((select max(seq) from audit where tenant_id = new.tenant_id), 0) then
    raise exception 'audit is append-only';
  end if;
  return new;
end $$;
create trigger audit_appends before insert on audit for each row execute function audit_appends();

create function resource_version_appends() returns trigger language plpgsql set search_path from current set plan_cache_mode to force_custom_plan as $$
begin
  if new.version <> 1 + coalesce((select max(version) from resource_version
      where tenant_id = new.tenant_id and type = new.type and id = new.id), 0) then
    raise exception 'resource_version is append-only';
  end if;
  return new;
end $$;
create trigger resource_version_appends before insert on resource_version
  for each row execute function resource_version_appends();

create function decision_appends() returns trigger language plpgsql set search_path from current set plan_cache_mode to force_custom_plan as $$
begin
  if exists (select 1 from decision where tenant_id = new.tenant_id and id = new.id) then
    raise exception 'decision is append-only';
  end if;
  return new;
end $$;
create trigger decision_appends before insert on decision for each row execute function decision_appends();
`

export const schema2OfPostgres = tables + writers + triggers
