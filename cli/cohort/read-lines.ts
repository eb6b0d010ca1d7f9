import type { progressOn } from '../output/progress.ts'
import type { groupingByPerson } from './group-by-person.ts'
import { subjectOfLine } from './line-subject.ts'
import { grouped } from './page.ts'
import { openSharedResources } from './shared-resources.ts'
import { eachLine, type Source } from './sources.ts'
import { noteFault, type Tally } from './tally.ts'

type Progress = ReturnType<typeof progressOn>

/** All lines, brought together person by person; what cannot be used is noted. */
export async function readLines(
  sources: readonly Source[],
  people: ReturnType<typeof groupingByPerson>,
  { tally, progress }: Readonly<{ tally: Tally; progress: Progress }>,
) {
  const { beside, add } = openSharedResources()
  const unused: Record<string, number> = {}
  const all = sources.reduce(
    (sum: number | null, { bytes }) => (sum === null || bytes === null ? null : sum + bytes),
    0,
  )
  let [lines, bytes] = [0, 0]
  for (const [file, source] of sources.entries())
    await eachLine(
      source,
      (text, number) => {
        lines++
        const whose = subjectOfLine(text)
        if (whose.kind === 'person') {
          people.add(whose.key, { text, file, number })
          for (const one of whose.merges ?? []) people.merge(one)
        } else if (whose.kind !== 'unused') add(whose, text)
        else if (whose.isFault) noteFault(tally, 'line', whose.why, `${source.name} line ${number}`)
        else unused[whose.why] = (unused[whose.why] ?? 0) + 1
      },
      (read) => {
        bytes += read
        progress.at('Reading', all === null || all === 0 ? null : bytes / all, `${grouped(lines)} lines`)
      },
    )
  return { beside, lines, unused }
}
