import { ok, type Result } from '../core/problem.ts'
import type { Progress } from '../core/progress.ts'
import { type KeptKind, keptKinds, type RecordContext } from '../core/record-context.ts'
import { sessionRow } from '../core/session-row.ts'
import type { AuditEvent } from '../trail/audit.ts'
import { auditRows } from '../trail/verify-audit.ts'
import { accountHash, heldOf } from './accounts.ts'
import { columns, fileHash } from './attachments.ts'
import { challenges, linkRowHash } from './links.ts'
import { recordBroken } from './record-broken.ts'
import { apart, settingHash } from './settings.ts'
import { signInRows } from './sign-ins.ts'
import { verifyAttachments } from './verify-attachments.ts'

/** How many of each are held to the trail; of files, how many there are. */
export type RowsVerified = { readonly [kind in KeptKind]: number } & {
  /** Of all together, how many no event tells of, where an older release began the trail. */
  readonly untold: number
}

type Told = {
  readonly last: Readonly<Record<KeptKind, Map<string, string | null>>>
  /** Of what the trail tells from its first event on. */
  readonly all: ReadonlySet<KeptKind>
}
type Row = { readonly id: string; readonly hash: string }

/**
 * Holds every file, account, its ways of signing in, every setting, session and link against what the audit trail says last
 * of it. What no event tells of nobody put there, unless an older release began the trail: those told of none, and what they
 * kept is held to nothing, but a file to the sum of its bytes. Trust it only after `verifyAudit`.
 * Problem: `record-broken`, `where` is `attachment/<id>`, `account/<id>`, `sign-in/<id of the account>`, `setting/<key>`,
 * `session/<id>` or `link/<hash of its token>`.
 */
export async function verifyRows(context: RecordContext, progress?: Progress): Promise<Result<RowsVerified>> {
  const files = await fileRows(context)
  const rows: Readonly<Record<KeptKind, readonly Row[]>> = {
    files,
    accounts: await accountRows(context),
    signIns: await signInRows(context),
    settings: await settingRows(context),
    sessions: await sessionRows(context),
    links: await linkRows(context),
  }
  const told = await toldOf(context, { sessions: idsOf(rows.sessions), links: idsOf(rows.links) })
  const count = { untold: 0 } as { [kind in KeptKind | 'untold']: number }
  for (const kind of keptKinds) {
    const of = held(rows[kind], told, kind)
    if (!of.ok) return of
    count[kind] = of.value.told
    count.untold += of.value.untold
  }
  const bytes = await verifyAttachments(context, files, progress)
  return bytes.ok ? ok({ ...count, files: files.length }) : bytes
}

const idsOf = (rows: readonly Row[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id))

/** Of what ends by itself and is swept away: those there are. That one is gone lets nobody in, and there were many. */
type StillThere = Readonly<Partial<Record<KeptKind, ReadonlySet<string>>>>

async function toldOf(context: RecordContext, there: StillThere): Promise<Told> {
  const last = {
    files: new Map(),
    accounts: new Map(),
    signIns: new Map(),
    settings: new Map(),
    sessions: new Map(),
    links: new Map(),
  }
  const all = new Set<KeptKind>()
  for await (const rows of auditRows(context))
    for (const { event, seq } of rows) {
      // Most tell of none, and an event of an import is long to read.
      if (seq > 1 && !keptKinds.some((kind) => event.includes(`"${kind}":[`))) continue
      const read = JSON.parse(event) as AuditEvent
      for (const kind of read.tellsOf ?? []) all.add(kind)
      for (const kind of keptKinds)
        for (const { id, hash } of read[kind] ?? []) if (there[kind]?.has(id) ?? true) last[kind].set(id, hash)
    }
  return { last, all }
}

const fileRows = async ({ db, tenantId }: RecordContext): Promise<readonly (Row & { readonly sha256: string })[]> =>
  (await db.selectFrom('attachment').select(columns).where('tenant_id', '=', tenantId).orderBy('id').execute()).map(
    (row) => ({ id: row.id, hash: fileHash(row), sha256: row.sha256 }),
  )

const accountRows = async ({ db, tenantId }: RecordContext): Promise<readonly Row[]> =>
  (await db.selectFrom('account').select(heldOf).where('tenant_id', '=', tenantId).orderBy('id').execute()).map(
    (row) => ({ id: row.id, hash: accountHash(row) }),
  )

const settingRows = async ({ db, tenantId }: RecordContext): Promise<readonly Row[]> =>
  (
    await db
      .selectFrom('setting')
      .select(['key', 'json', 'updated'])
      .where('tenant_id', '=', tenantId)
      .where('key', 'not in', Object.values(apart))
      .orderBy('key')
      .execute()
  ).map((row) => ({ id: row.key, hash: settingHash(row) }))

const sessionRows = async ({ db, tenantId }: RecordContext): Promise<readonly Row[]> =>
  (await db.selectFrom('session').selectAll().where('tenant_id', '=', tenantId).orderBy('token_hash').execute()).map(
    sessionRow,
  )

const linkRows = async ({ db, tenantId }: RecordContext): Promise<readonly Row[]> =>
  (
    await db
      .selectFrom('link')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('purpose', 'not in', Object.values(challenges))
      .orderBy('token_hash')
      .execute()
  ).map((row) => ({ id: row.token_hash, hash: linkRowHash(row) }))

const names: Readonly<Record<KeptKind, string>> = {
  files: 'attachment',
  accounts: 'account',
  signIns: 'sign-in',
  settings: 'setting',
  sessions: 'session',
  links: 'link',
}

/** @returns how many of the rows are held to something, and how many are not */
function held(
  rows: readonly Row[],
  { last, all }: Told,
  kind: KeptKind,
): Result<{ readonly told: number; readonly untold: number }> {
  const there = new Map(rows.map(({ id, hash }) => [id, hash]))
  for (const [id, hash] of last[kind]) {
    const is = there.get(id) ?? null
    if (is !== hash) return recordBroken(`${names[kind]}/${id}`, is === null ? 'is missing' : 'was changed')
  }
  const untold = rows.filter(({ id }) => !last[kind].has(id))
  const [first] = untold
  if (first && all.has(kind))
    return recordBroken(`${names[kind]}/${first.id}`, 'is told of by no event of the audit trail')
  return ok({ told: rows.length - untold.length, untold: untold.length })
}
