import {
  type Act,
  addToChart,
  chartFromResources,
  type Resource,
  resourcesOfAct,
  statementsOfAct,
} from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Chart, emptyChart } from '@facialis/language'
import { describe, expect, it } from 'vitest'

const actor = { id: 'a', name: 'Dr Demo', role: 'clinician' }

/** Acts recorded one after the other, in memory and in the record. */
function recorded(...acts: readonly Act[]): Readonly<{ chart: Chart; stored: Chart; resources: readonly Resource[] }> {
  let chart = emptyChart
  const resources = new Map<string, Resource>()
  let next = 0
  const newId = () => `id-${++next}`
  acts.forEach((act, index) => {
    const at = `2026-11-23T10:00:0${index}.000Z`
    const from = next
    const written = resourcesOfAct(hemifacialSpasm, act, { patientId: 'p', actor, at, newId, before: chart })
    if (!written.ok) throw new Error(`${written.problem.sentence} (${written.problem.where})`)
    next = from
    const stated = statementsOfAct(hemifacialSpasm, act, { newId })
    if (!stated.ok) throw new Error(stated.problem.sentence)
    next = from + 100
    chart = addToChart(chart, stated.value)
    for (const resource of written.value) resources.set(`${resource.resourceType}/${resource.id}`, resource)
  })
  const shuffled = [...resources.values()].reverse()
  return { chart, stored: chartFromResources(hemifacialSpasm, shuffled, { zone: 'UTC' }).chart, resources: shuffled }
}

const fieldsOf = (chart: Chart) => chart.entries.map(({ fields, withdrawn }) => ({ fields, withdrawn }))
const day = '2026-11-23'
const session: Act = {
  kind: 'toxin-session',
  date: day,
  entries: [
    {
      id: 's1',
      kind: 'session',
      date: day,
      fields: { product: 'onabotulinumtoxinA', units: 20, side: 'left', indication: 'hfs' },
    },
  ],
}

describe('an entry that comes again', () => {
  const relief: Act = {
    kind: 'toxin-response',
    date: '2026-12-20',
    entries: [{ id: 's1', kind: 'session', date: null, fields: { relief: 70, units: 22 } }],
  }

  it('amends: what is given replaces, the rest stays, the date too', () => {
    const { chart, stored } = recorded(session, relief)
    for (const one of [chart, stored]) {
      expect(one.entries).toHaveLength(1)
      expect(one.entries[0]).toMatchObject({
        date: { lo: 20780 },
        fields: {
          'session.relief': { number: 70 },
          'session.units': { number: 2200 },
          'session.side': { word: 'left' },
        },
      })
    }
  })

  it('renews what other systems read, under the same address', () => {
    const { resources } = recorded(session, relief)
    const given = resources.filter(({ resourceType }) => resourceType === 'MedicationAdministration')
    expect(given).toHaveLength(1)
    expect(given[0]).toMatchObject({ id: 's1.MedicationAdministration', dosage: { dose: { value: 22 } } })
  })

  it('withdrawn stays withdrawn, for others too', () => {
    const strike: Act = {
      kind: 'correction',
      date: day,
      entries: [{ id: 's1', kind: 'session', date: null, withdrawn: true, fields: {} }],
    }
    const { chart, stored, resources } = recorded(session, strike, relief)
    for (const one of [chart, stored]) expect(one.entries.map(({ withdrawn }) => withdrawn)).toEqual([true])
    expect(resources.find(({ resourceType }) => resourceType === 'MedicationAdministration')).toMatchObject({
      status: 'entered-in-error',
    })
  })

  it('under another kind wipes nothing out', () => {
    const { chart, stored } = recorded(session, {
      kind: 'visit',
      date: day,
      entries: [{ id: 's1', kind: 'visit', date: day, fields: { kind: 'phone' } }],
    })
    for (const one of [chart, stored]) expect(fieldsOf(one)).toHaveLength(2)
  })
})

