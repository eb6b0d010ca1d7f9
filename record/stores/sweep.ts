import { shifted } from '../core/instant.ts'
import type { RecordContext } from '../core/record-context.ts'

export type Swept = { readonly sessions: number; readonly links: number; readonly answers: number }

/** Removes expired sessions and links, and answers older than `keepAnswersDays` (a retry later than that is a new act). */
export const sweep = (context: RecordContext, keepAnswersDays = 30): Promise<Swept> =>
  context.write(async (db) => {
    const now = context.now()
    const old = shifted(now, -keepAnswersDays * 86_400)
    const gone = async (table: 'session' | 'link') =>
      Number(
        (
          await db
            .deleteFrom(table)
            .where('tenant_id', '=', context.tenantId)
            .where('expires', '<=', now)
            .executeTakeFirstOrThrow()
        ).numDeletedRows,
      )
    const answers = await db
      .deleteFrom('answered')
      .where('tenant_id', '=', context.tenantId)
      .where('at', '<', old)
      .executeTakeFirstOrThrow()
    return { sessions: await gone('session'), links: await gone('link'), answers: Number(answers.numDeletedRows) }
  })
