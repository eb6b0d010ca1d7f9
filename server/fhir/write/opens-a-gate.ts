import { boldnessOf, type Chart, type Policy } from '@facialis/language'
import { canonical } from '@facialis/record'
import type { Clinic } from '../../clinic/clinic.ts'
import { adviseUncached } from '../../core/advise.ts'
import { dayNumber } from '../../core/site-day.ts'
import type { OpenRecord } from '../../patient/open-chart.ts'

/**
 * Whether a gate stands further open after a write than before it. An act that opens one has an author who meant it; what
 * another system sends, or takes back, has to be looked at.
 */
export function opensAGate(
  before: OpenRecord,
  after: Chart,
  { clinic, policy }: Readonly<{ clinic: Clinic; policy: Policy }>,
): boolean {
  // Most of what comes in says nothing here, and advice takes its time.
  if (canonical(after) === canonical(before.chart)) return false
  // Of all that is advised only what its gates answer is worked out here: the rest takes fifty times as long.
  const advise = adviseUncached(clinic.versions)
  const answers = (chart: Chart) => advise(chart, { asOf: dayNumber(clinic.today()), policy }, before.follows).decisions
  const [then, now] = [answers(before.chart), answers(after)]
  return clinic.pathway.decisions.some(
    (gate) =>
      gate.body.kind === 'gate' &&
      boldnessOf(gate, String(now[gate.id]?.answer)) > boldnessOf(gate, String(then[gate.id]?.answer)),
  )
}
