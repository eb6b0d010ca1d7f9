import type { Ground } from '../ground/ground.ts'
import { shifted } from '../ground/instant.ts'

export type Swept = { readonly sessions: number; readonly links: number; readonly answers: number }

/** Removes expired sessions and links, and answers older than `keepAnswersDays` (a retry later than that is a new act). */
export const sweep = (ground: Ground, keepAnswersDays = 30): Promise<Swept> =>
  ground.write(async (db) => {
    const now = ground.now()
    const old = shifted(now, -keepAnswersDays * 86_400)
    const gone = async (table: 'session' | 'link') =>
      Number(
        (
          await db
            .deleteFrom(table)
            .where('tenant_id', '=', ground.tenantId)
            .where('expires', '<=', now)
            .executeTakeFirstOrThrow()
        ).numDeletedRows,
      )
    const answers = await db
      .deleteFrom('answered')
      .where('tenant_id', '=', ground.tenantId)
      .where('at', '<', old)
      .executeTakeFirstOrThrow()
    return { sessions: await gone('session'), links: await gone('link'), answers: Number(answers.numDeletedRows) }
  })
