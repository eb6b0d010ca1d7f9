import { emptyChart } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { assess, pathway, screenOf } from '../../pathway.ts'
import { arranged, unfolded } from './arrangement.ts'
import { answered, emptyEvaluation, toggled, unsavedAct } from './evaluation.ts'
import {
  examinationScreen,
  flagOf,
  flagQuestions,
  procedure,
  questionsOf,
  redFlagScreen,
  stepIds,
  stepOf,
} from './procedure.ts'
import { progressOf, standingOf } from './progress.ts'

const today = '2026-11-23'
const adviceWith = (facts: Readonly<Record<string, string>>) => {
  const evaluation = Object.entries(facts).reduce(
    (so, [id, value]) => answered(so, id, value),
    emptyEvaluation('first'),
  )
  const live = assess({ chart: emptyChart, today, policy: {}, act: unsavedAct(evaluation, today) ?? undefined })
  if (!live.ok) throw new Error(live.problem.sentence)
  return live.advice
}

describe('the bedside procedure', () => {
  it('asks every feature and every part of the examination exactly once', () => {
    const asked = stepIds.flatMap(questionsOf)
    expect(new Set(asked).size).toBe(asked.length)
    const features = pathway.facts.map((fact) => fact.id).filter((id) => /^(ph|exam|known)\./.test(id))
    expect(features.filter((id) => !asked.includes(id))).toEqual([])
  })
  it('asks every red flag, and whatever more hangs on one below it', () => {
    const known = pathway.facts.map((fact) => fact.id).filter((id) => /^(rf|palsy)\./.test(id))
    expect(flagQuestions.toSorted()).toEqual(known.toSorted())
    expect(known.map(flagOf)).not.toContain(null)
  })
  it('asks nothing the pathway does not know', () => {
    const known = new Set(pathway.facts.map((fact) => fact.id))
    expect(stepIds.flatMap(questionsOf).filter((id) => !known.has(id))).toEqual([])
    expect(screenOf(redFlagScreen)).not.toBeNull()
    expect(screenOf(examinationScreen)).not.toBeNull()
  })
  it('keeps what everybody is asked short: the rare ones wait behind a press', () => {
    expect(stepIds.flatMap((step) => procedure[step].usual).length).toBeLessThan(35)
    expect(stepOf('ph.palateMoves')).toBe('look')
    expect(stepOf('rf.cancer')).toBeNull()
  })
})

describe('the order of a step', () => {
  it('brings what would settle most to the front and loses nothing', () => {
    const advice = adviceWith({})
    const missing = advice.missing.map(({ fact }) => fact)
    for (const step of stepIds) {
      const { shown, folded } = arranged(advice)[step]
      expect([...shown, ...folded].toSorted()).toEqual(questionsOf(step).toSorted())
      if (step === 'conclude') continue
      const ranks = shown.map((id) => (missing.includes(id) ? missing.indexOf(id) : missing.length))
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    }
  })
  it('shows a rare question once it would speak for a condition near the top, at the end of its step', () => {
    const before = arranged(adviceWith({}))
    expect(before.ask.folded).toContain('ph.childhoodTics')
    const after = unfolded(before, adviceWith({ 'ph.premonitoryUrge': 'yes', 'ph.suppressible': 'yes' }))
    expect(after.ask.shown.slice(0, before.ask.shown.length)).toEqual(before.ask.shown)
    expect(after.ask.shown).toContain('ph.childhoodTics')
    expect(after.ask.folded).not.toContain('ph.childhoodTics')
  })
  it('moves nothing that is shown while somebody answers', () => {
    const before = arranged(adviceWith({}))
    const after = unfolded(before, adviceWith({ 'ph.unilateral': 'yes', 'ph.cn7Only': 'yes', 'ph.brief': 'yes' }))
    for (const step of stepIds)
      expect(after[step].shown.slice(0, before[step].shown.length)).toEqual(before[step].shown)
  })
})

describe('progress', () => {
  const nothing = { fact: () => null, entries: () => [] }
  const count = (evaluation: ReturnType<typeof emptyEvaluation>) =>
    progressOf(procedure.provoke.usual, (id) => standingOf(id, evaluation, nothing))
  it('counts what is answered, “don’t know” among it, and what a list said no to', () => {
    const empty = emptyEvaluation('first')
    expect(count(empty)).toEqual({ done: 0, all: 3 })
    expect(count(answered(empty, 'ph.triggeredByMovement', null))).toEqual({ done: 1, all: 3 })
    expect(count(toggled(empty, 'examination'))).toEqual({ done: 2, all: 3 })
  })
  it('counts what is on record, and not what grew too old', () => {
    const on = (why: 'too-old' | 'asked-unanswered' | null) => ({
      ...nothing,
      fact: () => ({ value: why === null ? 'yes' : null, why, date: today, by: null }),
    })
    const standing = (why: 'too-old' | 'asked-unanswered' | null) =>
      standingOf('ph.brief', emptyEvaluation('first'), on(why))
    expect([standing(null), standing('asked-unanswered'), standing('too-old')]).toEqual([
      'recorded',
      'recorded',
      'open',
    ])
  })
})
