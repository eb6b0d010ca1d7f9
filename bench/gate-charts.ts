/** One person as a bundle and ways of spoiling the chart, on which the hand-written gate and the engine must agree. */
import { answersOf } from '@facialis/engine'
import { chartFromBundle, resourcesOfAct } from '@facialis/fhir'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { type Chart, defaultPolicy, parseDate, type Span } from '@facialis/language'
import { handWrittenGate } from './hand-written-gate.ts'

const asOf = (parseDate('2026-11-23') as Span).lo
export const asking = { asOf, policy: defaultPolicy(pathway.policy) }

/** One person ready for a repeat injection, as resources: statements, lists, a scan, two sessions. */
function bundleOfOne(): unknown {
  const act = {
    kind: 'history' as const,
    date: '2026-11-23',
    facts: {
      'person.birthDate': '1971-05-01',
      'hfs.side': 'left',
      'hfs.onset': '2019',
      'ph.unilateral': true,
      'ph.cn7Only': true,
      'ph.onsetOrbicularisOculi': true,
      'ph.downwardSpread': true,
      'ph.otherBabinski': true,
      'exam.observed': 'seen',
      'dx.class': 'definite',
      'dx.phenotype': 'typical',
      'dx.signedBy': 'neurologist',
      'wish.surgery': false,
      disability: false,
    },
    screens: ['red-flags', 'examination', 'at-chair'],
    entries: [
      {
        kind: 'study',
        date: '2024-02-10',
        fields: {
          'study.modality': 'mri',
          'study.sequences': ['t1-contrast', 't2', 'flair', 'dwi', '3d-t2', 'tof-mra'],
          'study.coverage': ['brain', 'posterior-fossa', 'angle', 'temporal-bone', 'parotid'],
          'study.report': 'structured',
          'study.quality': 'diagnostic',
          'study.posteriorFossaQuality': 'diagnostic',
          'study.readerRole': 'neuroradiologist',
          'study.signed': true,
          'study.normalStatement': true,
          'mri.left.contact': 'seen',
        },
      },
      ...['2026-02-20', '2026-07-10'].map((date) => ({
        kind: 'session',
        date,
        fields: {
          'session.product': 'onabotulinumtoxinA',
          'session.units': 22.5,
          'session.indication': 'hfs',
          'session.side': 'left',
          'session.performedHere': true,
          'session.relief': 80,
        },
      })),
    ],
  }
  let ids = 0
  const written = resourcesOfAct(pathway, act, {
    patientId: 'one',
    actor: { id: 'n', name: 'Demo Neurologist', role: 'clinician', profession: 'neurologist' },
    at: '2026-11-23T09:00:00Z',
    newId: () => `r${ids++}`,
  } as Parameters<typeof resourcesOfAct>[2])
  if (!written.ok) throw new Error(written.problem.sentence)
  return { resourceType: 'Bundle', type: 'collection', entry: written.value.map((resource) => ({ resource })) }
}

export const bundle = JSON.parse(JSON.stringify(bundleOfOne()))
const read = chartFromBundle(pathway, bundle, { zone: 'UTC' })
if (!read.ok) throw new Error(read.problem.sentence)
export const { chart } = read.value

const without = (fact: string): Chart => ({
  ...chart,
  observations: chart.observations.filter((o) => o.fact !== fact),
})
const saying = (fact: string, word: string): Chart => ({
  ...chart,
  observations: [
    ...chart.observations.filter((o) => o.fact !== fact),
    { fact, value: { word }, date: { lo: asOf, hi: asOf }, provenance: { source: 'spoiled' } },
  ],
})
const scanned = (field: string, word: string | null): Chart => ({
  ...chart,
  entries: chart.entries.map((entry) => {
    if (entry.kind !== 'study') return entry
    const { [field]: _, ...rest } = entry.fields
    return { ...entry, fields: word === null ? rest : { ...rest, [field]: { word } } }
  }),
})

/** The person ready for an injection, and the same person spoiled in one way each. */
export const charts: readonly (readonly [name: string, chart: Chart])[] = [
  ['ready', chart],
  ...['dx.signedBy', 'dx.class', 'hfs.onset', 'person.birthDate'].map((fact) => [`no ${fact}`, without(fact)] as const),
  ['no list asked', { ...chart, screens: [] }],
  ...chart.screens.map(
    (left) => [`no ${left.screen}`, { ...chart, screens: chart.screens.filter((s) => s !== left) }] as const,
  ),
  ['no scan', { ...chart, entries: chart.entries.filter((e) => e.kind !== 'study') }],
  ['a tumour', scanned('mri.tumour', 'present')],
  ['a plaque', scanned('mri.demyelination', 'present')],
  ['a scan nobody signed', scanned('study.signed', 'no')],
  ['a scan of limited quality', scanned('study.posteriorFossaQuality', 'limited')],
  ['a CT', scanned('study.modality', 'ct')],
  ['an unknown reader', scanned('study.readerRole', null)],
  ['a numb cheek today', saying('rf.facialNumb', 'yes')],
  ['speech trouble', saying('rf.limbOrSpeech', 'yes')],
  ['an infection', saying('chair.infection', 'yes')],
  ['an anticoagulant', saying('chair.anticoagulant', 'doac')],
]

export const byEngine = (one: Chart): string | undefined => answersOf(pathway, one, asking).botulinum
export const byHand = (one: Chart): string => handWrittenGate(one, asOf)