describe('a correction', () => {
  const wrong: Act = { kind: 'visit', date: day, facts: { 'rf.cancer': 'yes', 'hfs.side': 'left' } }
  const right: Act = { kind: 'correction', date: day, facts: { 'rf.cancer': 'no' } }
  const flags = (chart: Chart) =>
    chart.observations.filter(({ fact }) => fact === 'rf.cancer').map(({ value }) => value)

  it('takes the place of what was stated for that day', () => {
    const { chart, stored } = recorded(wrong, right)
    for (const one of [chart, stored]) {
      expect(flags(one)).toEqual([{ word: 'no' }])
      expect(one.observations).toHaveLength(2)
    }
  })

  it('leaves what was stated for another day, or afterwards', () => {
    const { chart, stored } = recorded({ ...wrong, date: '2026-11-01' }, right, wrong)
    for (const one of [chart, stored]) expect(flags(one)).toEqual([{ word: 'yes' }, { word: 'no' }, { word: 'yes' }])
  })
})

describe('other systems see', () => {
  const typesOf = (act: Act) =>
    recorded(act)
      .resources.map(({ resourceType }) => resourceType)
      .filter((type) => type !== 'Observation')
      .sort()
  it.each<readonly [string, Act, readonly string[]]>([
    ['an injection as procedure and administration', session, ['MedicationAdministration', 'Procedure']],
    [
      'a read as a report',
      { kind: 'imaging-read', date: day, entries: [{ kind: 'study', date: day, fields: { modality: 'mri' } }] },
      ['DiagnosticReport'],
    ],
    [
      'an operation as a procedure',
      { kind: 'operation', date: day, entries: [{ kind: 'operation', date: day, fields: { kind: 'mvd' } }] },
      ['Procedure'],
    ],
    [
      'a scan asked for as a request',
      {
        kind: 'imaging-order',
        date: day,
        entries: [{ kind: 'imaging-order', date: day, fields: { modality: 'mri' } }],
      },
      ['ServiceRequest'],
    ],
    [
      'an exception as a flag',
      {
        kind: 'exception',
        date: day,
        entries: [{ kind: 'exception', date: day, fields: { code: 'mri-booked', expires: '2027-01-01' } }],
      },
      ['Flag'],
    ],
    ['a toxin order as a medication request', { kind: 'toxin-order', date: day }, ['MedicationRequest']],
    [
      'a signed conclusion as a condition',
      {
        kind: 'diagnosis-signed',
        date: day,
        facts: { 'dx.phenotype': 'typical', 'dx.class': 'definite', 'hfs.side': 'left' },
      },
      ['Condition'],
    ],
    [
      'a mimic as no spasm at all',
      { kind: 'diagnosis-signed', date: day, facts: { 'dx.phenotype': 'mimic', 'dx.class': 'unlikely' } },
      [],
    ],
    ['a consent as a consent', { kind: 'consent', date: day, facts: { 'consent.toxin': day } }, ['Consent']],
    ['a note as a communication', { kind: 'call', date: day, note: 'rang about a droop' }, ['Communication']],
    [
      'a score as an observation',
      { kind: 'score', date: day, entries: [{ kind: 'score', date: day, fields: { smc: 'II' } }] },
      [],
    ],
  ])('%s', (_what, act, types) => {
    expect(typesOf(act)).toEqual(types)
  })

  it('the side of a signed conclusion in its code, and its doubt in its status', () => {
    const conclusion = (facts: Record<string, string>) =>
      recorded({ kind: 'diagnosis-signed', date: day, facts }).resources.find(
        ({ resourceType }) => resourceType === 'Condition',
      )
    expect(
      JSON.stringify(conclusion({ 'dx.phenotype': 'typical', 'dx.class': 'definite', 'hfs.side': 'left' })),
    ).toContain('G51.32')
    expect(conclusion({ 'dx.phenotype': 'typical', 'dx.class': 'possible' })).toMatchObject({
      verificationStatus: { coding: [{ code: 'provisional' }] },
    })
  })

  it('units bound to their product, with the lot', () => {
    const act: Act = {
      kind: 'toxin-session',
      date: day,
      entries: [
        {
          kind: 'session',
          date: day,
          fields: { product: 'incobotulinumtoxinA', units: 12.5, lot: 'L7', expiry: '2027-05' },
        },
      ],
    }
    expect(
      recorded(act).resources.find(({ resourceType }) => resourceType === 'MedicationAdministration'),
    ).toMatchObject({
      dosage: { text: '12.5 U incobotulinumtoxinA', dose: { value: 12.5, unit: 'U' } },
      contained: [{ batch: { lotNumber: 'L7', expirationDate: '2027-05' } }],
    })
  })

  it('that nobody knows how much was given, where R4 wants an amount beside the side', () => {
    const fields = { side: 'right', indication: 'hfs' }
    const { resources, stored, chart } = recorded({
      kind: 'history',
      date: day,
      entries: [{ kind: 'session', date: day, fields }],
    })
    const given = resources.find(({ resourceType }) => resourceType === 'MedicationAdministration')
    // Constraint mad-1: a dosage has a dose or a rate.
    expect(given).toMatchObject({
      dosage: { site: { coding: [{ display: 'right' }] }, dose: { extension: [{ valueCode: 'unknown' }] } },
    })
    expect(fieldsOf(stored)).toEqual(fieldsOf(chart))
    const { extension: _, ...told } = given as Resource & Record<string, unknown>
    const elsewhere = chartFromResources(hemifacialSpasm, [told as Resource], { zone: 'UTC' })
    expect(elsewhere.problems).toEqual([])
  })

  it('that something was written down afterwards', () => {
    const { resources } = recorded({ ...session, recordedAfter: { why: 'downtime', by: 'Demo Nurse' } })
    for (const resource of resources) expect(JSON.stringify(resource.extension)).toContain('recorded-after')
  })
})

