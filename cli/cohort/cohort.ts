import { hemifacialSpasm } from '@facialis/knowledge'
import type { Desk } from '../desk/desk.ts'
import { Stop } from '../input/stop.ts'
import { pathwayOfVersion } from '../input/versions.ts'
import { inkFor } from '../output/paper.ts'
import { progressOn } from '../output/progress.ts'
import { type AskedOfCohort, askedOfCohort } from './asked.ts'
import { gatheringBeside } from './beside.ts'
import { decideAll } from './crew.ts'
import { gatheringPeople } from './gather-people.ts'
import { cohortPage, grouped, readingPage } from './page.ts'
import { questionsOf } from './questions.ts'
import { eachLine, type Source, sourcesAt } from './sources.ts'
import { addTally, emptyTally, noteFault, type Tally } from './tally.ts'
import { whoseIs } from './whose.ts'
import { countColumns, countRows, headingText, personColumns, rowText } from './write-rows.ts'

/** Everything was answered that could be read, and something could not. */
const leftOut = 1

/** `facialis cohort FILE|FOLDER|- […]`: the decisions about many people, from lines of FHIR resources. */
export const cohort = async (rest: readonly string[], desk: Desk): Promise<number> =>
  answerCohort(await askedOfCohort(rest, hemifacialSpasm, desk), desk)

/**
 * Answers what was asked about many people; of two versions, who is answered otherwise. Gives the exit code.
 * @param before stands above the results, where there are any: nothing is said over a file in which nobody can be read
 */
export async function answerCohort(asked: AskedOfCohort, desk: Desk, before = ''): Promise<number> {
  const pathway = pathwayOfVersion(asked.version)
  const told = asked.against ? pathwayOfVersion(asked.against.version) : pathway
  const questions = questionsOf(pathway, told)
  const sources = await sourcesAt(asked.path, desk)
  const files = sources.map(({ name }) => name)
  const tally = emptyTally(questions)
  const progress = progressOn(desk.remarks)
  const people = gatheringPeople()
  // What was written down about people does not outlive the command, however it ends.
  desk.whenEnded(people.end)
  let above = before
  const say = (text: string): void => {
    if (text === '') return
    desk.results.write(`${above}${text}`)
    above = ''
  }
  try {
    const { beside, lines, unused } = await gathered(sources, people, { tally, progress })
    let done = 0
    let isAnybody = false
    const writing = { out: asked.out, standing: told.status }
    const columns = asked.list ? personColumns(questions, asked) : countColumns(asked)
    // What stands above says it already.
    const heading = asked.out === 'text' && before !== '' ? '' : headingText(writing, columns)
    await decideAll({ asked, files, beside }, people.parts(), (part) => {
      if (asked.list && tally.people === 0 && part.tally.people > 0) say(heading)
      addTally(tally, part.tally)
      say(part.listed)
      isAnybody ||= part.listed !== ''
      progress.at('Deciding', ++done / people.count(), `${grouped(tally.people)} people`)
    })
    progress.end()
    if (lines > 0 && tally.people === 0 && Object.keys(tally.faults).length > 0)
      throw new Stop(`Nobody could be read from ${asked.path}: ${faultSentence(tally.faults)}`)
    if (asked.list && tally.people === 0) say(heading)
    if (asked.list && asked.out === 'text' && !isAnybody) say('Nobody.\n')
    if (!asked.list && asked.out === 'text')
      say(cohortPage({ questions, status: told.status }, tally, asked, inkFor(desk.results, desk.env)))
    else if (!asked.list) {
      say(heading)
      for (const row of countRows(questions, tally, asked)) say(rowText(writing, row))
    }
    desk.remarks.write(readingPage(tally, { lines, unused }, inkFor(desk.remarks, desk.env)))
    return Object.keys(tally.faults).length > 0 ? leftOut : 0
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
async function gathered(
  sources: readonly Source[],
  people: ReturnType<typeof gatheringPeople>,
  { tally, progress }: Readonly<{ tally: Tally; progress: Progress }>,
) {
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
