import { canonical, sha256 } from '../core/canonical.ts'
import { ok, type Result, refuse } from '../core/problem.ts'
import { inTransaction, type RecordContext } from '../core/record-context.ts'
import type { Schema } from '../core/schema.ts'
import { openOpenings } from './openings.ts'
import { tellSignIns } from './sign-ins.ts'

/** Somebody who may sign in. */
export type Account = {
  readonly id: string
  /** Trimmed, NFC, lower case; unique. */
  readonly login: string
  readonly displayName: string
  readonly roles: readonly string[]
  readonly disabled: boolean
  readonly created: string
}

export type NewAccount = {
  readonly login: string
  readonly displayName: string
  readonly roles: readonly string[]
  /** As the password library wrote it, its salt within; null until the person has set one. */
  readonly passwordHash: string | null
}

/** What is named is changed; everything else stays. */
export type AccountChange = Partial<NewAccount & { readonly disabled: boolean }>

/**
 * Who may sign in. A name is found however it is typed: case, accents put together or not, and blanks around it count
 * for nothing.
 */
export type Accounts = {
  /** Problems: `login-taken`, `bad-login` (empty). */
  readonly create: (account: NewAccount) => Promise<Result<Account>>
  readonly byId: (id: string) => Promise<Account | null>
  readonly byLogin: (login: string) => Promise<Account | null>
  readonly list: () => Promise<readonly Account[]>
  /** Kept out of `Account` so that it does not travel. */
  readonly passwordHash: (id: string) => Promise<string | null>
  /**
   * Changes what is given. Disabling, or a new password, ends all sessions of the account in the same transaction; that,
   * or other roles, also ends what it has open in an emergency.
   * Problems: `absent`, `login-taken`, `bad-login`.
   */
  readonly change: (id: string, change: AccountChange) => Promise<Result<Account>>
}

const normalLogin = (login: string): string => login.normalize('NFC').trim().toLowerCase()

const asAccount = (row: Schema['account']): Account => ({
  id: row.id,
  login: row.login,
  displayName: row.display_name,
  roles: JSON.parse(row.roles) as string[],
  disabled: row.disabled === 1,
  created: row.created,
})

/** All that the trail holds an account to; the ways of signing in to it are told beside it. */
export const heldOf = ['id', 'login', 'display_name', 'roles', 'disabled', 'created'] as const

export const accountHash = (row: Pick<Schema['account'], (typeof heldOf)[number]>): string =>
  sha256(canonical(heldOf.map((name) => row[name])))

const loginTaken = (login: string) => refuse('login-taken', `The sign-in name "${login}" is taken.`, 'login')
const badLogin = refuse('bad-login', 'A sign-in name cannot be empty.', 'login')

export function openAccounts(context: RecordContext): Accounts {
  const { tenantId } = context
  const find = async (db: RecordContext['db'], column: 'id' | 'login', value: string) =>
    db.selectFrom('account').selectAll().where('tenant_id', '=', tenantId).where(column, '=', value).executeTakeFirst()
  const account = (row: Schema['account'] | undefined) => (row ? asAccount(row) : null)

  const create: Accounts['create'] = (given) =>
    context.write(async (db) => {
      const login = normalLogin(given.login)
      if (login === '') return badLogin
      if (await find(db, 'login', login)) return loginTaken(login)
      const row: Schema['account'] = {
        tenant_id: tenantId,
        id: context.newId(),
        login,
        display_name: given.displayName,
        password_hash: given.passwordHash,
        roles: JSON.stringify(given.roles),
        disabled: 0,
        created: context.now(),
      }
      await db.insertInto('account').values(row).execute()
      context.keptRow?.('accounts', { id: row.id, hash: accountHash(row) })
      await tellSignIns({ ...context, db }, row.id)
      return ok(asAccount(row))
    })

  const change: Accounts['change'] = (id, given) =>
    context.write(async (db) => {
      const before = await find(db, 'id', id)
      if (!before) return refuse('absent', 'There is no such account.', `account/${id}`)
      const login = given.login === undefined ? before.login : normalLogin(given.login)
      if (login === '') return badLogin
      if (login !== before.login && (await find(db, 'login', login))) return loginTaken(login)
      const after: Schema['account'] = {
        ...before,
        login,
        display_name: given.displayName ?? before.display_name,
        roles: given.roles === undefined ? before.roles : JSON.stringify(given.roles),
        password_hash: given.passwordHash === undefined ? before.password_hash : given.passwordHash,
        disabled: given.disabled === undefined ? before.disabled : Number(given.disabled),
      }
      await db.updateTable('account').set(after).where('tenant_id', '=', tenantId).where('id', '=', id).execute()
      context.keptRow?.('accounts', { id, hash: accountHash(after) })
      await tellSignIns({ ...context, db }, id)
      if (after.disabled === 1 || given.passwordHash !== undefined) {
        await db.deleteFrom('session').where('tenant_id', '=', tenantId).where('account_id', '=', id).execute()
      }
      if (after.disabled === 1 || given.passwordHash !== undefined || after.roles !== before.roles)
        await openOpenings(inTransaction(context, db, context.now())).endOf(id, 'account-changed')
      return ok(asAccount(after))
    })

  return {
    create,
    change,
    byId: async (id) => account(await find(context.db, 'id', id)),
    byLogin: async (login) => account(await find(context.db, 'login', normalLogin(login))),
    passwordHash: async (id) => (await find(context.db, 'id', id))?.password_hash ?? null,
    list: async () => {
      const rows = await context.db
        .selectFrom('account')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('login')
        .execute()
      return rows.map(asAccount)
    },
  }
}
