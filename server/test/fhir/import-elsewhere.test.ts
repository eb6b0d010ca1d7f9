import type { PatientView } from '@facialis/wire'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../demo/seed.ts'
import { onPostgres } from '../on-postgres.ts'
import { cleanUp, type House, openHouse } from '../support.ts'
import { advisedIn, broughtIn, type Exported, exported, hireDemoStaff, linesOf } from './another-clinic.ts'
import { own } from './files.ts'
import { fhir, type Json } from './support.ts'

let files: Exported
let atHome: Awaited<ReturnType<typeof broughtIn>>
let before: ReadonlyMap<string, PatientView>
beforeAll(async () => {
  const there = await openHouse()
  await seedDemo(there.built.clinic)
  files = await exported(there)
  before = await advisedIn(there)
  atHome = await broughtIn(there, files)
  await cleanUp()
}, 300_000)
afterEach(cleanUp)

const answersOf = ({ advice }: PatientView) =>
  Object.fromEntries(Object.entries(advice.decisions).map(([id, { answer }]) => [id, answer]))
const stepsOf = ({ advice }: PatientView) => advice.nextSteps.map(({ id }) => id)
const isSigned = ({ advice }: PatientView) => JSON.stringify(advice.decisions.differential).includes('signed diagnosis')

/** What stays where it was, of the demo clinic: one exception in three forms, and what stood at the front door. */
const stayed = {
  'Observation signed-here': 1,
  'Flag signed-here': 1,
  'Provenance signed-here': 1,
  'Task stays-elsewhere': 19,
}

async function moved(here: House) {
  await hireDemoStaff(here)
  const told = await broughtIn(here, files)
  const sum = [...told.written.values()].reduce((all, one) => all + one, 0)
  expect([told.counted, told.otherwise, sum, told.toAgree]).toEqual([stayed, [], 636, 12])
  const after = await advisedIn(here)
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
  for (const [name, was] of before) {
    const is = after.get(name) as PatientView
    if (!isSigned(was)) {
      expect([name, answersOf(is), stepsOf(is)]).toEqual([name, answersOf(was), stepsOf(was)])
      continue
    }
    expect([name, answersOf(is).botulinum]).toEqual([name, 'blocked'])
    const id = is.patient.id
    const agreed = await here.act('neurologist', id, {
      kind: 'diagnosis-signed',
      date: '2026-11-23',
      facts: { 'dx.agreed': true },
    })
    expect([name, agreed.status]).toEqual([name, 200])
    expect([name, answersOf(agreed.body)]).toEqual([name, answersOf(was)])
  }
  const again = await broughtIn(here, files)
  expect([again.counted, again.otherwise, again.there, again.written.size]).toEqual([stayed, [], 636, 0])
}

describe('a clinic that moves by its export', () => {
  it('finds its people with the same advice, once a clinician here has agreed with each diagnosis', async () => {
    await moved(await openHouse())
  }, 300_000)

  onPostgres((openThere) => {
    it('and so on the database of several servers', async () => {
      await moved(await openThere())
    }, 300_000)
  })

  it('changes nothing where it comes from', () => {
    expect([atHome.counted, atHome.otherwise, atHome.there, atHome.written.size]).toEqual([{}, [], 658, 0])
  })
})

