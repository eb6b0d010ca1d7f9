import { instant } from '../core/instant.ts'
import type { RecordContext } from '../core/record-context.ts'

/** What somebody made of something that was shown to them. Told twice, it is one. */
export type Feedback = {
  /** Which of our services showed it. */
  readonly service: string
  /** What was shown, by its id. */
  readonly card: string
  readonly outcome: string
  /** When they did so. */
  readonly at: string
  /** Who tells it. */
  readonly client: string
  readonly reasonSystem: string | null
  readonly reasonCode: string | null
  readonly comment: string | null
  /** How many suggestions were taken. */
  readonly taken: number
}

/** How often one outcome was told of a service with one reason. */
export type FeedbackCount = {
  readonly service: string
  readonly outcome: string
  readonly reasonSystem: string | null
  readonly reasonCode: string | null
  readonly count: number
}

/** What people made of what was shown to them elsewhere. */
export type FeedbackStore = {
  /** @returns how many of them were new */
  readonly add: (all: readonly Feedback[]) => Promise<number>
  /** How often what was said of which service, and for which reason; the most frequent first. */
  readonly counts: () => Promise<readonly FeedbackCount[]>
}

export function openFeedback({ db, tenantId, write, now }: RecordContext): FeedbackStore {
  return {
    add: (all) =>
      write(async (open) => {
        let fresh = 0
        for (const { service, card, outcome, at, client, reasonSystem, reasonCode, comment, taken } of all) {
          const row = { tenant_id: tenantId, service, card, outcome, at: instant(at), client, taken, received: now() }
          const said = { reason_system: reasonSystem, reason_code: reasonCode, comment }
          const written = await open
            .insertInto('feedback')
            .values({ ...row, ...said })
            .onConflict((conflict) =>
              conflict.columns(['tenant_id', 'service', 'client', 'card', 'outcome', 'at']).doNothing(),
            )
            .executeTakeFirst()
          fresh += Number(written.numInsertedOrUpdatedRows ?? 0)
        }
        return fresh
      }),
    counts: async () => {
      const rows = await db
        .selectFrom('feedback')
        .select(['service', 'outcome', 'reason_system', 'reason_code'])
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .where('tenant_id', '=', tenantId)
        .groupBy(['service', 'outcome', 'reason_system', 'reason_code'])
        .orderBy('count', 'desc')
        .orderBy('service')
        .orderBy('outcome')
        .orderBy('reason_code')
        .execute()
      return rows.map(({ service, outcome, reason_system, reason_code, count }) => ({
        service,
        outcome,
        reasonSystem: reason_system,
        reasonCode: reason_code,
        count: Number(count),
      }))
    },
  }
}
