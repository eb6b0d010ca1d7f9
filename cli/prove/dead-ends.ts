import { evaluate } from '@facialis/engine'
import { deadEnds, impassesOf, type Stuck } from '@facialis/engine/prove/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { openDecisions, passedOn } from '@facialis/knowledge/impasses.ts'
import type { Day } from '@facialis/language'
import type { Desk } from '../desk/desk.ts'
import { Stop } from '../input/stop.ts'
import { type Paper, paperOn, wrapped } from '../output/paper.ts'
import { type Examples, personLines } from './examples.ts'

/** Of the decision with this name, or of what shuts it; null: of all. */
export type AskedDeadEnds = Readonly<{ of: string | null }>

/** Somebody is stuck, or it could not be found out. */
const stuck = 1

/** Looks among everybody there could be for somebody whom nothing leads on. @throws Stop when there is no such decision */
export function findDeadEnds(
  { of }: AskedDeadEnds,
  { examples, asOf }: Readonly<{ examples: Examples | null; asOf: Day }>,
  desk: Desk,
): number {
  const impasses = impassesOf(hemifacialSpasm, { decisions: openDecisions, passedOn })
  const asked = impasses.filter(({ id }) => of === null || id === of || id.startsWith(`${of}/`))
  if (asked.length === 0)
    throw new Stop(
      `No dead end is looked for at ${JSON.stringify(of)}: it is ${impasses.map(({ id }) => id).join(', ')}.`,
    )
  const paper = paperOn(desk)
  const { say, ...ink } = paper
  const counts = { proved: 0, few: 0, stuck: 0, open: 0 }
  let [begun, looked] = [performance.now(), 0]
  tell(desk, looked, asked.length)
  for (const one of deadEnds(hemifacialSpasm, asked, asOf)) {
    const how = kindOf(one)
    counts[how]++
    say(
      `${ink[inks[how]](heads[how])}  ${ink.strong(one.impasse.id)}  ${ink.faint(`${Math.round(performance.now() - begun)} ms`)}`,
    )
    for (const line of wrapped(one.impasse.text, ink.width, '        ')) say(line)
    sayStuck(one, examples, paper)
    begun = performance.now()
    tell(desk, ++looked, asked.length)
  }
  say(
    ink.strong(
      `Of ${asked.length}: proved of everybody ${counts.proved}; of everybody with one or two entries of each kind ${counts.few}; somebody is stuck ${counts.stuck}; not found out ${counts.open}.`,
    ),
  )
  return counts.stuck + counts.open > 0 ? stuck : 0
}

type How = 'proved' | 'few' | 'stuck' | 'open'
const heads: Readonly<Record<How, string>> = { proved: 'proved', few: 'so far', stuck: 'STUCK ', open: 'OPEN  ' }
const inks = { proved: 'good', few: 'good', stuck: 'bad', open: 'bad' } as const

const kindOf = ({ found }: Stuck): How =>
  found === null ? 'open' : found === 'nobody' ? 'proved' : found === 'nobody-with-few' ? 'few' : 'stuck'

function sayStuck({ impasse, found }: Stuck, examples: Examples | null, paper: Paper): void {
  const { say, width } = paper
  if (found === null || typeof found === 'string') return
  const { nextSteps } = evaluate(hemifacialSpasm, found.chart, found.asking)
  const shows = `they are told ${nextSteps.length === 0 ? 'to do nothing' : nextSteps.map(({ id }) => id).join(', ')}`
  for (const line of wrapped(`Somebody whom nothing leads on: ${shows}`, width, '        ')) say(line)
  if (examples === null) for (const line of personLines(found.chart, paper)) say(line)
  else
    for (const file of examples.write(impasse.id, impasse.text, { chart: found.chart, afterwards: null, shows }))
      say(`        ${file}`)
}

/** On the way: each may take minutes, and silence looks like a hang. On a terminal it is overwritten by what is found. */
const tell = ({ remarks }: Desk, looked: number, all: number): void => {
  if (looked < all) remarks.write(`looking: ${looked + 1} of ${all}${remarks.isTTY ? '\r' : '\n'}`)
}
