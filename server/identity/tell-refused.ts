import type { Ground } from '../ground/ground.ts'

type Tried = Readonly<{
  /** The account that was meant; null where there is none. */
  id: string | null
  /** What was given as its name. */
  login: string
  requestId: string
}>

/** Tells of a try to sign in that was refused: of an account by its id, each; of nobody's by their number. Both take one write. */
export const tellRefused = ({ record }: Pick<Ground, 'record'>, { id, login, requestId }: Tried): Promise<void> =>
  id === null
    ? record.unknownName(login)
    : record.auditRead({
        actor: { id },
        action: 'sign-in-refused',
        outcome: 'refused',
        what: 'the account',
        requestId,
      })