describe('an act that is not right', () => {
  const problemOf = (act: unknown) => {
    const outcome = statementsOfAct(hemifacialSpasm, act as Act)
    return outcome.ok ? null : { code: outcome.problem.code, where: outcome.problem.where }
  }
  it.each([
    ['a wrong day', { kind: 'visit', date: '23.11.2026' }, 'bad-date', 'date'],
    ['an unknown fact', { kind: 'visit', date: day, facts: { 'hfs.sid': 'left' } }, 'unknown-fact', 'facts["hfs.sid"]'],
    [
      'a field without its entry',
      { kind: 'visit', date: day, facts: { 'mri.tumour': 'absent' } },
      'field-alone',
      'facts["mri.tumour"]',
    ],
    ['an unknown screen', { kind: 'visit', date: day, screens: ['all'] }, 'unknown-screen', 'screens[0]'],
    [
      'an unknown entry',
      { kind: 'visit', date: day, entries: [{ kind: 'sesion', date: day, fields: {} }] },
      'unknown-entry',
      'entries[0].kind',
    ],
    [
      'a wrong unit',
      {
        kind: 'visit',
        date: day,
        entries: [{ kind: 'session', date: day, fields: { 'session.units': { value: 20, unit: 'mL' } } }],
      },
      'bad-unit',
      'entries[0].fields["session.units"]',
    ],
    ['entries that are no list', { kind: 'visit', date: day, entries: {} }, 'wrong-type', 'entries'],
    [
      'two entries of one id',
      {
        kind: 'visit',
        date: day,
        entries: [
          { id: 'a', kind: 'visit', date: day, fields: {} },
          { id: 'a', kind: 'visit', date: day, fields: {} },
        ],
      },
      'same-id',
      'entries[1].id',
    ],
  ])('names the place of %s', (_what, act, problemCode, where) => {
    expect(problemOf(act)).toEqual({ code: problemCode, where })
  })
})
