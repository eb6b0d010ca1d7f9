import { partOf } from '../api/newer-build.ts'

/** A screen whose code did not come: there is no connection, or a newer build is just taking its place. */
export class NotLoaded extends Error {}

/** Loads a screen, or opens the page anew by `begin`. @throws NotLoaded with what the browser said, when it does not come */
export async function loaded<T>(load: () => Promise<T>, begin: () => void): Promise<T> {
  try {
    return await partOf(load, begin)
  } catch (error) {
    throw new NotLoaded(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** Opens a page from the start, as the newer build has it: the one that is gone to, or the one that is here. */
export function openAnew(pending: Readonly<{ pathname: string; search: string; hash: string }> | undefined): void {
  const to = pending === undefined ? null : `${pending.pathname}${pending.search}${pending.hash}`
  const { pathname, search, hash } = window.location
  // Going back, the browser is there already.
  if (to === null || to === `${pathname}${search}${hash}`) window.location.reload()
  else window.location.assign(to)
}
