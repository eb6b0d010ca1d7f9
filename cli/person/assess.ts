import { evaluate } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Desk } from '../desk/desk.ts'
import { inkFor } from '../output/paper.ts'
import { askedOf } from './asked.ts'
import { page } from './page.ts'
import { readPerson } from './read-person.ts'

/** `facialis assess FILE|- [--json] [--as-of DATE] [--policy FILE]` */
export async function assess(rest: readonly string[], desk: Desk): Promise<number> {
  const asked = askedOf(rest)
  const { chart, day, policy, about, counts } = await readPerson(asked, desk)
  const advice = evaluate(hemifacialSpasm, chart, { asOf: day, policy })
  // Of a bundle, how much of it said anything here: programs need to know that as much as readers do.
  const answer = counts === null ? advice : { ...advice, read: counts }
  if (asked.json) desk.results.write(`${JSON.stringify(answer, null, 2)}\n`)
  else desk.results.write(page(hemifacialSpasm, advice, { about, counts }, inkFor(desk.results, desk.env)))
  return 0
}
