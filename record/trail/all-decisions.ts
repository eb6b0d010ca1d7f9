import type { RecordContext } from '../core/record-context.ts'
import { asLogged, type LoggedDecision } from './decisions.ts'

// Each holds a whole chart and a whole advice.
const batch = 50

/** Every logged decision, in the order of the acts, including those logged during the iteration. */
export async function* allDecisions({ db, tenantId }: RecordContext): AsyncGenerator<LoggedDecision> {
  for (let after = { seq: 0, id: '' }; ; ) {
    const { seq, id } = after
    const rows = await db
      .selectFrom('decision')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where((is) => is.or([is('seq', '>', seq), is.and([is('seq', '=', seq), is('id', '>', id)])]))
      .orderBy('seq')
      .orderBy('id')
      .limit(batch)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    for (const row of rows) yield asLogged(row)
    after = last
  }
}
