import type { Result } from '../index.ts'
import { freshFolder, hired, opened } from './fixture.ts'

export const demoAccount = {
  login: ' Demo.Ada@Clinic ',
  displayName: 'Demo Ada Sample',
  roles: ['nurse'],
  passwordHash: 'argon-1',
}
/** Long after everything that happens here. */
export const later = '2030-01-01T00:00:00Z'

/** A record with somebody employed in it, and a clock that stands until `at` moves it. */
export async function withAccount() {
  let present = '2026-11-23T08:00:00.000Z'
  const folder = freshFolder()
  const record = await opened(folder, { now: () => present })
  const account = await hired(record, demoAccount)
  const at = (instant: string) => {
    present = instant
  }
  return { record, folder, account, at }
}

/** What came of it. @throws when it was refused */
export function kept<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}
