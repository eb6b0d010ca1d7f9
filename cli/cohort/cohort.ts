import { hemifacialSpasm } from '@facialis/knowledge'
import type { Desk } from '../desk/desk.ts'
import { pathwayOfVersion } from '../input/versions.ts'
import { inkFor } from '../output/paper.ts'
import { progressOn } from '../output/progress.ts'
import { type AskedOfCohort, askedOfCohort } from './asked.ts'
import { decideAll } from './crew.ts'
import { gatheringPeople } from './gather-people.ts'
import { gathered } from './gathered.ts'
import { nobodyIn } from './nobody-in.ts'
import { cohortPage, grouped, readingPage } from './page.ts'
import { questionsOf } from './questions.ts'
import { sourcesAt } from './sources.ts'
import { addTally, emptyTally } from './tally.ts'
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
    if (lines > 0 && tally.people === 0 && Object.keys(tally.faults).length > 0) throw nobodyIn(asked.path, tally)
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
