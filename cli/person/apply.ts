import { evaluate } from '@facialis/engine'
import { carePlanOf } from '@facialis/fhir/apply/care-plan.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Desk } from '../desk/desk.ts'
import { Stop } from '../input/stop.ts'
import { askedOf } from './asked.ts'
import { readPerson } from './read-person.ts'

/** `facialis apply FILE|- [--as-of DATE] [--policy FILE]`: the pathway applied to one person, as a FHIR CarePlan. */
export async function apply(rest: readonly string[], desk: Desk): Promise<number> {
  const asked = askedOf(rest)
  if (asked.json) throw new Stop('A care plan is always JSON: leave --json out.')
  const { chart, day, policy, subject } = await readPerson(asked, desk)
  const advice = evaluate(hemifacialSpasm, chart, { asOf: day, policy })
  const plan = carePlanOf(hemifacialSpasm, advice, { id: `${hemifacialSpasm.id}-${advice.asOf}`, subject })
  desk.results.write(`${JSON.stringify(plan, null, 2)}\n`)
  return 0
}
