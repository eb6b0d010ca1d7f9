/** A text search as alternatives, each a list of parts that must all occur. */
export type Held = readonly (readonly string[])[]

type Searched = Readonly<{ searched: string }>

/**
 * The texts of very many, some hundred of which lie together: to look through them is to look through some hundred long
 * texts, and most of those hold nothing of what is looked for. Each by itself lies somewhere else in memory, which takes
 * ten times as long.
 */
export type TextIndex<T extends Searched> = Readonly<{
  put: (id: string, one: T) => void
  drop: (id: string) => void
  /** Everybody who may be meant: no order. */
  holding: (held: Held) => readonly T[]
}>

const together = 256

export function openTextIndex<T extends Searched>(): TextIndex<T> {
  const places = new Map<string, number>()
  const all: (T | null)[] = []
  const free: number[] = []
  /** Of as many as lie together; null when one of them has changed. */
  const texts: (string | null)[] = []

  const set = (place: number, one: T | null): void => {
    all[place] = one
    texts[Math.floor(place / together)] = null
  }
  const isHeld = (text: string, held: Held): boolean => held.some((parts) => parts.every((part) => text.includes(part)))
  return {
    put: (id, one) => {
      const place = places.get(id) ?? free.pop() ?? all.length
      places.set(id, place)
      set(place, one)
    },
    drop: (id) => {
      const place = places.get(id)
      if (place === undefined) return
      places.delete(id)
      free.push(place)
      set(place, null)
    },
    holding: (held) => {
      const found: T[] = []
      for (let at = 0; at * together < all.length; at++) {
        const these = () => all.slice(at * together, (at + 1) * together)
        const text =
          texts[at] ??
          these()
            .map((one) => one?.searched ?? '')
            .join('\n')
        texts[at] = text
        if (!isHeld(text, held)) continue
        for (const one of these()) if (one !== null && isHeld(one.searched, held)) found.push(one)
      }
      return found
    },
  }
}
