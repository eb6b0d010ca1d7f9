import { evaluate } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { inkFor } from '../output/paper.ts'
import { askedOf } from './asked.ts'
import { page } from './page.ts'
import { readPerson } from './read-person.ts'

/** `facialis assess FILE|- [--json] [--as-of DATE] [--policy FILE]` */
export async function assess(rest: readonly string[]): Promise<void> {
  const asked = askedOf(rest)
  const { chart, day, policy, about, counts } = await readPerson(asked)
  const advice = evaluate(hemifacialSpasm, chart, { asOf: day, policy })
  // Of a bundle, how much of it said anything here: programs need to know that as much as readers do.
  const answer = counts === null ? advice : { ...advice, read: counts }
  if (asked.json) process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  else process.stdout.write(page(hemifacialSpasm, advice, { about, counts }, inkFor(process.stdout, process.env)))
}
