// Mutates the code of language/ and engine/ and asks the tests: npm run mutate -- --help
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { asked, help } from './asked.ts'
import { Journal } from './journal.ts'
import { judge } from './judge.ts'
import { Lanes } from './lanes.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { Experience } from './order.ts'
import { reachOf } from './reach.ts'
import { report, scoreOf } from './report.ts'
import { sample } from './sample.ts'
import { changed, kept, sources, tests, textOf } from './sources.ts'
import { Types } from './types.ts'

const wanted = asked(process.argv.slice(2))
if ('wrong' in wanted) {
  console.error(wanted.wrong)
  process.exit(2)
}
if (wanted.help) {
  console.log(help)
  process.exit(0)
}

const paths = wanted.changed === null ? sources() : changed(wanted.changed)
const files = paths.filter((path) => wanted.files.length === 0 || wanted.files.some((part) => path.includes(part)))
if (files.length === 0 && wanted.changed === null) {
  console.error(`No file of language/ or engine/ is named like ${wanted.files.join(' or ')}.`)
  process.exit(2)
}
const all = files.flatMap((path) => mutantsOf(path, textOf(path)))
const chosen: readonly Mutant[] = sample(all, wanted.sample ?? all.length, wanted.seed)
console.log(`${chosen.length} of ${all.length} mistakes in ${files.length} files, seed ${wanted.seed}`)

const began = Date.now()
const tell = (line: string): void => {
  console.error(`${line} (${Math.round((Date.now() - began) / 1000)} s)`)
}
const count = wanted.lanes ?? availableParallelism()
const reaches = await reachOf(tests(), { count, onlyKnown: wanted.known, told: tell })
const lanes = new Lanes(count)
const experience = new Experience(join(kept, 'experience.json'))
const types = new Types()
let turn = 0
const journal = new Journal(wanted.journal)
const verdicts = chosen.flatMap((mutant) => journal.known(mutant, wanted.again) ?? [])
// Every sixteenth and then the ones beside them, so that a run that is ended early has seen something of everywhere.
const open = [...Map.groupBy(chosen, () => turn++ % 16).values()]
  .flat()
  .filter((mutant) => journal.known(mutant, wanted.again) === null)
let judged = 0
const oneAfterTheOther = async (): Promise<void> => {
  for (
    let mutant = open.shift();
    mutant !== undefined && Date.now() - began < wanted.minutes * 60_000;
    mutant = open.shift()
  ) {
    const verdict = await judge(mutant, { reaches, experience, lanes, types, seconds: wanted.seconds })
    verdicts.push(verdict)
    journal.write(verdict)
    experience.keep()
    if (++judged % 10 === 0) tell(`${judged} judged, ${open.length} left`)
  }
}
await Promise.all(Array.from({ length: count }, oneAfterTheOther))
lanes.close()
types.close()
if (verdicts.length < chosen.length) console.log(`${chosen.length - verdicts.length} are left to be judged`)
verdicts.sort((a, b) => a.mutant.path.localeCompare(b.mutant.path) || a.mutant.start - b.mutant.start)
console.log(report(verdicts))
if (wanted.hold !== null && scoreOf(verdicts) < wanted.hold) process.exit(1)
