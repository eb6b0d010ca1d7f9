import { evaluate } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { CommandIo } from '../io/command-io.ts'
import { textStyleFor } from '../output/styled-output.ts'
import { personOptionsOf } from './options.ts'
import { page } from './page.ts'
import { readPerson } from './read-person.ts'

/** `facialis assess FILE|- [--json] [--as-of DATE] [--policy FILE]` */
export async function assess(rest: readonly string[], io: CommandIo): Promise<number> {
  const asked = personOptionsOf(rest)
  const { chart, day, policy, about, counts } = await readPerson(asked, io)
  const advice = evaluate(hemifacialSpasm, chart, { asOf: day, policy })
  // Of a bundle, how much of it said anything here: programs need to know that as much as readers do.
  const answer = counts === null ? advice : { ...advice, read: counts }
  if (asked.json) io.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  else io.stdout.write(page(hemifacialSpasm, advice, { about, counts }, textStyleFor(io.stdout, io.env)))
  return 0
}