describe('part of what another clinic recorded', () => {
  const written = (lines: readonly Json[]) => lines.map((one) => `${JSON.stringify(one)}\n`).join('')
  const coded = ({ code }: Json): readonly Json[] => (code as { coding: Json[] }).coding
  const isOf = (line: Json, system: string): boolean => coded(line).some((one) => one.system === `${own}/${system}`)
  /** Something that was recorded elsewhere, in our words. */
  const recorded =
    (whose: unknown) =>
    (id: string, code: Json, more: Json): Json => ({
      resourceType: 'Observation',
      id,
      meta: { tag: [{ system: `${own}/act`, code: 'of-elsewhere' }] },
      status: 'final',
      subject: { reference: `Patient/${whose}` },
      issued: '2026-11-22T10:00:00.000Z',
      effectiveDateTime: '2026-11-22',
      code: { coding: [code] },
      ...more,
    })
  const screens = () => linesOf(files, 'Observation').filter((line) => isOf(line, 'screen')).length
  const screened = async (here: House) => {
    const views = [...(await advisedIn(here)).values()]
    return views.reduce((sum, { chart }) => sum + chart.screens.length, 0)
  }

  it('takes no list for one that was asked to its end where a mark may be lost, and asks somebody to look', async () => {
    const here = await openHouse()
    const isLost = (line: Json) => coded(line).some(({ code }) => code === 'ph.unilateral')
    const kept = linesOf(files, 'Observation').filter((line) => !isLost(line))
    const told = await broughtIn(here, new Map([...files, ['Observation', written(kept)]]))
    const whole = screens() - (told.counted['Observation not-whole'] ?? 0)
    expect([await screened(here), whole < screens()]).toEqual([whole, true])
    const looks = [...(await advisedIn(here)).values()].filter(({ reviews }) =>
      reviews.some(({ reason }) => reason.includes('only part of what another Facialis recorded')),
    )
    expect(looks.length).toBeGreaterThan(0)
    const rest = await broughtIn(here, files)
    expect([rest.counted, await screened(here)]).toEqual([stayed, screens()])
  }, 300_000)

  it('takes none either where a file breaks off', async () => {
    const here = await openHouse()
    const text = files.get('Observation') ?? ''
    const told = await broughtIn(here, new Map([...files, ['Observation', text.slice(0, text.length / 2)]]))
    expect([told.refused.filter(({ code }) => code === 'not-readable').length, await screened(here)]).toEqual([1, 0])
  }, 300_000)

  it('puts aside what another version recorded, what is signed here, and what is said in the name of somebody here', async () => {
    const here = await openHouse()
    const [account] = await here.built.clinic.record.accounts.list()
    const [ben] = linesOf(files, 'Patient').filter(({ name }) => JSON.stringify(name).includes('Ben'))
    const line = recorded(ben?.id)
    const fact = (code: string) => ({ system: `${own}/fact`, code })
    const act = { facts: { 'ph.unilateral': true } }
    const told = (kind: string, content: string): Json => ({
      resourceType: 'Provenance',
      id: `p-${kind}`,
      target: [{ reference: `Patient/${ben?.id}` }],
      recorded: '2026-11-20T10:00:00.000Z',
      activity: { coding: [{ system: `${own}/act-kind`, code: kind }] },
      agent: [{ who: { identifier: { value: 'elsewhere' }, display: 'Demo Dr Else Where' } }],
      extension: [{ url: `${own}/StructureDefinition/act`, valueString: content }],
    })
    const by = { performer: [{ identifier: { value: account?.id }, display: account?.displayName }] }
    const lines = [
      ben as Json,
      line('newer', fact('ph.newer'), { valueBoolean: true }),
      line('word', fact('rf.hearingLoss'), {
        valueCodeableConcept: { coding: [{ system: `${own}/answer`, code: 'whispers' }] },
      }),
      line('agreed', fact('dx.agreed'), { valueBoolean: true }),
      line('doubted', fact('dx.agreed'), { valueBoolean: false }),
      line('ours', fact('ph.unilateral'), { valueBoolean: true, ...by }),
      line('ahead', fact('ph.unilateral'), { valueBoolean: true, issued: '2027-01-01T10:00:00.000Z' }),
      line('chair', fact('chair.infection'), { valueBoolean: false, effectiveDateTime: '2026-11-23' }),
      line('infected', fact('chair.infection'), { valueBoolean: true, effectiveDateTime: '2026-11-23' }),
      line('list', { system: `${own}/screen`, code: 'red-flags' }, { valueBoolean: true }),
      told('toxin-order', '{}'),
      told('dreamt', JSON.stringify(act)),
      told('visit', '{"facts":7}'),
      told('call', 'no JSON'),
    ]
    const { refused, written: came } = await broughtIn(here, new Map([['some', written(lines)]]))
    const why = refused.map(({ where, code }) => `${String(lines[Number(where.split(':').at(-1)) - 1]?.id)} ${code}`)
    expect(why.sort()).toEqual(
      [
        'newer another-version',
        'word another-version',
        'agreed signed-here',
        'ours signed-here',
        'ahead in-the-future',
        'chair signed-here',
        'list not-whole',
        'p-toxin-order signed-here',
        'p-dreamt another-version',
        'p-visit another-version',
        'p-call another-version',
      ].sort(),
    )
    expect(Object.fromEntries(came)).toEqual({ Patient: 1, Observation: 2 })
    const { chart } = await here.view(String(ben?.id))
    expect(chart.observations.map(({ fact: id }) => id).sort()).toEqual([
      'chair.infection',
      'dx.agreed',
      'person.birthDate',
    ])
  }, 300_000)

  it('changes and ends nothing that was recorded here', async () => {
    const here = await openHouse()
    const id = await here.patient()
    const day = '2026-11-23'
    const line = recorded(id)
    const done = await here.act('neurologist', id, {
      kind: 'visit',
      date: day,
      facts: { 'ph.unilateral': true },
      entries: [{ id: 'seen-here', kind: 'visit', date: day, fields: { 'visit.kind': 'first' } }],
    })
    expect(done.status).toBe(200)
    const sent = await fhir(here, 'neurologist', 'POST', '/DiagnosticReport', {
      resourceType: 'DiagnosticReport',
      status: 'final',
      subject: { reference: `Patient/${id}` },
      effectiveDateTime: day,
      code: { coding: [{ system: 'http://loinc.org', code: '24590-2' }] },
    })
    const study = (await here.view(id)).chart.entries.find(({ kind }) => kind === 'study')
    expect([sent.status, study?.provenance.source]).toEqual([201, `DiagnosticReport/${sent.body.id}`])
    const visit = { system: `${own}/entry`, code: 'visit' }
    const unilateral = { system: `${own}/fact`, code: 'ph.unilateral' }
    const ended = { coding: [{ system: `${own}/answer`, code: 'discharged' }] }
    const lines = [
      line('struck', visit, {
        status: 'entered-in-error',
        identifier: [{ system: `${own}/entry-id`, value: 'seen-here' }],
      }),
      line(
        'replaced',
        { system: `${own}/entry`, code: 'study' },
        {
          identifier: [{ system: `${own}/entry-id`, value: 'study-elsewhere' }],
          extension: [{ url: `${own}/StructureDefinition/replaces`, valueString: study?.id }],
        },
      ),
      line('corrected', unilateral, { status: 'corrected', valueBoolean: false, effectiveDateTime: day }),
      line('ended', { system: `${own}/fact`, code: 'episode.closed' }, { valueCodeableConcept: ended }),
      line('beside', { system: `${own}/fact`, code: 'ph.synchronous' }, { valueBoolean: true }),
    ]
    const told = await broughtIn(here, new Map([['some', written(lines)]]))
    expect([told.counted, told.written.get('Observation')]).toEqual([
      { 'Observation kept-by-acts': 3, 'Observation signed-here': 1 },
      1,
    ])
  }, 300_000)
})
