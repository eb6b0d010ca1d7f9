import type { Claimed } from '@facialis/engine/mutants/index.ts'
import { chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Example, examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'

/** What the example people claim of decisions, steps and alerts; anything else about them is no claim. */
export const claims = (): readonly Claimed[] => examples.map(claimOf)

const decided = new Set(hemifacialSpasm.decisions.map(({ id }) => id))

function claimOf(example: Example): Claimed {
  const read = chartFromPlainFacts(hemifacialSpasm, plainFactsOf(example))
  if (!read.ok || read.value.asOf === null) throw new Error(`${example.id} cannot be read.`)
  const { decisions, steps = [], noSteps = [], due = {}, alerts = [], noAlerts = [], redFlags } = example.expected
  const answers = Object.entries(decisions).map(([id, said]) => [id, typeof said === 'string' ? said : said.answer])
  return {
    id: example.id,
    chart: read.value.chart,
    asking: { asOf: read.value.asOf, policy: {} },
    answers: { ...told(example), ...Object.fromEntries(answers.filter(([id]) => decided.has(id as string))) },
    steps: marked([...steps, ...Object.keys(due)], noSteps),
    alerts: marked(alerts, noAlerts),
    items: redFlags ? flagged(Object.keys(redFlags)) : {},
  }
}

/** Given at all, the raised flags are all there are. */
const flagged = (raised: readonly string[]): Readonly<Record<string, boolean>> =>
  Object.fromEntries(
    hemifacialSpasm.collections
      .filter(({ id }) => id === 'red-flags')
      .flatMap(({ id, items }) => items.map((item) => [`${id} ${item.id}`, raised.includes(item.id)])),
  )

/** Where one decision tells the answer of another, what is claimed of the telling is claimed of that answer. */
const told = ({ expected }: Example): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(expected.decisions).flatMap(([id, said]) => {
      const details = hemifacialSpasm.decisions.find((one) => one.id === id)?.detail ?? {}
      return Object.entries(typeof said === 'string' ? {} : (said.detail ?? {})).flatMap(([name, value]) => {
        const detail = details[name]
        return detail?.kind === 'answer-of' && typeof value === 'string' ? [[detail.decision.id, value]] : []
      })
    }),
  )

const marked = (there: readonly string[], absent: readonly string[]): Readonly<Record<string, boolean>> =>
  Object.fromEntries([...there.map((id) => [id, true]), ...absent.map((id) => [id, false])])
