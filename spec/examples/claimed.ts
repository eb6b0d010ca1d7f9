import type { Expected, ExpectedAnswer } from '@facialis/knowledge/examples/index.ts'
import type { Advice, Decided, DetailValue } from '@facialis/language'

type Claims = Record<string, unknown>

/** What an example claims, and what the advice says about exactly that: equal when the example holds. */
export function claimed(expected: Expected, advice: Advice): Readonly<{ said: Claims; expected: Claims }> {
  const said: Claims = {}
  const wanted: Claims = {}
  const compare = (what: string, is: unknown, should: unknown): void => {
    said[what] = is
    wanted[what] = should
  }
  for (const [id, answer] of Object.entries(expected.decisions)) compareDecision(id, whole(answer), advice, compare)
  if (expected.redFlags) compare('red-flags', flagsOf(advice), expected.redFlags)
  const steps = advice.nextSteps.map((step) => step.id)
  const alerts = advice.alerts.map((alert) => alert.id)
  for (const id of expected.steps ?? []) compare(`step ${id}`, steps.includes(id), true)
  for (const id of expected.noSteps ?? []) compare(`step ${id}`, steps.includes(id), false)
  for (const [id, day] of Object.entries(expected.due ?? {}))
    compare(`step ${id} due by`, advice.nextSteps.find((step) => step.id === id)?.dueBy, day)
  for (const id of expected.alerts ?? []) compare(`alert ${id}`, alerts.includes(id), true)
  for (const id of expected.noAlerts ?? []) compare(`alert ${id}`, alerts.includes(id), false)
  return { said, expected: wanted }
}

const whole = (answer: string | ExpectedAnswer): ExpectedAnswer => (typeof answer === 'string' ? { answer } : answer)

type Compare = (what: string, is: unknown, should: unknown) => void

function compareDecision(id: string, should: ExpectedAnswer, advice: Advice, compare: Compare): void {
  const decided = advice.decisions[id] as Decided | undefined
  compare(id, decided?.answer, should.answer)
  if (!decided) return
  if (should.because) compare(`${id} because`, sorted(decided.because.map((b) => b.rule)), sorted(should.because))
  for (const fact of should.missing ?? []) compare(`${id} misses ${fact}`, decided.missing.includes(fact), true)
  for (const [name, value] of Object.entries(should.detail ?? {}))
    compare(`${id} ${name}`, plainly(decided.detail[name]), Array.isArray(value) ? sorted(value) : value)
}

const sorted = (words: readonly string[]): readonly string[] => [...words].sort()

/** Lists sorted, exceptions by their codes, and what was given lately product by product. */
function plainly(value: DetailValue | undefined): unknown {
  if (!Array.isArray(value)) return value
  return value
    .map((item) => {
      if (typeof item !== 'object' || item === null) return item
      if ('product' in item) return `${item.product}: ${item.all}, face ${item.facial}`
      return 'code' in item ? item.code : item
    })
    .sort()
}

/** Every flag that was raised, and whether it is still open. */
function flagsOf(advice: Advice): Readonly<Record<string, unknown>> {
  const listed = advice.decisions['red-flags']?.answer
  const flags = (Array.isArray(listed) ? listed : []) as readonly Readonly<{
    id: string
    resolved?: string
    detail?: { resolved: string }
  }>[]
  return Object.fromEntries(
    flags.map((f) => [f.id, (f.resolved ?? f.detail?.resolved) === 'yes' ? 'resolved' : 'open']),
  )
}
