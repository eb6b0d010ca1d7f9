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

type Told = Pick<PortableTable, 'order'> & Partial<Pick<PortableTable, 'batch' | 'since'>>

// Every table, or it does not compile: what is left out here would be missing from every backup. Those first that others
// point to. `schema_version` is of the file, not of the record.
const tables: Readonly<Record<PortableTable['name'], Told>> = {
  account: { order: ['tenant_id', 'id'] },
  identity: { order: ['tenant_id', 'issuer', 'subject'], since: 3 },
  passkey: { order: ['tenant_id', 'id'], since: 3 },
  session: { order: ['tenant_id', 'token_hash'] },
  opening: { order: ['tenant_id', 'patient_id', 'id'], since: 5 },
  draft: { order: ['tenant_id', 'account_id', 'key'], batch: 50 },
  link: { order: ['tenant_id', 'token_hash'] },
  // Each holds a whole file.
  attachment: { order: ['tenant_id', 'id'], batch: 1 },
  setting: { order: ['tenant_id', 'key'] },
  nonce: { order: ['tenant_id', 'name_hash'], since: 4 },
  feedback: { order: ['tenant_id', 'service', 'client', 'card', 'outcome', 'at'], since: 4 },
  guess: { order: ['tenant_id', 'name_hash'], since: 6 },
  unknown_name: { order: ['tenant_id', 'hour', 'name_hash'], since: 6 },
  answered: { order: ['tenant_id', 'actor_id', 'key'] },
  audit: { order: ['tenant_id', 'seq'] },
  audit_subject: { order: ['tenant_id', 'subject', 'seq'] },
  decision: { order: ['tenant_id', 'seq', 'id'], batch: 100 },
  resource_version: { order: ['tenant_id', 'type', 'id', 'version'] },
  resource_current: { order: ['tenant_id', 'type', 'id'] },
  search_value: { order: ['tenant_id', 'parameter', 'value', 'number'], since: 6 },
}

/** Every table, in the order to write them. */
export const portable: readonly PortableTable[] = Object.entries(tables).map(([name, { order, batch, since }]) => ({
  name: name as PortableTable['name'],
  order,
  batch: batch ?? 500,
  since: since ?? 1,
}))
