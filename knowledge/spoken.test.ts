import { describe, expect, it } from 'vitest'
import { hemifacialSpasm } from './hemifacial-spasm.ts'
import { answerNames, decisionAsked, decisionTitle, decisionTitles, named, spoken, valueWords } from './spoken.ts'

const decisions = hemifacialSpasm.decisions.filter(({ inner }) => !inner)

describe('people read words, and no ids', () => {
  it.each(decisions)('of $id and of each of its answers', ({ id, answers }) => {
    expect(decisionTitles).toHaveProperty([id])
    expect(answers.filter((answer) => !(answer in answerNames))).toEqual([])
  })

  it('which stand inside a sentence as they do on their own, but for a small letter', () => {
    expect(spoken.decision('rule-out.tumour')).toBe('ruling out a tumour')
    expect(spoken.answer('follow-up')).toBe('follow-up')
    expect(spoken.value('present-unrelated')).toBe('present, unrelated')
    expect(['mri', 'AICA', 't1-contrast'].map(spoken.value)).toEqual(['MRI', 'AICA', 'T1 with contrast'])
  })

  it.each(hemifacialSpasm.decisions)('also where a rule asks for $id, on the way or not', ({ id }) => {
    expect(decisionAsked(id)).toMatch(/^(the|what) [^.]+$/)
    expect(decisionTitle(id)).toMatch(/^[A-Z][^.]+$/)
    expect(decisionTitle(id)).not.toMatch(/^(Reads|Study) /)
  })

  it('and what means something else of one fact than of others is said so', () => {
    expect([valueWords('both'), valueWords('both', 'operation.technique')]).toEqual(['Both sides', 'Both'])
    expect(valueWords('transposition', 'operation.technique')).toBe('Moved away')
    const hyphens = ['non-diagnostic', 'yes-explained', 'mri-booked', 'red-painful-eye'].map((value) =>
      valueWords(value),
    )
    expect(hyphens).toEqual(['Non-diagnostic', 'Yes, explained', 'MRI booked', 'Red, painful eye'])
  })

  it('and a rule is read with its names', () => {
    expect(named.decided('rule-out.tumour', ['positive'])).toBe('the rule-out of a tumour is positive')
    expect(named.decided('reads.other-lesion', ['cleared', 'positive'])).toBe(
      'what all studies say of any other lesion is cleared or positive',
    )
    expect(named.is('onset around the eye', ['yes'])).toBe('onset around the eye')
    expect(named.is('one lid only', ['no'])).toBe('one lid only: no')
    expect(named.is('the reader', ['neuroradiologist', 'yes-resolved'])).toBe(
      'the reader is neuroradiologist or yes, resolved',
    )
  })
})
