import { evaluate } from '@facialis/engine'
import { carePlanOf } from '@facialis/fhir/apply/care-plan.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { personOptionsOf } from './options.ts'
import { readPerson } from './read-person.ts'

/** `facialis apply FILE|- [--as-of DATE] [--policy FILE]`: the pathway applied to one person, as a FHIR CarePlan. */
export async function apply(rest: readonly string[], io: CommandIo): Promise<number> {
  const asked = personOptionsOf(rest)
  if (asked.json) throw new ExitError('A care plan is always JSON: leave out --json.')
  const { chart, day, policy, subject } = await readPerson(asked, io)
  const advice = evaluate(hemifacialSpasm, chart, { asOf: day, policy })
  const plan = carePlanOf(hemifacialSpasm, advice, { id: `${hemifacialSpasm.id}-${advice.asOf}`, subject })
  io.stdout.write(`${JSON.stringify(plan, null, 2)}\n`)
  return 0
}
