import { setImmediate } from 'node:timers/promises'
import { hemifacialSpasm } from '@facialis/knowledge'
import { gatheringPeople, peopleIn } from '../cohort/gather-people.ts'
import { gathered } from '../cohort/gathered.ts'
import { nobodyIn } from '../cohort/nobody-in.ts'
import { grouped, readingPage } from '../cohort/page.ts'
import { readingPeople } from '../cohort/read-people.ts'
import { sourcesAt } from '../cohort/sources.ts'
import { newTally } from '../cohort/tally.ts'
import type { Desk } from '../desk/desk.ts'
import { siteZone } from '../input/command-line.ts'
import { inkFor } from '../output/paper.ts'
import { progressOn } from '../output/progress.ts'
import { askedOfFacts } from './asked.ts'
import { writingObservations } from './observations.ts'
import { writingRows } from './rows.ts'

/** Everything was written that could be read, and something could not. */
const leftOut = 1

/** `facialis facts FILE|FOLDER|- […]`: what is known of many people on one day, in the forms that published rules read. */
export async function facts(rest: readonly string[], desk: Desk): Promise<number> {
  const { path, asking, into } = await askedOfFacts(rest, desk)
  const sources = await sourcesAt(path, desk)
  const noted = newTally([])
  const tally = noted.end()
  const progress = progressOn(desk.remarks)
  const people = gatheringPeople()
  // What was written down about people does not outlive the command, however it ends.
  desk.whenEnded(people.end)
  const say = (text: string): void => void desk.results.write(text)
  const writing =
    into === null
      ? writingObservations(hemifacialSpasm, asking, say)
      : writingRows(hemifacialSpasm, { asking, into }, say)
  try {
    const { beside, lines, unused } = await gathered(sources, people, { tally, progress })
    const files = sources.map(({ name }) => name)
    const pathway = hemifacialSpasm
    const reading = readingPeople({ pathway, other: pathway, zone: siteZone(desk), beside, files, tally: noted })
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
    if (lines > 0 && tally.people === 0 && isFault) throw nobodyIn(path, tally)
    writing.end()
    desk.remarks.write(readingPage(tally, { lines, unused }, inkFor(desk.remarks, desk.env)))
    return isFault ? leftOut : 0
  } finally {
    people.end()
  }
}
