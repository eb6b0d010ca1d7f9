/**
 * What this tab keeps while somebody signs in elsewhere: no token and nothing about a person. It is of this tab alone, is
 * read once, and is forgotten after ten minutes.
 */
export type Away = Readonly<{ iss: string; state: string; verifier: string; scopes: string; at: number }>

const key = 'facialis.smart.away'
const longest = 10 * 60_000

export const keepAway = (storage: Storage, away: Away): void => storage.setItem(key, JSON.stringify(away))

/** Takes what was kept. Null when there is nothing of this tab, or it is too old. */
export function takeAway(storage: Storage, now: number): Away | null {
  const kept = storage.getItem(key)
  storage.removeItem(key)
  const away = kept === null ? null : (JSON.parse(kept) as Away)
  return away === null || now - away.at > longest || now < away.at ? null : away
}
