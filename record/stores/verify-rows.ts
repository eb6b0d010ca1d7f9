import type { Ground, KeptKind } from '../ground/ground.ts'
import { ok, type Result } from '../ground/problem.ts'
import type { AuditEvent } from '../trail/audit.ts'
import { auditRows } from '../trail/verify-audit.ts'
import { accountHash, heldOf } from './accounts.ts'
import { columns, fileHash } from './attachments.ts'
import { broken } from './broken-row.ts'
import { settingHash } from './settings.ts'
import { verifyBytes } from './verify-bytes.ts'

/** How many of each are held to the trail; of files, how many there are. */
export type RowsVerified = { readonly [kind in KeptKind]: number }

type Told = ReadonlyMap<string, string | null>
type Row = { readonly id: string; readonly hash: string }

/**
 * Holds every file, account and setting against what the audit trail says last of it. What no event tells of was kept by a
 * release that told of none, or outside any act: it is held to nothing, but a file to the sum of its bytes. Trust it only after
 * `verifyAudit`.
 * Problem: `record-broken`, `where` is `attachment/<id>`, `account/<id>` or `setting/<key>`.
 */
export async function verifyRows(ground: Ground): Promise<Result<RowsVerified>> {
  const told = await toldOf(ground)
  const files = await fileRows(ground)
  const heldFiles = held(files, told.files, 'attachment')
  if (!heldFiles.ok) return heldFiles
  const bytes = await verifyBytes(ground, files)
  if (!bytes.ok) return bytes
  const accounts = held(await accountRows(ground), told.accounts, 'account')
  if (!accounts.ok) return accounts
  const settings = held(await settingRows(ground), told.settings, 'setting')
  if (!settings.ok) return settings
  return ok({ files: files.length, accounts: accounts.value, settings: settings.value })
}

/** What the trail says last of each. */
async function toldOf(ground: Ground): Promise<Readonly<Record<KeptKind, Map<string, string | null>>>> {
  const told = { files: new Map(), accounts: new Map(), settings: new Map() }
  const kinds = Object.keys(told) as KeptKind[]
  for await (const rows of auditRows(ground))
    for (const { event } of rows) {
      // Most tell of none, and an event of an import is long to read.
      if (!kinds.some((kind) => event.includes(`"${kind}":[`))) continue
      const read = JSON.parse(event) as AuditEvent
      for (const kind of kinds) for (const { id, hash } of read[kind] ?? []) told[kind].set(id, hash)
    }
  return told
}

const fileRows = async ({ db, tenantId }: Ground): Promise<readonly (Row & { readonly sha256: string })[]> =>
  (await db.selectFrom('attachment').select(columns).where('tenant_id', '=', tenantId).orderBy('id').execute()).map(
    (row) => ({ id: row.id, hash: fileHash(row), sha256: row.sha256 }),
  )

const accountRows = async ({ db, tenantId }: Ground): Promise<readonly Row[]> =>
  (await db.selectFrom('account').select(heldOf).where('tenant_id', '=', tenantId).orderBy('id').execute()).map(
    (row) => ({ id: row.id, hash: accountHash(row) }),
  )

const settingRows = async ({ db, tenantId }: Ground): Promise<readonly Row[]> =>
  (
    await db
      .selectFrom('setting')
      .select(['key', 'json', 'updated'])
      .where('tenant_id', '=', tenantId)
      .orderBy('key')
      .execute()
  ).map((row) => ({ id: row.key, hash: settingHash(row) }))

/** @returns how many of the rows are held to something */
function held(rows: readonly Row[], told: Told, what: string): Result<number> {
  const there = new Map(rows.map(({ id, hash }) => [id, hash]))
  let many = 0
  for (const [id, hash] of told) {
    const is = there.get(id) ?? null
    if (is !== hash) return broken(`${what}/${id}`, is === null ? 'is missing' : 'was changed')
    if (hash !== null) many += 1
  }
  return ok(many)
}
