import { hemifacialSpasm } from '@facialis/knowledge'
import { pathwayOfVersion } from '../input/versions.ts'
import type { CommandIo } from '../io/command-io.ts'
import { progressOn } from '../output/progress.ts'
import { textStyleFor } from '../output/styled-output.ts'
import { groupingByPerson } from './group-by-person.ts'
import { noPeopleError } from './no-people-error.ts'
import { type CohortOptions, cohortOptionsOf } from './options.ts'
import { cohortPage, grouped, readingPage } from './page.ts'
import { questionsOf } from './questions.ts'
import { readLines } from './read-lines.ts'
import { sourcesAt } from './sources.ts'
import { addTally, emptyTally } from './tally.ts'
import { decideAll } from './worker-pool.ts'
import { countColumns, countRows, headingText, personColumns, rowText } from './write-rows.ts'

/** Everything was answered that could be read, and something could not. */
const leftOut = 1

/** `facialis cohort FILE|FOLDER|- […]`: the decisions about many people, from lines of FHIR resources. */
export const cohort = async (rest: readonly string[], io: CommandIo): Promise<number> =>
  answerCohort(await cohortOptionsOf(rest, hemifacialSpasm, io), io)

/**
 * Answers what was asked about many people; of two versions, who is answered otherwise. Gives the exit code.
 * @param before stands above the results, where there are any: nothing is said over a file in which nobody can be read
 */
export async function answerCohort(asked: CohortOptions, io: CommandIo, before = ''): Promise<number> {
  const pathway = pathwayOfVersion(asked.version)
  const told = asked.against ? pathwayOfVersion(asked.against.version) : pathway
  const questions = questionsOf(pathway, told)
  const sources = await sourcesAt(asked.path, io)
  const files = sources.map(({ name }) => name)
  const tally = emptyTally(questions)
  const progress = progressOn(io.stderr)
  const people = groupingByPerson()
  // What was written down about people does not outlive the command, however it ends.
  io.onExit(people.end)
  let above = before
  const say = (text: string): void => {
    if (text === '') return
    io.stdout.write(`${above}${text}`)
    above = ''
  }
  try {
    const { beside, lines, unused } = await readLines(sources, people, { tally, progress })
    let done = 0
    let isAnybody = false
    const writing = { out: asked.out, standing: told.status }
    const columns = asked.list ? personColumns(questions, asked) : countColumns(asked)
    // What stands above says it already.
    const heading = asked.out === 'text' && before !== '' ? '' : headingText(writing, columns)
    await decideAll({ asked, files, shared: beside }, people.parts(), (part) => {
      if (asked.list && tally.people === 0 && part.tally.people > 0) say(heading)
      addTally(tally, part.tally)
      say(part.listed)
      isAnybody ||= part.listed !== ''
      progress.at('Deciding', ++done / people.count(), `${grouped(tally.people)} people`)
    })
    progress.end()
    if (lines > 0 && tally.people === 0 && Object.keys(tally.faults).length > 0) throw noPeopleError(asked.path, tally)
    if (asked.list && tally.people === 0) say(heading)
    if (asked.list && asked.out === 'text' && !isAnybody) say('Nobody.\n')
    if (!asked.list && asked.out === 'text')
      say(cohortPage({ questions, status: told.status }, tally, asked, textStyleFor(io.stdout, io.env)))
    else if (!asked.list) {
      say(heading)
      for (const row of countRows(questions, tally, asked)) say(rowText(writing, row))
    }
    io.stderr.write(readingPage(tally, { lines, unused }, textStyleFor(io.stderr, io.env)))
    return Object.keys(tally.faults).length > 0 ? leftOut : 0
  } finally {
    people.end()
  }
}
