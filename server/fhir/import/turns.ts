/**
 * What others refer to goes first, in whatever order the files come: whom a role names before it, and the roles before the
 * people who name them. What is another here is known by then.
 */
const turns = new Map([
  ...['Organization', 'Location', 'Practitioner', 'Medication'].map((type) => [type, 0] as const),
  ['PractitionerRole', 1],
  ['Patient', 2],
])
const last = 3
/** How often a file is gone through at most: once in each turn. */
export const timesRead = last + 1

export const turnOf = (type: string): number => turns.get(type) ?? last

/** The turn of a line by its first letters: most say of which type they are, and are not parsed for it. Null: this one does not. */
export function turnAtStart(beginning: string): number | null {
  const type = typeAtStart.exec(beginning)?.[1]
  return type === undefined ? null : turnOf(type)
}
const typeAtStart = /^\{"resourceType":"([A-Za-z]+)"/

/** The turn of each line of a file, told one after the other; null of what has none. */
export type Outline = Readonly<{
  add: (turn: number | null) => void
  at: (line: number) => number | null
  has: (turn: number) => boolean
}>

const none = 0xff

/** In one byte for each line: a file may be larger than any memory, and is some hundred times as long as this. */
export function openOutline(): Outline {
  let outline = new Uint8Array(1024)
  let many = 0
  const found = new Set<number>()
  return {
    add: (turn) => {
      if (many === outline.length) {
        const longer = new Uint8Array(2 * many)
        longer.set(outline)
        outline = longer
      }
      outline[many++] = turn ?? none
      if (turn !== null) found.add(turn)
    },
    at: (line) => {
      const turn = line < many ? (outline[line] as number) : none
      return turn === none ? null : turn
    },
    has: (turn) => found.has(turn),
  }
}
