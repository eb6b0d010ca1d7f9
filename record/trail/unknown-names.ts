import { sha256 } from '../core/canonical.ts'
import { type GroupCommit, openGroupCommit } from '../core/group-commit.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Db } from '../core/schema.ts'
import type { Writer } from '../core/writer.ts'
import { appendAudit, type NewEvent } from './audit.ts'

/**
 * Tries to sign in under names that are nobody's. Whoever makes them up could fill the trail, so they are counted by the
 * hour: the first is told at once, all of an hour together at the first try after it. A name may be a password that was
 * typed in the wrong place: three digits of its hash tell few names from many, say no more, and bound the rows.
 */
export const openUnknownNames = (context: RecordContext, writer: Writer, delayMs: number): GroupCommit<string, void> =>
  openGroupCommit(writer, delayMs, async (db, names) => {
    await countNames(db, context, names)
    return names.map(() => undefined)
  })

const lettersOfHour = '2026-11-23T08'.length
const digits = 3

async function countNames(db: Db, context: RecordContext, names: readonly string[]): Promise<void> {
  const { tenantId } = context
  const now = context.now()
  const hour = now.slice(0, lettersOfHour)
  const rows = await db.selectFrom('unknown_name').selectAll().where('tenant_id', '=', tenantId).execute()
  const over = Map.groupBy(
    rows.filter((row) => row.hour !== hour),
    (row) => row.hour,
  )
  const told: NewEvent[] = []
  for (const [past, own] of over) {
    const tries = own.reduce((sum, row) => sum + row.tries, 0)
    // The first of them was told when it was made.
    if (tries > 1)
      told.push(event(context, `${tries} tries in the hour from ${past}:00Z, under ${manyNames(own.length)}`))
    await db.deleteFrom('unknown_name').where('tenant_id', '=', tenantId).where('hour', '=', past).execute()
  }
  if (!rows.some((row) => row.hour === hour)) told.push(event(context, 'one try under a name that is nobody’s'))
  for (const [hash, ones] of Map.groupBy(names, (name) => sha256(name).slice(0, digits)))
    await db
      .insertInto('unknown_name')
      .values({ tenant_id: tenantId, hour, name_hash: hash, tries: ones.length })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'hour', 'name_hash'])
          .doUpdateSet((is) => ({ tries: is('unknown_name.tries', '+', ones.length) })),
      )
      .execute()
  if (told.length > 0) await appendAudit(db, tenantId, told)
}

const manyNames = (many: number): string =>
  many === 1 ? 'a name that is nobody’s' : `some ${many} names that are nobody’s`

const event = (context: RecordContext, what: string): NewEvent => ({
  at: context.now(),
  actId: context.newId(),
  actor: { id: 'nobody' },
  action: 'sign-in-refused',
  outcome: 'refused',
  patientIds: [],
  purpose: null,
  requestId: null,
  changes: [],
  decision: null,
  problem: null,
  aside: { what },
})
