import { canonical, sha256 } from './canonical.ts'
import type { AuditedRow } from './record-context.ts'
import type { Schema } from './schema.ts'

/** What the trail holds a session to; when somebody was last seen in it, it does not tell. */
export const sessionRow = ({
  token_hash,
  account_id,
  created,
  expires,
}: Omit<Schema['session'], 'tenant_id' | 'last_seen'>): AuditedRow & { readonly hash: string } => ({
  id: token_hash,
  hash: sha256(canonical([account_id, created, expires])),
})
