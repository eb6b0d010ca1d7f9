import { sha256 } from '../core/canonical.ts'
import { instant, shifted } from '../core/instant.ts'
import { inTransaction, type RecordContext } from '../core/record-context.ts'
import type { Schema } from '../core/schema.ts'
import { sessionRow } from '../core/session-row.ts'
import { detectRollback } from '../trail/audit.ts'
import { isRolledBack } from '../trail/clock-rollback.ts'
import { type Account, openAccounts } from './accounts.ts'
import { openOpenings } from './openings.ts'

export type Session = {
  /** Hash of the token: names the session without opening it. */
  readonly id: string
  readonly accountId: string
  readonly created: string
  readonly lastSeen: string
  readonly expires: string
}

type Starting = { readonly token: string; readonly accountId: string; readonly expires: string }

/** With a session ends what was opened in an emergency in it. */
export type Sessions = {
  /** Starts a session for a token the caller made (`newToken`) and keeps only its hash. The account must exist. */
  readonly start: (session: Starting) => Promise<Session>
  /** The same for whoever showed a password, which takes a while to look at: null when it is another one by now, or the account is shut. */
  readonly startBy: (session: Starting & { passwordHash: string }) => Promise<Session | null>
  /** The live session of a token; null when unknown, ended, expired, idle for longer than `idleSeconds`, or the account is disabled. */
  readonly find: (
    token: string,
    limits?: { idleSeconds?: number },
  ) => Promise<{ readonly session: Session; readonly account: Account } | null>
  /** Notes that the session is in use, at most once every `everySeconds` (default 60), for each note costs a sync of the disk. */
  readonly touch: (token: string, limits?: { everySeconds?: number }) => Promise<void>
  readonly end: (token: string) => Promise<void>
  /** Ends one session by its id, for the screen that lists them. */
  readonly endById: (id: string) => Promise<void>
  readonly endAll: (accountId: string) => Promise<void>
  readonly ofAccount: (accountId: string) => Promise<readonly Session[]>
}

const asSession = (row: Schema['session']): Session => ({
  id: row.token_hash,
  accountId: row.account_id,
  created: row.created,
  lastSeen: row.last_seen,
  expires: row.expires,
})

export function openSessions(context: RecordContext): Sessions {
  const { db, tenantId } = context
  const accounts = openAccounts(context)
  const row = (token: string, from = db) =>
    from
      .selectFrom('session')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('token_hash', '=', sha256(token))
      .executeTakeFirst()
  const remove = (column: 'token_hash' | 'account_id', value: string) =>
    context.write(async (open) => {
      const openings = openOpenings(inTransaction(context, open, context.now()))
      await (column === 'token_hash' ? openings.endIn(value, 'signed-out') : openings.endOf(value, 'signed-out'))
      await open.deleteFrom('session').where('tenant_id', '=', tenantId).where(column, '=', value).execute()
    })

  // Whoever comes is the first to notice where nothing was told since.
  const noticed = (token: string) =>
    context.write(async (open) => {
      const found = await row(token, open)
      const at = context.now()
      if (found && isRolledBack(found.last_seen, at))
        await detectRollback(open, tenantId, { at, actId: context.newId(), seen: found.last_seen })
    })

  const begin = async (open: RecordContext['db'], { token, accountId, expires }: Starting): Promise<Session> => {
    const now = context.now()
    await detectRollback(open, tenantId, { at: now, actId: context.newId() })
    const fresh = {
      tenant_id: tenantId,
      token_hash: sha256(token),
      account_id: accountId,
      created: now,
      last_seen: now,
      expires: instant(expires),
    }
    await open.insertInto('session').values(fresh).execute()
    context.keptRow?.('sessions', sessionRow(fresh))
    return asSession(fresh)
  }

  return {
    start: (session) => context.write((open) => begin(open, session)),
    startBy: ({ passwordHash, ...session }) =>
      context.write(async (open) => {
        const inside = openAccounts(inTransaction(context, open, context.now()))
        const account = await inside.byId(session.accountId)
        if (account === null || account.disabled) return null
        // A new password ended every session there was: one that began by the old one would outlive them.
        return (await inside.passwordHash(account.id)) === passwordHash ? begin(open, session) : null
      }),
    find: async (token, { idleSeconds } = {}) => {
      const now = context.now()
      const before = await row(token)
      const goesBack = before !== undefined && isRolledBack(before.last_seen, now)
      if (goesBack) await noticed(token)
      const found = goesBack ? await row(token) : before
      if (!found || found.expires <= now) return null
      if (idleSeconds !== undefined && shifted(found.last_seen, idleSeconds) <= now) return null
      const account = await accounts.byId(found.account_id)
      return account && !account.disabled ? { session: asSession(found), account } : null
    },
    touch: async (token, { everySeconds = 60 } = {}) => {
      const found = await row(token)
      const now = context.now()
      if (!found || shifted(found.last_seen, everySeconds) > now) return
      await context.write(async (open) => {
        await open
          .updateTable('session')
          .set({ last_seen: now })
          .where('tenant_id', '=', tenantId)
          .where('token_hash', '=', found.token_hash)
          .execute()
      })
    },
    end: (token) => remove('token_hash', sha256(token)),
    endById: (id) => remove('token_hash', id),
    endAll: (accountId) => remove('account_id', accountId),
    ofAccount: async (accountId) => {
      const rows = await db
        .selectFrom('session')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('account_id', '=', accountId)
        .orderBy('created', 'desc')
        .execute()
      return rows.map(asSession)
    },
  }
}
