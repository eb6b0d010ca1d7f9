import { instant } from '../core/instant.ts'
import { ok, type Result, refuse } from '../core/problem.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Schema } from '../core/schema.ts'
import { detectRollback, newestInstant } from '../trail/audit.ts'
import { isRolledBack } from '../trail/clock-rollback.ts'

/** What was said of an opening by somebody who looked into it afterwards. */
export type OpeningReview = {
  readonly verdict: string
  readonly note: string
  readonly at: string
  readonly reviewerId: string
}

/** One patient's record, opened for a while by somebody who otherwise may not. */
export type Opening = {
  readonly id: string
  readonly patientId: string
  readonly accountId: string
  /** The session it was opened in: it is of no use in any other. */
  readonly sessionId: string
  /** Why: a word, and in their own words. */
  readonly cause: string
  readonly words: string
  readonly opened: string
  readonly expires: string
  /** When it was ended before its time, and by what; null where nobody did. */
  readonly ended: { readonly at: string; readonly by: string } | null
  readonly review: OpeningReview | null
}

export type NewOpening = Omit<Opening, 'id' | 'opened' | 'ended' | 'review'>

/** Inside an act whatever ends is told by the act’s own event, which names whose record it was. */
export type Openings = {
  /** One record at a time: one that is still open in another session ends. Problems: `opening-there` (in this session). */
  readonly open: (opening: NewOpening) => Promise<Result<Opening>>
  /** What is open in a session now, or null: also when the clock was put back, which ends it. */
  readonly openIn: (sessionId: string) => Promise<Opening | null>
  /** Ends what is open in a session. @returns it, as it ended; null when nothing was open */
  readonly endIn: (sessionId: string, by: string) => Promise<Opening | null>
  /** Ends whatever an account has open, in every session. @returns all of it, as it ended */
  readonly endOf: (accountId: string, by: string) => Promise<readonly Opening[]>
  readonly byId: (id: string) => Promise<Opening | null>
  /** The newest first. Those nobody has looked into, all of them; or those somebody has, at most `limit`. */
  readonly list: (asked: { reviewed: false } | { reviewed: true; limit: number }) => Promise<readonly Opening[]>
  /** How many nobody has looked into. */
  readonly waiting: () => Promise<number>
  /** Says once what an opening was. Problems: `absent`, `reviewed-already`. */
  readonly review: (id: string, review: Omit<OpeningReview, 'at'>) => Promise<Result<Opening>>
}

const asOpening = (row: Schema['opening']): Opening => ({
  id: row.id,
  patientId: row.patient_id,
  accountId: row.account_id,
  sessionId: row.session_id,
  cause: row.cause,
  words: row.words,
  opened: row.opened,
  expires: row.expires,
  ended: row.ended === null ? null : { at: row.ended, by: row.ended_by ?? '' },
  review:
    row.reviewed === null
      ? null
      : { verdict: row.verdict ?? '', note: row.note ?? '', at: row.reviewed, reviewerId: row.reviewer_id ?? '' },
})

export function openOpenings({ db, tenantId, write, now, newId, alsoOf }: RecordContext): Openings {
  const rows = (open: RecordContext['db']) => open.selectFrom('opening').selectAll().where('tenant_id', '=', tenantId)
  const live = (open: RecordContext['db'], column: 'session_id' | 'account_id', value: string) =>
    rows(open).where(column, '=', value).where('ended', 'is', null).where('expires', '>', now())
  const end = async (open: RecordContext['db'], found: readonly Schema['opening'][], by: string) => {
    const at = now()
    for (const { patient_id, id } of found) {
      await open
        .updateTable('opening')
        .set({ ended: at, ended_by: by })
        .where('tenant_id', '=', tenantId)
        .where('patient_id', '=', patient_id)
        .where('id', '=', id)
        .execute()
      alsoOf?.(patient_id)
    }
    return found.map((row) => asOpening({ ...row, ended: at, ended_by: by }))
  }

  return {
    open: ({ patientId, accountId, sessionId, cause, words, expires }) =>
      write(async (open) => {
        const others = await live(open, 'account_id', accountId).execute()
        const own = others.find(({ session_id }) => session_id === sessionId)
        if (own?.patient_id === patientId)
          return refuse('opening-there', 'This record is open in an emergency already. Go on in it.', 'patient')
        if (own)
          return refuse('opening-there', 'Another record is open in an emergency. End that one first.', 'patient')
        await end(open, others, 'opened-elsewhere')
        const row: Schema['opening'] = {
          tenant_id: tenantId,
          patient_id: patientId,
          id: newId(),
          account_id: accountId,
          session_id: sessionId,
          cause,
          words,
          opened: now(),
          expires: instant(expires),
          ended: null,
          ended_by: null,
          verdict: null,
          note: null,
          reviewed: null,
          reviewer_id: null,
        }
        await open.insertInto('opening').values(row).execute()
        return ok(asOpening(row))
      }),
    openIn: async (sessionId) => {
      const found = await live(db, 'session_id', sessionId).executeTakeFirst()
      if (!found) return null
      if (!isRolledBack(await newestInstant(db, tenantId), now())) return asOpening(found)
      // Written at once: when it is as late again, nobody could tell any more.
      await write((open) => detectRollback(open, tenantId, { at: now(), actId: newId() }))
      return null
    },
    endIn: (sessionId, by) =>
      write(async (open) => {
        const found = await live(open, 'session_id', sessionId).executeTakeFirst()
        const [ended = null] = found ? await end(open, [found], by) : []
        return ended
      }),
    endOf: (accountId, by) => write(async (open) => end(open, await live(open, 'account_id', accountId).execute(), by)),
    byId: async (id) => {
      const found = await rows(db).where('id', '=', id).executeTakeFirst()
      return found ? asOpening(found) : null
    },
    list: async (asked) => {
      const newest = rows(db).orderBy('opened', 'desc').orderBy('id')
      const found = asked.reviewed
        ? newest.where('reviewed', 'is not', null).limit(asked.limit)
        : newest.where('reviewed', 'is', null)
      return (await found.execute()).map(asOpening)
    },
    waiting: async () => {
      const counted = await db
        .selectFrom('opening')
        .select(({ fn }) => fn.countAll<number | string>().as('many'))
        .where('tenant_id', '=', tenantId)
        .where('reviewed', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(counted.many)
    },
    review: (id, { verdict, note, reviewerId }) =>
      write(async (open) => {
        const found = await rows(open).where('id', '=', id).executeTakeFirst()
        if (!found) return refuse('absent', 'There is no such opening.', `opening/${id}`)
        if (found.reviewed !== null)
          return refuse('reviewed-already', 'Somebody has already reviewed this opening.', `opening/${id}`)
        const said = { verdict, note, reviewed: now(), reviewer_id: reviewerId }
        await open
          .updateTable('opening')
          .set(said)
          .where('tenant_id', '=', tenantId)
          .where('patient_id', '=', found.patient_id)
          .where('id', '=', id)
          .execute()
        return ok(asOpening({ ...found, ...said }))
      }),
  }
}
