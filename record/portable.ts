import type { Schema } from './schema.ts'

/** A table on its way from one database to another. */
export type PortableTable = {
  readonly name: Exclude<keyof Schema, 'schema_version'>
  /** The order its rows are written in: what must be appended, and what others point to, comes in its place. */
  readonly order: readonly string[]
  /** Rows at a time. */
  readonly batch: number
  /** The first schema that has it. */
  readonly since: number
}

const table = (
  name: PortableTable['name'],
  order: readonly string[],
  { batch = 500, since = 1 }: Partial<Pick<PortableTable, 'batch' | 'since'>> = {},
): PortableTable => ({ name, order, batch, since })

/** Every table, those first that others point to. `schema_version` is of the file, not of the record. */
export const portable: readonly PortableTable[] = [
  table('account', ['tenant_id', 'id']),
  table('identity', ['tenant_id', 'issuer', 'subject'], { since: 3 }),
  table('passkey', ['tenant_id', 'id'], { since: 3 }),
  table('session', ['tenant_id', 'token_hash']),
  table('draft', ['tenant_id', 'account_id', 'key'], { batch: 50 }),
  table('link', ['tenant_id', 'token_hash']),
  // Each holds a whole file.
  table('attachment', ['tenant_id', 'id'], { batch: 1 }),
  table('setting', ['tenant_id', 'key']),
  table('nonce', ['tenant_id', 'name_hash']),
  table('feedback', ['tenant_id', 'service', 'client', 'card', 'outcome', 'at']),
  table('answered', ['tenant_id', 'actor_id', 'key']),
  table('audit', ['tenant_id', 'seq']),
  table('audit_subject', ['tenant_id', 'subject', 'seq']),
  table('decision', ['tenant_id', 'seq', 'id'], { batch: 100 }),
  table('resource_version', ['tenant_id', 'type', 'id', 'version']),
  table('resource_current', ['tenant_id', 'type', 'id']),
  table('resource_index', ['tenant_id', 'patient_id', 'type', 'id', 'name', 'value']),
]
