import { evaluate } from '@facialis/engine'
import { type DeadEndResult, deadEnds, impassesOf } from '@facialis/engine/prove/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { openDecisions, passedOn } from '@facialis/knowledge/impasses.ts'
import type { Day } from '@facialis/language'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { type StyledOutput, styledOutputOn, wrapped } from '../output/styled-output.ts'
import { type Examples, personLines } from './examples.ts'

/** Of the decision with this name, or of what shuts it; null: of all. */
export type AskedDeadEnds = Readonly<{ of: string | null }>

/** Somebody is stuck, or it could not be found out. */
const stuck = 1

/** Looks among everybody there could be for somebody whom nothing leads on. @throws ExitError when there is no such decision */
export function findDeadEnds(
  { of }: AskedDeadEnds,
  { examples, asOf }: Readonly<{ examples: Examples | null; asOf: Day }>,
  io: CommandIo,
): number {
  const impasses = impassesOf(hemifacialSpasm, { decisions: openDecisions, passedOn })
  const asked = impasses.filter(({ id }) => of === null || id === of || id.startsWith(`${of}/`))
  if (asked.length === 0)
    throw new ExitError(
      `There is no dead-end search for ${JSON.stringify(of)}: choose from ${impasses.map(({ id }) => id).join(', ')}.`,
    )
  const output = styledOutputOn(io)
  const { say, ...style } = output
  const counts = { proved: 0, few: 0, stuck: 0, open: 0 }
  let [begun, looked] = [performance.now(), 0]
  tell(io, looked, asked.length)
  for (const one of deadEnds(hemifacialSpasm, asked, asOf)) {
    const how = kindOf(one)
    counts[how]++
    say(
      `${style[inks[how]](heads[how])}  ${style.strong(one.impasse.id)}  ${style.faint(`${Math.round(performance.now() - begun)} ms`)}`,
    )
    for (const line of wrapped(one.impasse.text, style.width, '        ')) say(line)
    sayStuck(one, examples, output)
    begun = performance.now()
    tell(io, ++looked, asked.length)
  }
  say(
    style.strong(
      `Of ${asked.length}: proved for everybody ${counts.proved}; for everybody with one or two entries of each kind ${counts.few}; somebody is stuck ${counts.stuck}; undecided ${counts.open}.`,
    ),
  )
  return counts.stuck + counts.open > 0 ? stuck : 0
}

type How = 'proved' | 'few' | 'stuck' | 'open'
const heads: Readonly<Record<How, string>> = { proved: 'proved', few: 'so far', stuck: 'STUCK ', open: 'OPEN  ' }
const inks = { proved: 'good', few: 'good', stuck: 'bad', open: 'bad' } as const

const kindOf = ({ found }: DeadEndResult): How =>
  found === null ? 'open' : found === 'nobody' ? 'proved' : found === 'nobody-with-few' ? 'few' : 'stuck'

function sayStuck({ impasse, found }: DeadEndResult, examples: Examples | null, output: StyledOutput): void {
  const { say, width } = output
  if (found === null || typeof found === 'string') return
  const { nextSteps } = evaluate(hemifacialSpasm, found.chart, found.asking)
  const shows = `they are told ${nextSteps.length === 0 ? 'to do nothing' : nextSteps.map(({ id }) => id).join(', ')}`
  for (const line of wrapped(`Somebody who is stuck: ${shows}`, width, '        ')) say(line)
  if (examples === null) for (const line of personLines(found.chart, output)) say(line)
  else
    for (const file of examples.write(impasse.id, impasse.text, { chart: found.chart, afterwards: null, shows }))
      say(`        ${file}`)
}

/** On the way: each may take minutes, and silence looks like a hang. On a terminal it is overwritten by what is found. */
const tell = ({ stderr }: CommandIo, looked: number, all: number): void => {
  if (looked < all) stderr.write(`searching: ${looked + 1} of ${all}${stderr.isTTY ? '\r' : '\n'}`)
}
