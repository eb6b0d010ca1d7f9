import { chartFromPlainFacts, plainFromChart } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Chart, formatSpan } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyChart } from './any-chart.ts'

const read = (json: unknown, day?: number): Chart => {
  const outcome = chartFromPlainFacts(hemifacialSpasm, json, day === undefined ? {} : { day })
  if (!outcome.ok) throw new Error(`${outcome.problem.sentence} (${outcome.problem.where})`)
  return outcome.value.chart
}
const asOf = '2026-11-23'
const valueSaid = (id: string, value: unknown) => read({ asOf, facts: { [id]: value } }).observations[0]?.value
const problemOf = (json: unknown) => {
  const outcome = chartFromPlainFacts(hemifacialSpasm, json)
  return outcome.ok ? null : outcome.problem
}

describe('plain facts', () => {
  it.each([
    ['yes as true', 'ph.unilateral', true, { word: 'yes' }],
    ['no as a word', 'ph.unilateral', 'no', { word: 'no' }],
    ['a red flag as true', 'rf.cancer', true, { word: 'yes' }],
    ['a choice', 'hfs.side', 'left', { word: 'left' }],
    ['a quantity', 'egfr', 62, { number: 62 }],
    ['a quantity in another unit', 'egfr', { value: 1.5, unit: 'mL/s' }, { number: 90 }],
    ['not asked', 'egfr', null, { unknown: 'not-asked' }],
    ['asked, not known', 'egfr', 'unknown', { unknown: 'asked-unanswered' }],
    ['a reason why not', 'egfr', { unknown: 'pending' }, { unknown: 'pending' }],
  ])('read %s', (_what, id, plain, value) => {
    expect(valueSaid(id, plain)).toEqual(value)
  })

  it('read a month as the days it has', () => {
    const value = valueSaid('hfs.onset', '2024-02')
    expect(value && 'date' in value && formatSpan(value.date)).toBe('2024-02')
  })

  it('honour decimals exactly', () => {
    const [session] = read({ sessions: [{ units: 22.57 }] }).entries
    expect(session?.fields['session.units']).toEqual({ number: 2257 })
  })

  it('count what carries no date as stated on the day of the file, else on the day of the caller', () => {
    expect(read({ asOf, facts: { 'hfs.side': 'left' } }).observations[0]?.date).toEqual({ lo: 20780, hi: 20780 })
    expect(read({ facts: { 'hfs.side': 'left' } }, 100).observations[0]?.date).toEqual({ lo: 100, hi: 100 })
    expect(read({ facts: { 'hfs.side': 'left' } }).observations[0]?.date).toBeNull()
  })

  it('keep the date, the name and the role of a statement', () => {
    const [said] = read({
      asOf,
      facts: { 'dx.class': { value: 'definite', date: '2026-10', by: 'Dr Demo', role: 'neurologist' } },
    }).observations
    expect(said && formatSpan(said.date ?? { lo: 0, hi: 0 })).toBe('2026-10')
    expect(said?.provenance).toMatchObject({ by: 'Dr Demo', role: 'neurologist' })
  })

  it('take several statements about one fact', () => {
    const json = {
      facts: {
        'rf.cancer': [
          { value: 'yes', date: '2020' },
          { value: 'yes-resolved', date: '2024-05-01', by: 'Dr Demo', note: 'cured' },
        ],
      },
    }
    expect(read(json).observations.map(({ value }) => value)).toEqual([{ word: 'yes' }, { word: 'yes-resolved' }])
  })

  it('complete a screen on the day of the file or on its own', () => {
    expect(read({ asOf, facts: { 'screen.red-flags': 'complete' } }).screens).toMatchObject([
      { screen: 'red-flags', date: { lo: 20780 } },
    ])
    expect(read({ facts: { 'screen.red-flags': { complete: '2026-11-01' } } }).screens).toMatchObject([
      { date: { lo: 20758 } },
    ])
  })

  it('make one study of findings that stand among the facts', () => {
    const { entries } = read({
      asOf,
      facts: { 'mri.tumour': 'absent', 'study.modality': 'mri', 'study.date': '2026-10-01' },
    })
    expect(entries).toMatchObject([
      { kind: 'study', date: { lo: 20727, hi: 20727 }, fields: { 'mri.tumour': { word: 'absent' } } },
    ])
    expect(read({ asOf, facts: { 'mri.tumour': 'absent' } }).entries[0]?.date).toEqual({ lo: 20780, hi: 20780 })
  })

  it('understand the short name of a field, inside facts or beside them', () => {
    for (const json of [
      { studies: [{ modality: 'ct', date: '2026' }] },
      { facts: { studies: [{ modality: 'ct', date: '2026' }] } },
    ])
      expect(read(json).entries).toMatchObject([{ kind: 'study', fields: { 'study.modality': { word: 'ct' } } }])
  })

  it('leave an entry without a date undated: nobody knows when it was', () => {
    expect(read({ asOf, sessions: [{ product: 'unknown' }] }).entries).toMatchObject([
      { date: null, fields: { 'session.product': { unknown: 'asked-unanswered' } } },
    ])
  })

  it.each([
    [
      'an unknown fact',
      { facts: { 'ph.unilatral': true } },
      'unknown-fact',
      'facts["ph.unilatral"]',
      'did you mean "ph.unilateral"',
    ],
    ['a fact outside of facts', { 'hfs.side': 'left' }, 'unknown-member', '["hfs.side"]', 'facts stand inside "facts"'],
    ['an unknown list', { studys: [] }, 'unknown-member', 'studys', 'did you mean "studies"'],
    [
      'an unknown screen',
      { asOf, facts: { 'screen.red-flag': 'complete' } },
      'unknown-screen',
      'facts["screen.red-flag"]',
      '"red-flags"',
    ],
    [
      'a screen without a day',
      { facts: { 'screen.red-flags': 'complete' } },
      'bad-date',
      'facts["screen.red-flags"]',
      'needs its day',
    ],
    [
      'an unknown field',
      { studies: [{ modalty: 'mri' }] },
      'unknown-fact',
      'studies[0].modalty',
      'did you mean "modality"',
    ],
    [
      'a field of another entry',
      { studies: [{ 'session.units': 3 }] },
      'unknown-fact',
      'studies[0]["session.units"]',
      'belongs to injection session',
    ],
    [
      'a word that is none',
      { facts: { 'hfs.side': 'LEFT' } },
      'unknown-word',
      'facts["hfs.side"]',
      '"left", "right" or "both"',
    ],
    [
      'a member that is none',
      { studies: [{ sequences: ['t2', 'fiesta'] }] },
      'unknown-word',
      'studies[0].sequences[1]',
      '"fiesta" is not one of',
    ],
    ['a set that is no list', { studies: [{ sequences: 't2' }] }, 'wrong-type', 'studies[0].sequences', 'not a list'],
    ['too many decimals', { sessions: [{ units: 2.555 }] }, 'too-precise', 'sessions[0].units', 'finer than 0.01 U'],
    [
      'a unit that cannot convert',
      { facts: { egfr: { value: 60, unit: 'mg' } } },
      'bad-unit',
      'facts.egfr.value',
      'cannot be converted',
    ],
    [
      'international units for product units',
      { sessions: [{ units: { value: 20, unit: 'IU' } }] },
      'bad-unit',
      'sessions[0].units',
      '"IU"',
    ],
    ['an amount nobody has', { facts: { egfr: 900 } }, 'out-of-range', 'facts.egfr', 'outside 0 to 200'],
    ['a number as text', { facts: { egfr: '60' } }, 'wrong-type', 'facts.egfr', 'not a number'],
    [
      'a reason that is none',
      { facts: { egfr: { unknown: 'lost' } } },
      'bad-reason',
      'facts.egfr',
      '"lost" is no reason',
    ],
    ['a day that is none', { facts: { 'hfs.onset': '2026-13' } }, 'bad-date', 'facts["hfs.onset"]', 'not a date'],
    ['a month to answer for', { asOf: '2026-11', facts: {} }, 'bad-date', 'asOf', 'one day'],
    [
      'findings among the facts and a list',
      { facts: { 'mri.tumour': 'absent' }, studies: [{}] },
      'two-lists',
      'facts["mri.tumour"]',
      'put it into the list',
    ],
    ['two entries of one id', { studies: [{ id: 'a' }, { id: 'a' }] }, 'same-id', 'studies[1].id', '"a"'],
    [
      'an entry that replaces nothing',
      { studies: [{ supersedes: ['b'] }] },
      'unknown-entry',
      'studies[0].supersedes',
      '"b"',
    ],
    [
      'a typing slip beside a value',
      { facts: { egfr: { value: 60, dat: '2026' } } },
      'unknown-member',
      'facts.egfr.dat',
      '"dat"',
    ],
    ['a list', [], 'not-an-object', '', 'Plain facts are an object'],
  ])('name the place of %s', (_what, json, code, where, words) => {
    expect(problemOf(json)).toEqual({ code, where, sentence: expect.stringContaining(words) })
  })

  it('list every problem, not only the first', () => {
    const outcome = chartFromPlainFacts(hemifacialSpasm, { facts: { a: 1, b: 2 } })
    expect(outcome.ok ? [] : outcome.problems.map(({ where }) => where)).toEqual(['facts.a', 'facts.b'])
  })

  it('never throw, whatever they are', () => {
    const keys = fc.constantFrom(
      'facts',
      'asOf',
      'studies',
      'hfs.side',
      'egfr',
      'mri.tumour',
      'screen.red-flags',
      'sessions',
      'x',
    )
    const mess = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue(),
        fc.dictionary(keys, tie('any'), { maxKeys: 5 }),
        fc.array(tie('any'), { maxLength: 3 }),
      ),
    })).any
    fc.assert(
      fc.property(mess, (json) => {
        chartFromPlainFacts(hemifacialSpasm, json)
      }),
      { numRuns: 500 },
    )
  })

  it('are written and read back as the same chart', () => {
    fc.assert(
      fc.property(anyChart, fc.option(fc.constant(20780)), (chart, day) => {
        const json: unknown = JSON.parse(JSON.stringify(plainFromChart(hemifacialSpasm, chart, day)))
        expect(inOrder(read(json))).toEqual(inOrder(chart))
      }),
      { numRuns: 300 },
    )
  })
})

/** Statements of one fact keep their order; which fact or list stands first does not matter. */
const inOrder = ({ observations, screens, entries }: Chart) => ({
  observations: Map.groupBy(
    observations.map(({ fact, value, date, provenance: { by, role } }) => ({ fact, value, date, by, role })),
    ({ fact }) => fact,
  ),
  screens: Map.groupBy(
    screens.map(({ screen, date }) => ({ screen, date })),
    ({ screen }) => screen,
  ),
  entries: Map.groupBy(
    entries.map(({ provenance: _source, ...rest }) => rest),
    ({ kind }) => kind,
  ),
})
