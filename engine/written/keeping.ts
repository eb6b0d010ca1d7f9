import type { Plan, RoomIndex } from '../plan/plan.ts'
import type { Key } from './scope.ts'

/** What is kept: a bit; a number of 32 bits; any other number. Each in a memory of its own. */
export type Kept = 'W' | 'V' | 'X'
const typed = { W: 'Int32Array', V: 'Int32Array', X: 'Float64Array' } as const
const kinds = Object.keys(typed) as readonly Kept[]
/** The name for where what is kept of an entry begins, and, with the kind of entry behind it, for how much that is. */
const from = (kind: Kept): string => kind.toLowerCase()

/** Values that one function works out and another reads: of the person, and of each entry of a kind. */
export function keeping({ layout }: Plan) {
  const places = new Map<Key, string>()
  const counts = new Map<string, number>()
  const memories = layout.rooms.flatMap((_, room) => kinds.map((kind) => ({ room, kind, memory: `${kind}${room}` })))
  const used = () => memories.filter(({ memory }) => counts.has(memory))

  function put(key: Key, kind: Kept, within: RoomIndex | null): string {
    const memory = `${kind}${within ?? ''}`
    const at = counts.get(memory) ?? 0
    counts.set(memory, at + 1)
    const place = within === null ? `${memory}[${at}]` : `${memory}[${from(kind)}+${at}]`
    places.set(key, place)
    return place
  }
  return {
    /** Where a value is put. */
    put,
    /** Where it stands; it was put there before. */
    found: (key: Key): string => {
      const place = places.get(key)
      if (place === undefined) throw new Error(`Nothing was kept for ${key}.`)
      return place
    },
    /** The memory itself; of entries it grows with how many there are. */
    declared: (): readonly string[] => [
      ...kinds.map((kind) => `const ${kind}=new ${typed[kind]}(${counts.get(kind) ?? 0})`),
      ...used().map(
        ({ kind, room, memory }) =>
          `const ${from(kind)}${room}=${counts.get(memory)};let ${memory}=new ${typed[kind]}(0)`,
      ),
    ],
    grown: (): readonly string[] =>
      used().map(
        ({ kind, room, memory }) =>
          `if(N${room}*${from(kind)}${room}>${memory}.length)${memory}=new ${typed[kind]}(2*N${room}*${from(kind)}${room});`,
      ),
  }
}
export type Keeping = ReturnType<typeof keeping>
