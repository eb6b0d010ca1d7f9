import type { EntryKindIndex, Plan } from '../plan/plan.ts'
import type { Key } from './scope.ts'

/** What is kept: a bit; a number of 32 bits; any other number. Each in a memory of its own. */
export type StorageClass = 'W' | 'V' | 'X'
const typed = { W: 'Int32Array', V: 'Int32Array', X: 'Float64Array' } as const
const kinds = Object.keys(typed) as readonly StorageClass[]
/** The name for where what is kept of an entry begins, and, with the kind of entry behind it, for how much that is. */
const from = (kind: StorageClass): string => kind.toLowerCase()

/** Allocates storage for values that one generated function computes and another reads, for the person and for each entry. */
export function storageAllocator({ layout }: Plan) {
  const places = new Map<Key, string>()
  const counts = new Map<string, number>()
  const memories = layout.entryKinds.flatMap((_, entryKind) =>
    kinds.map((kind) => ({ entryKind, kind, memory: `${kind}${entryKind}` })),
  )
  const used = () => memories.filter(({ memory }) => counts.has(memory))

  function put(key: Key, kind: StorageClass, within: EntryKindIndex | null): string {
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
        ({ kind, entryKind, memory }) =>
          `const ${from(kind)}${entryKind}=${counts.get(memory)};let ${memory}=new ${typed[kind]}(0)`,
      ),
    ],
    grown: (): readonly string[] =>
      used().map(
        ({ kind, entryKind, memory }) =>
          `if(N${entryKind}*${from(kind)}${entryKind}>${memory}.length)${memory}=new ${typed[kind]}(2*N${entryKind}*${from(kind)}${entryKind});`,
      ),
  }
}
export type StorageAllocator = ReturnType<typeof storageAllocator>
