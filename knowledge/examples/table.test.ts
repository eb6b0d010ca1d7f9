import { describe, expect, test } from 'vitest'
import { readTable } from './table.ts'

const facts = (table: string) => {
  const read = readTable(table)
  if (!read.ok) throw new Error(read.problems.map((p) => `${p.line}: ${p.sentence}`).join('\n'))
  return read.facts
}
const problems = (table: string) => {
  const read = readTable(table)
  return read.ok ? [] : read.problems
}

describe('a chart as a table', () => {
  test('states facts with day and author', () => {
    expect(
      facts(`date       | what          | value | by
             2026-08-03 | ph.unilateral | yes   | Dr Demo Nerve

             2026       | hfs.onset     | "2019"`),
    ).toEqual({
      facts: {
        'ph.unilateral': [{ value: 'yes', date: '2026-08-03', by: 'Dr Demo Nerve' }],
        'hfs.onset': [{ value: '2019', date: '2026' }],
      },
    })
  })

  test('keeps every statement about one fact', () => {
    expect(
      facts('2026-01-01 | rf.cancer | yes\n2026-02-01 | rf.cancer | yes-resolved | Dr Demo | cured').facts,
    ).toEqual({
      'rf.cancer': [
        { value: 'yes', date: '2026-01-01' },
        { value: 'yes-resolved', date: '2026-02-01', by: 'Dr Demo', note: 'cured' },
      ],
    })
  })

  test('tells a question asked in vain from an answer', () => {
    expect(facts('2026-01-01 | wish.surgery | ?\n2026-01-01 | egfr | ? pending').facts).toEqual({
      'wish.surgery': [{ unknown: 'asked-unanswered', date: '2026-01-01' }],
      egfr: [{ unknown: 'pending', date: '2026-01-01' }],
    })
  })

  test('completes a screen', () => {
    expect(facts('2026-01-01 | screen red-flags | complete | Demo Nurse').facts).toEqual({
      'screen.red-flags': [{ complete: '2026-01-01', by: 'Demo Nurse' }],
    })
  })

  test('records entries in one row or with a row for each field', () => {
    expect(
      facts(`2026-03  | session s1 | units: 22.5; sideEffects: [ptosis, bruise]; lot: "0042"
             undated  | study mri  |
                      |   signed   | yes
                      |   supersedes | first second
                      |   withdrawn | yes
                      |   fieldT   | 3 T`),
    ).toEqual({
      facts: {},
      sessions: [{ id: 's1', date: '2026-03', units: 22.5, sideEffects: ['ptosis', 'bruise'], lot: '0042' }],
      studies: [
        {
          id: 'mri',
          date: 'unknown',
          signed: 'yes',
          supersedes: ['first', 'second'],
          withdrawn: true,
          fieldT: { value: 3, unit: 'T' },
        },
      ],
    })
  })

  test.each([
    [
      '2026-01-01 | ph.unilateral',
      'A row has a date, what it is about, a value and perhaps by whom and why, not 2 cells.',
    ],
    ['2026-01-01 | | yes', 'It is not said what this row is about.'],
    ['yesterday | ph.unilateral | yes', '"yesterday" is not a date: write YYYY, YYYY-MM, YYYY-MM-DD or "undated".'],
    ['2026-01-01 | ph.unilateral |', '"ph.unilateral" has no value; write ? for a question asked in vain.'],
    [
      '| signed | yes',
      'A row without a date belongs to an entry above it, and there is none; write "undated" if nobody knows.',
    ],
    ['2026-01-01 | screen red-flags | done', 'A screen is complete or not there, not "done".'],
    ['2026-01-01 | study mri | signed yes', '"signed yes" is no field: write "name: value", and ; between two.'],
    ['2026-01-01 | study mri | signed: yes; signed: no', '"signed" is given twice.'],
    ['2026-01-01 | study mri | signed:', '"signed" has no value; leave the row out when nothing is known.'],
    ['2026-01-01 | study mri | sequences: [flair', 'The set [flair has no closing bracket.'],
    ['2026-01-01 | study mri | lot: "4', 'The text "4 has no closing quotation mark.'],
    [
      '2026-01-01 | study the first one | signed: yes',
      '"study the first one" is neither a fact, nor a screen, nor an entry with its name.',
    ],
  ])('refuses %s', (row, sentence) => {
    expect(problems(row)).toEqual([{ line: 1, sentence }])
  })

  test('names the kinds of entry when it meets a strange one, and the line', () => {
    const [problem] = problems('2026-01-01 | ph.unilateral | yes\n2026-01-01 | scan mri | signed: yes')
    expect(problem?.line).toBe(2)
    expect(problem?.sentence).toMatch(/^There is no kind of entry "scan": it is visit, imaging-order, study, /)
  })
})
