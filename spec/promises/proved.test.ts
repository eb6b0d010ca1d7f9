import { proofsOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Condition, type Decision, established, not, type Pathway } from '@facialis/language'
import { describe, expect, it } from 'vitest'

const broken = (pathway: Pathway): readonly string[] =>
  [...proofsOf(pathway)].filter(({ holds }) => !holds).map(({ id }) => id)

describe('what is proved of the pathway', () => {
  it('holds of every person there could be', () => {
    expect(broken(hemifacialSpasm)).toEqual([])
  })

  it('covers more states than anybody could try', () => {
    const [first] = proofsOf(hemifacialSpasm)
    expect(first?.states).toBeGreaterThan(10n ** 50n)
  })
})

type Gate = Extract<Decision['body'], { kind: 'gate' }>
type Ranked = Extract<Decision['body'], { kind: 'ranked' }>
const gate = (change: (body: Gate) => Gate) => (decision: Decision) =>
  decision.body.kind === 'gate' ? { ...decision, body: change(decision.body) } : decision
const ranked = (change: (body: Ranked) => Ranked) => (decision: Decision) =>
  decision.body.kind === 'ranked' ? { ...decision, body: change(decision.body) } : decision

/** Counts what is not known as yes. */
const unlessDenied = (condition: Condition): Condition => not(established(not(condition)))
const withoutNeed = (id: string) => gate((body) => ({ ...body, needs: body.needs.filter((need) => need.id !== id) }))
const needUnlessDenied = (id: string) =>
  gate((body) => ({
    ...body,
    needs: body.needs.map((need) => (need.id === id ? { ...need, needs: unlessDenied(need.needs) } : need)),
  }))
/** A conjunction, as it is or as far as it is established, without one of its parts. */
const lacking = (condition: Condition, part: number): Condition => {
  if (condition.kind === 'all') return { ...condition, of: condition.of.filter((_, i) => i !== part) }
  if (condition.kind === 'established' || condition.kind === 'named')
    return { ...condition, of: lacking(condition.of, part) }
  throw new Error('The rule has no parts.')
}
const withoutPart = (id: string, part: number) =>
  ranked((body) => ({
    ...body,
    rules: body.rules.map((rule) => (rule.id === id ? { ...rule, when: lacking(rule.when, part) } : rule)),
  }))
const turned = (one: string, other: string) =>
  ranked((body) => ({
    ...body,
    rules: body.rules.map((rule) =>
      rule.id === one
        ? { ...rule, answer: answerOf(body, other) }
        : rule.id === other
          ? { ...rule, answer: answerOf(body, one) }
          : rule,
    ),
  }))
const answerOf = (body: Ranked, id: string): string => body.rules.find((rule) => rule.id === id)?.answer ?? id

/** Faults somebody could make in a rule, and a promise that none of them gets past. */
const faults: readonly (readonly [string, string, (decision: Decision) => Decision, string])[] = [
  ['a rule-out is forgotten', 'botulinum', withoutNeed('BT-02/demyelination'), 'PR-01'],
  ['the signature is forgotten', 'botulinum', withoutNeed('DX-05'), 'PR-01'],
  ['the examination is forgotten', 'botulinum', withoutNeed('BT-02/examination'), 'PR-01'],
  ['an unknown signature counts as one', 'botulinum', needUnlessDenied('DX-05'), 'PR-01'],
  [
    'the session forgets the gate behind it',
    'botulinum.session',
    gate((body) => ({ ...body, behind: null })),
    'PR-01/session',
  ],
  [
    'the interval is forgotten',
    'botulinum',
    gate((body) => ({ ...body, limits: body.limits.filter(({ id }) => id !== 'BT-05') })),
    'PR-08',
  ],
  ['a vessel is presumed with a rule-out open', 'cause', withoutPart('ET-01', 1), 'PR-02'],
  ['a vessel is presumed without a signature', 'cause', withoutPart('ET-01', 0), 'PR-02'],
  ['persistent before the year is over', 'response.surgery', withoutPart('SX-08', 1), 'PR-07'],
  ['a candidate needs no ground', 'decompression', withoutPart('SX-01', 0), 'PR-04'],
  ['a lesion and its absence are mixed up', 'study.tumour', turned('RO-05', 'IM-08'), 'PR-03/tumour'],
]

describe('a fault in a rule is found', () => {
  it.each(faults)('%s', (_, id, change, promise) => {
    const found = proofsOf(changed(id, change)).find((proof) => proof.id === promise)
    expect(found?.holds).toBe(false)
    expect(found?.counter?.state.length).toBeGreaterThan(0)
  })
})

/** The pathway with one decision in another form, wherever it is referred to. */
function changed(id: string, change: (decision: Decision) => Decision): Pathway {
  const copies = new Map<unknown, unknown>()
  const copy = (of: unknown): unknown => {
    if (typeof of !== 'object' || of === null) return of
    const known = copies.get(of)
    if (known) return known
    const made: Record<string, unknown> | unknown[] = Array.isArray(of) ? [] : {}
    copies.set(of, made)
    const isIt = 'kind' in of && of.kind === 'decision' && 'id' in of && of.id === id
    for (const [name, value] of Object.entries(isIt ? change(of as Decision) : of))
      (made as Record<string, unknown>)[name] = copy(value)
    return made
  }
  return copy(hemifacialSpasm) as Pathway
}
