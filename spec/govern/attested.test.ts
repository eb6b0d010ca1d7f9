import {
  type Attestation,
  type Part,
  type ReadDigests,
  readDigestsOf,
  type Shown,
  signatureStatusOf,
} from '@facialis/engine/govern/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { beside } from '@facialis/knowledge/beside.ts'
import type { Decision, Passage, Pathway } from '@facialis/language'
import { describe, expect, test } from 'vitest'

/** Each text as itself: nothing hangs on how it is hashed. */
const numbers = new Map<string, string>()
const hash = (text: string): string => {
  const known = numbers.get(text) ?? String(numbers.size)
  numbers.set(text, known)
  return known
}
const nobody: Shown = () => []
const around = { shown: nobody, beside, hash }
const on = '2026-11-26'
const named = (reading: ReadonlyMap<Part, ReadDigests>) =>
  Object.fromEntries([...reading].map(([{ name }, read]) => [name, read]))
const all: Attestation = {
  by: 'Demo Dr Ada Signer',
  role: 'neurologist',
  on,
  parts: named(readDigestsOf(hemifacialSpasm, around)),
}
const standing = (
  pathway: Pathway,
  { shown = nobody, said = beside, day = on, by = [all] as readonly Attestation[] } = {},
) => signatureStatusOf(readDigestsOf(pathway, { ...around, shown, beside: said }), { attestations: by, on: day })
const stale = (standings: ReturnType<typeof standing>) =>
  standings.flatMap((one) => (one.is === 'stale' ? [[one.part.name, ...one.since]] : []))

const cause = hemifacialSpasm.decisions.find(({ id }) => id === 'cause') as Decision
const worded = (decision: Decision): Decision =>
  decision.body.kind === 'ranked'
    ? {
        ...decision,
        body: {
          ...decision.body,
          rules: decision.body.rules.map((rule, at) => (at === 0 ? { ...rule, text: 'Other words.' } : rule)),
        },
      }
    : decision

describe('a sign-off', () => {
  test('is valid as long as nothing it covers has changed', () => {
    expect(standing(hemifacialSpasm).every(({ is }) => is === 'signed')).toBe(true)
    expect(standing(hemifacialSpasm, { by: [] }).every(({ is }) => is === 'unsigned')).toBe(true)
  })

  test('is stale for a rule that was edited, and for no other', () => {
    const first = cause.body.kind === 'ranked' ? cause.body.rules[0]?.id : ''
    const edited = hemifacialSpasm.decisions.map((one) => (one === cause ? worded(one) : one))
    expect(stale(standing({ ...hemifacialSpasm, decisions: edited }))).toEqual([[`rule cause ${first}`, 'rule']])
  })

  test('is stale for everything that cites an edited passage', () => {
    const said = (passage: Passage): Passage =>
      passage.id === 'S13' ? { ...passage, paraphrase: 'Otherwise.' } : passage
    const steps = hemifacialSpasm.steps.map((step) => ({
      ...step,
      because: step.because.map((cite) =>
        cite.kind === 'passage' ? said(cite) : cite,
      ) as unknown as typeof step.because,
    }))
    const citing = steps.filter(({ because }) => because.some((cite) => cite.kind === 'passage' && cite.id === 'S13'))
    expect(citing.length).toBeGreaterThan(0)
    expect(stale(standing({ ...hemifacialSpasm, steps }))).toEqual(citing.map(({ id }) => [`step ${id}`, 'passages']))
  })

  test('is stale for a changed number that is discussed before an operation, although no rule uses it', () => {
    const said = beside.map((one) => (one.id === 'cost stroke' ? { ...one, says: { ...one.says, figures: [] } } : one))
    expect(stale(standing(hemifacialSpasm, { said }))).toEqual([['beside cost stroke', 'rule']])
    const [cited] = beside.find(({ id }) => id === 'cost stroke')?.because ?? []
    const elsewhere = beside.map((one) => (one.id === 'cost stroke' ? { ...one, because: [] as const } : one))
    expect(cited).toBeDefined()
    expect(stale(standing(hemifacialSpasm, { said: elsewhere }))).toEqual([['beside cost stroke', 'passages']])
  })

  test('is stale for a rule when its example people change', () => {
    const shown: Shown = ({ name }) =>
      name === 'alert pregnancy' || name === 'rule cause ET-01' ? [{ id: 'new' }] : []
    expect(stale(standing(hemifacialSpasm, { shown }))).toContainEqual(['rule cause ET-01', 'examples'])
  })

  test('becomes stale when a source passes its review date, until somebody signs after that day', () => {
    const before = standing(hemifacialSpasm, { day: '2028-12-01' })
    const resting = before.filter((one) => one.is === 'stale')
    expect(resting.length).toBeGreaterThan(0)
    for (const one of resting) expect(one).toMatchObject({ since: ['review'] })
    const again = { ...all, on: '2028-12-01' }
    expect(stale(standing(hemifacialSpasm, { day: '2028-12-02', by: [all, again] }))).toEqual([])
  })

  test('dated ahead does not count until its day', () => {
    const ahead = { ...all, on: '2099-01-01' }
    expect(standing(hemifacialSpasm, { by: [ahead] }).every(({ is }) => is === 'unsigned')).toBe(true)
    expect(standing(hemifacialSpasm, { by: [ahead], day: '2099-01-01' }).every(({ is }) => is === 'signed')).toBe(true)
  })

  test('of an edited part is replaced by a new one', () => {
    const edited = {
      ...hemifacialSpasm,
      decisions: hemifacialSpasm.decisions.map((one) => (one === cause ? worded(one) : one)),
    }
    const anew: Attestation = { ...all, by: 'Demo Dr Ben Signer', parts: named(readDigestsOf(edited, around)) }
    expect(stale(standing(edited, { by: [all, anew] }))).toEqual([])
  })

  test('that became stale says what has changed since it was given', () => {
    const edited = {
      ...hemifacialSpasm,
      decisions: hemifacialSpasm.decisions.map((one) => (one === cause ? worded(one) : one)),
    }
    const first = cause.body.kind === 'ranked' ? cause.body.rules[0]?.id : ''
    const shown: Shown = ({ name }) => (name === `rule cause ${first}` ? [{ id: 'new' }] : [])
    const ofOtherWords: Attestation = { ...all, parts: named(readDigestsOf(edited, around)) }
    const signed = (...by: readonly Attestation[]) => stale(standing(hemifacialSpasm, { shown, by }))
    expect(signed(ofOtherWords, all, all)).toEqual([[`rule cause ${first}`, 'examples']])
    expect(signed(all, all, ofOtherWords)).toEqual([[`rule cause ${first}`, 'rule', 'examples']])
  })
})
