import type { PathOf } from '@facialis/wire/api/index.ts'
import { sendOnce } from './request.ts'
import { currentRequester } from './session.ts'

/** Ends the session of this account. Somebody else may have signed in in another tab: theirs goes on, and this is refused. */
export const signOut = (account: string) =>
  sendOnce<undefined>('POST', '/api/sign-out' satisfies PathOf<'POST'>, { from: { ...currentRequester(), account } })
