import { describe, expect, it } from 'vitest'
import { factOf } from '../pathway.ts'
import { allAnswered, needsACall, treatedSaid, triageFacts } from './questions.ts'
import { triageAct } from './triage-act.ts'
import { words } from './words.ts'

const calm = Object.fromEntries(triageFacts.map((fact) => [fact, 'no']))

describe('the six questions', () => {
  it('are asked in words, each about a fact the pathway knows', () => {
    for (const fact of triageFacts) {
      expect(factOf(fact)).not.toBeNull()
      expect(words.questions[fact]).toMatch(/\?$/)
      expect(words.short[fact]).toBeTruthy()
    }
  })

  it('ask for a call at a yes to one of the first four, not at “don’t know” or a child', () => {
    for (const fact of triageFacts.slice(0, 4)) expect(needsACall({ ...calm, [fact]: 'yes' })).toBe(true)
    expect(needsACall({ ...calm, 'rf.limbOrSpeech': null, 'rf.ageUnder18': 'yes' })).toBe(false)
  })

  it('are done when each has an answer; “don’t know” is one', () => {
    expect(allAnswered({ ...calm, 'rf.raisedICP': null }, 'unknown')).toBe(true)
    expect(allAnswered({ ...calm, 'rf.raisedICP': undefined }, 'no')).toBe(false)
    expect(allAnswered(calm, null)).toBe(false)
  })
})

describe('whether it was treated before', () => {
  it.each([
    ['was said on the referral', ['Drives for a living.\nTreated before: no.'], 'no'],
    ['was not known to whoever referred', ['Treated before: not known.'], 'unknown'],
    ['is what was said last', ['Treated before: yes.', 'Treated before: no.'], 'yes'],
    ['was said by nobody', [null, 'Was it Treated before: yes.'], null],
  ])('%s', (_, notes, treated) => expect(treatedSaid(notes)).toBe(treated))
})

describe('“Triage done”', () => {
  const triaging = { answers: calm, treated: 'no', reason: null, note: '' } as const
  it('records the day, the answers and what is no fact in words', () => {
    const act = triageAct(
      { ...triaging, answers: { ...calm, 'rf.raisedICP': null }, note: 'Rang at ten.' },
      '2026-11-26',
    )
    expect(act).toEqual({
      kind: 'triage',
      date: '2026-11-26',
      facts: { ...calm, 'rf.raisedICP': null, 'referral.triaged': '2026-11-26' },
      note: 'Rang at ten.\nTreated before: no.',
    })
  })

  it('does not raise a flag again that was resolved', () => {
    const { facts } = triageAct({ ...triaging, answers: { ...calm, 'rf.suddenPalsy': 'yes-resolved' } }, '2026-11-26')
    expect(facts).not.toHaveProperty('rf.suddenPalsy')
  })
})
