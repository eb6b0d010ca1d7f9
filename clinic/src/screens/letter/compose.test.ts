import type { Chart } from '@facialis/language'
import type { Act, PatientIdentity } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { assess, pathway } from '../../pathway.ts'
import { recordedOn } from '../../recorded.ts'
import { composeLetter } from './compose.ts'
import { toldStepIds } from './told-steps.ts'

const today = '2026-11-23'
const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
const patient: PatientIdentity = {
  id: '1',
  name: 'Demo Ada Sample',
  birthDate: '1970-05-04',
  phone: null,
  email: null,
  side: 'left',
  interpreter: null,
  referrer: 'Demo Dr Rowan Refer, Demo Practice',
}

/** The letter after these acts, one upon the other. */
function letterAfter(...acts: readonly Act[]): string {
  let chart: Chart = { observations: [], screens: [], entries: [] }
  for (const act of acts) {
    const live = assess({ chart, today, policy, act })
    if (!live.ok) throw new Error(live.problem.sentence)
    chart = live.chart
  }
  const live = assess({ chart, today, policy })
  if (!live.ok) throw new Error(live.problem.sentence)
  const recorded = recordedOn({ chart, today, policy })
  return composeLetter({
    patient,
    recorded,
    advice: live.advice,
    author: 'Demo Dr Nerve',
    clinic: 'Demo clinic',
    today,
  })
}

const visit: Act = {
  kind: 'visit',
  date: today,
  facts: { 'referral.received': '2026-11-01', 'ph.unilateral': true, 'ph.onsetOrbicularisOculi': true },
  entries: [{ kind: 'visit', date: today, fields: { 'visit.kind': 'first' } }],
}
const signed: Act = {
  kind: 'diagnosis-signed',
  date: today,
  facts: { 'dx.class': 'probable', 'dx.phenotype': 'typical', 'dx.signedBy': 'neurologist' },
}

describe('the letter to the referrer', () => {
  it('is about one person, to one doctor, with what they wrote to us', () => {
    const letter = letterAfter(visit)
    expect(letter).toContain(
      '23 Nov 2026\n\nTo Demo Dr Rowan Refer, Demo Practice\n\nAbout Demo Ada Sample, born 4 May 1970',
    )
    expect(letter).toContain(
      'Thank you for your referral, which we received on 1 Nov 2026. We saw them on 23 Nov 2026.',
    )
    expect(letter).toMatch(/With kind regards\nDemo Dr Nerve\nDemo clinic$/)
  })

  it('says that somebody was seen on a day only where that is known', () => {
    const of = (fields: Readonly<Record<string, string>>): Act => ({
      ...visit,
      entries: [{ kind: 'visit', date: '2026-11-20', fields }],
    })
    expect(letterAfter(of({ 'visit.kind': 'first' }))).toContain('We saw them on 20 Nov 2026.')
    expect(letterAfter(of({ 'visit.kind': 'triage' }))).toContain('We have not seen them yet.')
    const unsaid: readonly Readonly<Record<string, string>>[] = [{}, { 'visit.kind': 'unknown' }]
    for (const fields of unsaid) expect(letterAfter(of(fields))).not.toMatch(/We saw them|We have not seen them/)
  })

  it('names a day once, however often somebody was seen on it', () => {
    const twice: Act = { ...visit, entries: [...(visit.entries ?? []), ...(visit.entries ?? [])] }
    expect(letterAfter(twice)).toContain('We saw them on 23 Nov 2026.')
  })

  it('names no diagnosis that nobody recorded, however typical the story is', () => {
    const letter = letterAfter(visit)
    expect(letter).toContain('We have not recorded a conclusion about the diagnosis yet.')
    expect(letter).not.toMatch(/hemifacial|typical|probable|definite/i)
  })

  it('repeats the recorded conclusion with its certainty, and no other', () => {
    const letter = letterAfter(visit, signed)
    expect(letter).toContain('probable hemifacial spasm, left side of the face (typical).')
    expect(letter).not.toContain('definite')
  })

  it('says what is not excluded, and never that it is', () => {
    const letter = letterAfter(visit, signed)
    expect(letter).toContain('There is no imaging on record here.')
    expect(letter).toContain('Not excluded yet: tumour, vascular malformation, demyelination and other lesion.')
    expect(letter).not.toContain('Looked for and excluded')
  })

  it('tells what was given and how it worked', () => {
    const letter = letterAfter({
      kind: 'history',
      date: today,
      recordedAfter: { why: 'elsewhere' },
      entries: [
        {
          kind: 'session',
          date: '2026-03',
          fields: {
            'session.product': 'onabotulinumtoxinA',
            'session.units': 20,
            'session.relief': 60,
            'session.sideEffects': ['ptosis'],
          },
        },
      ],
    })
    expect(letter).toContain('one session is on record, the latest on Mar 2026, onabotulinumtoxinA, 20')
    expect(letter).toContain('Best relief after it: 60\u00a0%. Side effects reported: ptosis.')
  })

  it('keeps the score of mood, and what follows from it, to the team', () => {
    const letter = letterAfter(visit, {
      kind: 'score',
      date: today,
      entries: [{ kind: 'score', date: today, fields: { 'phq9.total': 21 } }],
    })
    expect(letter).not.toMatch(/phq|mood|21|depress|self-harm|named person/i)
  })

  it('lists what concerns the referrer and the person, not how the team works', () => {
    const letter = letterAfter(visit, signed)
    expect(letter).toContain('- Order the MRI protocol (')
    expect(letter).not.toMatch(/exception|- Score the spasm|- Ask about every red flag/)
    const known = new Set(pathway.steps.map(({ id }) => id.split('/')[0]))
    expect(toldStepIds.filter((id) => !known.has(id))).toEqual([])
  })

  it('promises no day that has passed', () => {
    const letter = letterAfter({ kind: 'triage', date: '2026-09-01', facts: { 'referral.received': '2026-09-01' } })
    expect(letter).toContain('still to be done)')
    expect(letter).not.toMatch(/by \d+ (Sep|Oct) 2026/)
  })

  it('names nothing by an id and leaves no gap', () => {
    const letter = letterAfter(visit, signed)
    expect(letter).not.toMatch(/rule-out\.|dx\.|undefined|null|\bNaN\b/)
    expect(letter).not.toMatch(/ {2}|\n{3}/)
  })
})
