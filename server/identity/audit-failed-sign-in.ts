import type { CoreContext } from '../core/core-context.ts'

type Tried = Readonly<{
  /** The account that was meant; null where there is none. */
  id: string | null
  /** What was given as its name. */
  login: string
  requestId: string
}>

/** Audits a failed sign-in: for an existing account by its id, each; for unknown names only their number. Both take one write. */
export const auditFailedSignIn = (
  { record }: Pick<CoreContext, 'record'>,
  { id, login, requestId }: Tried,
): Promise<void> =>
  id === null
    ? record.unknownName(login)
    : record.auditRead({
        actor: { id },
        action: 'sign-in-refused',
        outcome: 'refused',
        what: 'the account',
        requestId,
      })
