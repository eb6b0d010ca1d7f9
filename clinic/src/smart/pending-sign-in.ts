/**
 * What this tab keeps while somebody signs in elsewhere: no token and nothing about a person. It is of this tab alone, is
 * read once, and is forgotten after ten minutes.
 */
export type PendingSignIn = Readonly<{ iss: string; state: string; verifier: string; at: number }>

const key = 'facialis.smart.away'
const longest = 10 * 60_000

export const storePendingSignIn = (storage: Storage, pending: PendingSignIn): void =>
  storage.setItem(key, JSON.stringify(pending))

/** Takes what was kept. Null when there is nothing of this tab, or it is too old. */
export function takePendingSignIn(storage: Storage, now: number): PendingSignIn | null {
  const kept = storage.getItem(key)
  storage.removeItem(key)
  const pending = kept === null ? null : parsePendingSignIn(kept)
  return pending === null || now - pending.at > longest || now < pending.at ? null : pending
}

function parsePendingSignIn(text: string): PendingSignIn | null {
  try {
    const kept: unknown = JSON.parse(text)
    return typeof kept === 'object' && kept !== null && 'at' in kept && typeof kept.at === 'number'
      ? (kept as PendingSignIn)
      : null
  } catch {
    return null
  }
}
