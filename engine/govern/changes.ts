import type { Pathway } from '@facialis/language'
import { type Difference, differencesOf } from './differences.ts'
import { digester } from './digester.ts'
import { mentionedName, type Part, partsOf } from './parts.ts'
import { type Renamed, renamingsBetween, withoutWords } from './renaming.ts'

/** What became of one part between two versions of a pathway. */
export type Change =
  | Readonly<{ kind: 'added' | 'dropped'; part: Part }>
  | Readonly<{ kind: 'changed'; part: Part; differences: readonly Difference[] }>

/** Everything that is written otherwise in the second, part by part in the order of the pathway. */
export function changesBetween(old: Pathway, next: Pathway): readonly Change[] {
  const exactly = digester(numbering(), mentionedName)
  const inMeaning = digester(numbering(), mentionedName, withoutWords)
  const renamed = renamingsBetween(exactly, inMeaning)
  const before = new Map(partsOf(old).map((part) => [part.name, part]))
  const after = partsOf(next)
  const still = new Set(after.map(({ name }) => name))
  return [
    ...after.flatMap((part): readonly Change[] => {
      const was = before.get(part.name)
      if (!was) return [{ kind: 'added', part }]
      if (exactly(was.says) === exactly(part.says)) return []
      const isExplained = renamed.explains(was.says, part.says)
      if (isExplained && inMeaning(was.says) === inMeaning(part.says)) return []
      return [
        { kind: 'changed', part, differences: differencesOf(was.says, part.says, isExplained ? inMeaning : exactly) },
      ]
    }),
    // After the parts, which are what finds them.
    ...renamed.all().map(renamedChange),
    ...[...before.values()].filter(({ name }) => !still.has(name)).map((part): Change => ({ kind: 'dropped', part })),
  ]
}

const renamedChange = ({ was, is, of }: Renamed): Change => ({
  kind: 'changed',
  part: { name: `condition ${is ?? was}`, kind: 'condition', says: of, cites: [], of: null, id: is ?? was ?? '' },
  differences: [{ where: 'words', was, is }],
})

/** A number for each text: short, and never the same for two. */
function numbering() {
  const numbers = new Map<string, string>()
  return (text: string): string => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    const fresh = numbers.size.toString(36)
    numbers.set(text, fresh)
    return fresh
  }
}
