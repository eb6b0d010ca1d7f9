import { canonical, sha256 } from '../core/canonical.ts'
import { instant } from '../core/instant.ts'
import { ok, type Result, refuse } from '../core/problem.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Schema } from '../core/schema.ts'

/** A door that opens for one purpose, for one subject, until a moment. */
export type Link = {
  readonly purpose: string
  /** What it opens, such as an address or an account id. */
  readonly subject: string
  readonly created: string
  readonly expires: string
  readonly used: string | null
}

/** Of what a device is to sign, which opens nothing by itself: whoever is asked to enter is nobody yet, and no act tells of it. */
export const challenges = { enter: 'passkey-sign-in', add: 'passkey-added', again: 'shown-again' } as const
export type Challenge = (typeof challenges)[keyof typeof challenges]

/** What the links are for that work once: all others may be looked at again, for as long as they go on. */
export const singleUse = { setUp: 'set-up', administrator: 'administrator', connect: 'openid-connect' } as const

/** What the trail holds a link to; whether it was used, it does not tell. */
export const linkRowHash = ({
  purpose,
  subject,
  created,
  expires,
}: Pick<Schema['link'], 'purpose' | 'subject' | 'created' | 'expires'>): string =>
  sha256(canonical([purpose, subject, created, expires]))

type Shown = { readonly token: string; readonly purpose: string }

/** Links that open without signing in. What was shown as one is never kept, only its hash. */
export type Links = {
  /** Keeps only the hash of a token the caller made (`newToken`). */
  readonly issue: (link: Shown & { subject: string; expires: string }) => Promise<Link>
  /** For links that may be looked at again. Problems: `link-unknown` (also for another purpose), `link-expired`, `link-used`. */
  readonly look: (shown: Shown) => Promise<Result<Link>>
  /** For links that work once: of many at the same time exactly one gets `ok`. Problems as for `look`. */
  readonly use: (shown: Shown) => Promise<Result<Link>>
  /** Ends every link of a subject for a purpose. */
  readonly revoke: (purpose: string, subject: string) => Promise<void>
}

const asLink = ({ purpose, subject, created, expires, used }: Schema['link']): Link => ({
  purpose,
  subject,
  created,
  expires,
  used,
})

export function openLinks(context: RecordContext): Links {
  const { tenantId, write, now } = context

  const look = async (db: RecordContext['db'], { token, purpose }: Shown): Promise<Result<Link>> => {
    const row = await db
      .selectFrom('link')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('token_hash', '=', sha256(token))
      .where('purpose', '=', purpose)
      .executeTakeFirst()
    if (!row) return refuse('link-unknown', 'This link is not valid.', 'link')
    if (row.used !== null) return refuse('link-used', 'This link was already used.', 'link')
    if (row.expires <= now()) return refuse('link-expired', 'This link has expired.', 'link')
    return ok(asLink(row))
  }

  return {
    issue: ({ token, purpose, subject, expires }) =>
      write(async (db) => {
        const row = {
          tenant_id: tenantId,
          token_hash: sha256(token),
          purpose,
          subject,
          created: now(),
          expires: instant(expires),
          used: null,
        }
        await db.insertInto('link').values(row).execute()
        context.keptRow?.('links', { id: row.token_hash, hash: linkRowHash(row) })
        return asLink(row)
      }),
    look: (shown) => look(context.db, shown),
    use: (shown) =>
      write(async (db) => {
        const found = await look(db, shown)
        if (!found.ok) return found
        const used = now()
        await db
          .updateTable('link')
          .set({ used })
          .where('tenant_id', '=', tenantId)
          .where('token_hash', '=', sha256(shown.token))
          .execute()
        return ok({ ...found.value, used })
      }),
    revoke: (purpose, subject) =>
      write(async (db) => {
        await db
          .deleteFrom('link')
          .where('tenant_id', '=', tenantId)
          .where('purpose', '=', purpose)
          .where('subject', '=', subject)
          .execute()
      }),
  }
}
