/**
 * Evaluations per second for one parsed bundle: the engine alone and with explanation, beside a hand-written
 * evaluation of the gate. Answers are compared before anything is timed; the ratio is what counts.
 */
import { answersOf, evaluate } from '@facialis/engine'
import { chartFromBundle, resourcesOfAct } from '@facialis/fhir'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { type Chart, defaultPolicy, parseDate, type Span } from '@facialis/language'
import { handWrittenGate } from './hand-written-gate.ts'

const asOf = (parseDate('2026-11-23') as Span).lo
const asking = { asOf, policy: defaultPolicy(pathway.policy) }

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

const bundle = JSON.parse(JSON.stringify(bundleOfOne()))
const read = chartFromBundle(pathway, bundle, { zone: 'UTC' })
if (!read.ok) throw new Error(read.problem.sentence)
const { chart } = read.value
const resources = bundle.entry.length

/** Nothing is timed that does not agree: the same answer for this person and for ways of spoiling the chart. */
function compared(): number {
  const without = (fact: string): Chart => ({
    ...chart,
    observations: chart.observations.filter((o) => o.fact !== fact),
  })
  const charts: readonly Chart[] = [
    chart,
    ...['dx.signedBy', 'dx.class', 'hfs.onset', 'person.birthDate'].map(without),
    { ...chart, screens: [] },
    ...chart.screens.map((left) => ({ ...chart, screens: chart.screens.filter((s) => s !== left) })),
    { ...chart, entries: chart.entries.filter((e) => e.kind !== 'study') },
    {
      ...chart,
      entries: chart.entries.map((e) =>
        e.kind === 'study' ? { ...e, fields: { ...e.fields, 'mri.tumour': { word: 'present' } } } : e,
      ),
    },
  ]
  for (const [i, each] of charts.entries()) {
    const ours = answersOf(pathway, each, asking).botulinum
    const theirs = handWrittenGate(each, asOf)
    if (ours !== theirs) throw new Error(`Chart ${i}: the engine says ${ours}, the hand-written gate ${theirs}.`)
  }
  return charts.length
}

/** Median of several rounds, each long enough to be measured. */
function perSecond(work: () => unknown): number {
  const rounds: number[] = []
  for (let round = 0; round < 7; round++) {
    let done = 0
    const begun = performance.now()
    while (performance.now() - begun < 250) {
      work()
      done++
    }
    rounds.push((done * 1000) / (performance.now() - begun))
  }
  return rounds.sort((a, b) => a - b)[3] as number
}

export function benchGate(): readonly Readonly<{ work: string; perSecond: number; against: string; ratio: string }>[] {
  const agreeing = compared()
  const rows = [
    {
      work: `parsed bundle of ${resources} resources → chart`,
      run: () => chartFromBundle(pathway, bundle, { zone: 'UTC' }),
    },
    { work: 'chart → the gate, hand-written', run: () => handWrittenGate(chart, asOf) },
    { work: 'chart → all answers, engine alone', run: () => answersOf(pathway, chart, asking) },
    { work: 'chart → all advice, with explanation', run: () => evaluate(pathway, chart, asking) },
    {
      work: 'parsed bundle → all advice',
      run: () => {
        const again = chartFromBundle(pathway, bundle, { zone: 'UTC' })
        return again.ok && evaluate(pathway, again.value.chart, asking)
      },
    },
  ].map(({ work, run }) => ({ work, perSecond: perSecond(run) }))
  const byHand = rows[1]?.perSecond as number
  console.log(`Compared first: the engine and the hand-written gate agree on ${agreeing} charts.`)
  return rows.map((row) => ({
    work: row.work,
    perSecond: Math.round(row.perSecond),
    against: 'the gate by hand',
    ratio: `${(row.perSecond / byHand).toPrecision(2)}×`,
  }))
}
