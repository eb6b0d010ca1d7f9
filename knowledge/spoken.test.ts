import { describe, expect, it } from 'vitest'
import { hemifacialSpasm } from './hemifacial-spasm.ts'
import { answerNames, decisionTitles, spoken } from './spoken.ts'

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
})
