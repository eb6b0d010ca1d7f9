/**
 * What this tab keeps while somebody signs in elsewhere: no token and nothing about a person. It is of this tab alone, is
 * read once, and is forgotten after ten minutes.
 */
export type Away = Readonly<{ iss: string; state: string; verifier: string; at: number }>

const key = 'facialis.smart.away'
const longest = 10 * 60_000

export const keepAway = (storage: Storage, away: Away): void => storage.setItem(key, JSON.stringify(away))

/** Takes what was kept. Null when there is nothing of this tab, or it is too old. */
export function takeAway(storage: Storage, now: number): Away | null {
  const kept = storage.getItem(key)
  storage.removeItem(key)
  const away = kept === null ? null : awayIn(kept)
  return away === null || now - away.at > longest || now < away.at ? null : away
}

function awayIn(text: string): Away | null {
  try {
    const kept: unknown = JSON.parse(text)
    return typeof kept === 'object' && kept !== null && 'at' in kept && typeof kept.at === 'number'
      ? (kept as Away)
      : null
  } catch {
    return null
  }
}
