import { setImmediate } from 'node:timers/promises'
import { hemifacialSpasm } from '@facialis/knowledge'
import { groupingByPerson, peopleIn } from '../cohort/group-by-person.ts'
import { noPeopleError } from '../cohort/no-people-error.ts'
import { grouped, readingPage } from '../cohort/page.ts'
import { readLines } from '../cohort/read-lines.ts'
import { readingPeople } from '../cohort/read-people.ts'
import { sourcesAt } from '../cohort/sources.ts'
import { newTally } from '../cohort/tally.ts'
import { siteZone } from '../input/command-line.ts'
import type { CommandIo } from '../io/command-io.ts'
import { progressOn } from '../output/progress.ts'
import { textStyleFor } from '../output/styled-output.ts'
import { writingObservations } from './observations.ts'
import { factsOptionsOf } from './options.ts'
import { writingRows } from './rows.ts'

/** Everything was written that could be read, and something could not. */
const leftOut = 1

/** `facialis facts FILE|FOLDER|- […]`: what is known of many people on one day, in the forms that published rules read. */
export async function facts(rest: readonly string[], io: CommandIo): Promise<number> {
  const { path, asking, into } = await factsOptionsOf(rest, io)
  const sources = await sourcesAt(path, io)
  const noted = newTally([])
  const tally = noted.end()
  const progress = progressOn(io.stderr)
  const people = groupingByPerson()
  // What was written down about people does not outlive the command, however it ends.
  io.onExit(people.end)
  const say = (text: string): void => void io.stdout.write(text)
  const writing =
    into === null
      ? writingObservations(hemifacialSpasm, asking, say)
      : writingRows(hemifacialSpasm, { asking, into }, say)
  try {
    const { beside, lines, unused } = await readLines(sources, people, { tally, progress })
    const files = sources.map(({ name }) => name)
    const pathway = hemifacialSpasm
    const reading = readingPeople({ pathway, other: pathway, zone: siteZone(io), beside, files, tally: noted })
    let done = 0
    for (const part of people.parts()) {
      for (const [key, lines] of peopleIn(part)) {
        const read = reading.charts(reading.parsed({ key, lines }))
        if (read) writing.add(key, read.now)
      }
      progress.at('Working out', ++done / people.count(), `${grouped(tally.people)} people`)
      // So that the command can be ended in between.
      await setImmediate()
    }
    progress.end()
    const isFault = Object.keys(tally.faults).length > 0
    if (lines > 0 && tally.people === 0 && isFault) throw noPeopleError(path, tally)
    writing.end()
    io.stderr.write(readingPage(tally, { lines, unused }, textStyleFor(io.stderr, io.env)))
    return isFault ? leftOut : 0
  } finally {
    people.end()
  }
}
