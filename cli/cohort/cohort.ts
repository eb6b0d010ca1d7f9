import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { inkFor } from '../paper.ts'
import { Stop } from '../stop.ts'
import { askedOfCohort } from './asked.ts'
import { gatheringBeside } from './beside.ts'
import { decidingPeople } from './decide-people.ts'
import { gatheringPeople, peopleIn } from './gather-people.ts'
import { cohortPage, grouped, readingPage } from './page.ts'
import { progressOn } from './progress.ts'
import { eachLine, type Source, sourcesAt } from './sources.ts'
import { addTally, emptyTally, noteFault, type Tally } from './tally.ts'
import { whoseIs } from './whose.ts'
import { countRows, personRows, rowWriter } from './write-rows.ts'

/** Everything was answered that could be read, and something could not. */
const leftOut = 1

/** `facialis cohort FILE|FOLDER|- […]`: the decisions about many people, from lines of FHIR resources. */
export async function cohort(rest: readonly string[]): Promise<void> {
  const asked = await askedOfCohort(rest, pathway)
  const sources = await sourcesAt(asked.path)
  const files = sources.map(({ name }) => name)
  const tally = emptyTally(pathway)
  const progress = progressOn(process.stderr)
  const { people, beside, lines, unused } = await gathered(sources, tally, progress)
  const say = (text: string): void => void process.stdout.write(text)
  try {
    const write = rowWriter(asked.out === 'csv' ? 'csv' : 'ndjson', say)
    const rows = personRows(pathway, asked)
    const each = asked.list
      ? (key: string, now: readonly number[], then: readonly number[] | null) => {
          for (const row of rows(key, now, then))
            if (asked.out === 'text') say(`${Object.values(row).join('  ')}\n`)
            else write(row)
        }
      : null
    const parts = people.parts()
    for (const [at, part] of parts.entries()) {
      const deciding = decidingPeople({ ...asked, pathway, files, beside, each })
      let done = 0
      const all = peopleIn(part)
      for (const [key, theirs] of all) {
        deciding.take({ key, lines: theirs })
        progress.at('Deciding', (at + ++done / all.size) / parts.length, `${grouped(tally.people + done)} people`)
      }
      addTally(tally, deciding.end())
    }
    progress.end()
    if (lines > 0 && tally.people === 0 && Object.keys(tally.faults).length > 0)
      throw new Stop(`Nobody could be read from ${asked.path}: ${faultSentence(tally.faults)}`)
    if (!asked.list) {
      if (asked.out === 'text') say(cohortPage(pathway, tally, asked, inkFor(process.stdout, process.env)))
      else for (const row of countRows(pathway, tally, asked)) write(row)
    }
    process.stderr.write(readingPage(tally, { lines, unused }, inkFor(process.stderr, process.env)))
    if (Object.keys(tally.faults).length > 0) process.exitCode = leftOut
  } finally {
    people.end()
  }
}

function faultSentence(faults: ReturnType<typeof emptyTally>['faults']): string {
  const [[why, { first, kind }]] = Object.entries(faults) as [[string, (typeof faults)[string]]]
  return kind === 'line' ? `${first[0]} ${why}.` : `${first[0]}: ${why}`
}

type Progress = ReturnType<typeof progressOn>

/** All lines, brought together person by person; what cannot be used is noted. */
async function gathered(sources: readonly Source[], tally: Tally, progress: Progress) {
  const people = gatheringPeople()
  const { beside, add } = gatheringBeside()
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
        const whose = whoseIs(text)
        if (whose.kind === 'person') people.add(whose.key, { text, file, number })
        else if (whose.kind !== 'unused') add(whose, text)
        else if (whose.isFault) noteFault(tally, 'line', whose.why, `${source.name} line ${number}`)
        else unused[whose.why] = (unused[whose.why] ?? 0) + 1
      },
      (read) => {
        bytes += read
        progress.at('Reading', all === null || all === 0 ? null : bytes / all, `${grouped(lines)} lines`)
      },
    )
  return { people, beside, lines, unused }
}
