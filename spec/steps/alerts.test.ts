import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { describe, expect, test } from 'vitest'
import { alertsOn } from './said-on.ts'
import {
  and,
  cleared,
  evaluated,
  injected,
  operatedOn,
  type Story,
  session,
  surgical,
  triagedStory,
} from './stories.ts'
import { entry, fact, flag, spasm, study, symptom, visit } from './tables.ts'

type Row = readonly [why: string, story: Story, alert: string, raised: boolean]
const score = (on: string, hfs7: number): Story => entry('score', on, { 'score.hfs7': hfs7 })
const op = operatedOn('2026-11-01')
const operated = (fields: Record<string, string | number>): Story =>
  and(surgical, entry('operation', '2026-10-01', { 'operation.kind': 'mvd', ...fields }))
const order = (fields: Record<string, string | readonly string[]>): Story =>
  and(evaluated, entry('imaging-order', '2026-11-20', fields))
const contrast = { 'order.modality': 'mri', 'order.sequences': ['t1', 't1-contrast'] }
const atChair = (story: Story): Story => and(story, { screens: [['at-chair', '2026-11-23']] })
const unread = (signedOn: string): Story =>
  and(evaluated, study('2026-11-10', { 'study.acknowledged': 'no', 'study.signedOn': signedOn }))

const rows: readonly Row[] = [
  ['an emergency flag', flag('rf.thunderclap', '2026-11-22'), 'emergency-flag', true],
  ['an urgent flag is no emergency', flag('rf.cerebellar', '2026-11-22'), 'emergency-flag', false],
  ['but said at once', flag('rf.cerebellar', '2026-11-22'), 'urgent-flag', true],
  ['a flag for the next weeks is neither', flag('rf.cancer', '2026-11-22'), 'urgent-flag', false],
  ['swallowing after toxin', and(injected, symptom('swallowing', '2026-11-22')), 'toxin-spread', true],
  ['swallowing without toxin', and(cleared, symptom('swallowing', '2026-11-22')), 'toxin-spread', false],
  [
    'day 9: a droop with slurred speech is a stroke until shown otherwise',
    and(and(injected, symptom('facial-weakness', '2026-11-22')), symptom('speech', '2026-11-22')),
    'droop-with-slurred-speech',
    true,
  ],
  ['a droop alone is not', and(injected, symptom('facial-weakness', '2026-11-22')), 'droop-with-slurred-speech', false],
  [
    'fluid from the nose after the operation',
    and(op, symptom('clear-fluid', '2026-11-10')),
    'emergency-after-surgery',
    true,
  ],
  ['a swollen calf, too', and(op, symptom('calf-swelling', '2026-11-10')), 'emergency-after-surgery', true],
  [
    'the left is affected and the right was injected',
    and(cleared, session('2026-10-01', { 'session.side': 'right' })),
    'other-side-injected',
    true,
  ],
  [
    'both sides may be injected for one',
    and(cleared, session('2026-10-01', { 'session.side': 'both' })),
    'other-side-injected',
    false,
  ],
  [
    'the affected side was injected',
    and(cleared, session('2026-10-01', { 'session.side': 'left' })),
    'other-side-injected',
    false,
  ],
  ['all asked at the chair, and nobody consented', atChair(cleared), 'consent-before-the-needle', true],
  [
    'nor within the year',
    atChair(and(cleared, fact('consent.toxin', '2025-11-22', '2025-11-22'))),
    'consent-before-the-needle',
    true,
  ],
  [
    'consent a year old to the day stands',
    atChair(and(cleared, fact('consent.toxin', '2025-11-23', '2025-11-23'))),
    'consent-before-the-needle',
    false,
  ],
  ['before the chair nobody is told of it', cleared, 'consent-before-the-needle', false],
  ['an eye that will not close', and(injected, symptom('eye-not-closing', '2026-11-22')), 'eye-today', true],
  ['weakness on day 10', and(op, symptom('facial-weakness', '2026-11-11')), 'weakness-after-surgery', true],
  ['hearing on day 10', and(op, symptom('hearing-change', '2026-11-11')), 'hearing-after-surgery', true],
  ['thoughts of self-harm', and(cleared, entry('score', '2026-11-22', { 'phq9.item9': 1 })), 'mood', true],
  [
    'answered by a call',
    and(and(cleared, entry('score', '2026-11-22', { 'phq9.item9': 1 })), visit('phone', '2026-11-22')),
    'mood',
    false,
  ],
  [
    'low mood is a line in the letter',
    and(cleared, entry('score', '2026-11-22', { 'phq9.total': 12 })),
    'mood-line-in-the-letter',
    true,
  ],
  ['a lesion', and(evaluated, study('2026-11-10', { 'mri.tumour': 'present' })), 'lesion-found', true],
  [
    'judged unrelated',
    and(evaluated, study('2026-11-10', { 'mri.tumour': 'present-unrelated', 'study.relevanceBy': 'neurosurgeon' })),
    'lesion-found',
    false,
  ],
  ['no vessel seen', and(cleared, study('2026-11-10', { 'mri.left.contact': 'not-seen' })), 'vessel-not-seen', true],
  [
    'and still presumed',
    and(cleared, study('2026-11-10', { 'mri.left.contact': 'not-seen' })),
    'presumed-without-vessel',
    true,
  ],
  [
    'the other side alone was described',
    and(cleared, study('2026-11-10', { 'mri.right.contact': 'seen' })),
    'vessel-not-seen',
    false,
  ],
  ['nobody looked', cleared, 'vessel-not-seen', false],
  [
    'a vessel seen proves nothing',
    and(cleared, study('2026-11-10', { 'mri.left.contact': 'seen' })),
    'vessel-proves-nothing',
    true,
  ],
  ['CT only', and(evaluated, entry('study', '2026-11-10', { 'study.modality': 'ct' })), 'ct-only', true],
  ['CT beside MRI', and(cleared, entry('study', '2026-11-10', { 'study.modality': 'ct' })), 'ct-only', false],
  [
    'angiography without a reason',
    order({ 'order.modality': 'catheter-angiography' }),
    'angiography-needs-a-reason',
    true,
  ],
  [
    'with one',
    order({ 'order.modality': 'catheter-angiography', 'order.reason': 'fistula' }),
    'angiography-needs-a-reason',
    false,
  ],
  ['contrast without a kidney value', order(contrast), 'kidney-function-unknown', true],
  ['contrast at 29', and(order(contrast), fact('egfr', 29)), 'kidney-function-low', true],
  ['contrast at 30', and(order(contrast), fact('egfr', 30)), 'kidney-function-low', false],
  ['a report signed three days ago', unread('2026-11-20'), 'unread-report', false],
  ['four days ago', unread('2026-11-19'), 'unread-report', true],
  ['a scan older than the spasm', and(evaluated, study('2023-12-31', {})), 'scan-before-onset', true],
  [
    'the reader says not adequate',
    and(evaluated, study('2026-11-10', { 'study.inadequateFor': ['tumour'] })),
    'reader-and-sequences-disagree',
    true,
  ],
  [
    'the reader excludes a lesion and reports one',
    and(evaluated, study('2026-11-10', { 'mri.lesionExcluded': 'yes', 'mri.chiari': 'present' })),
    'conclusion-and-findings-disagree',
    true,
  ],
  [
    'both sides in step without the brow sign',
    and(triagedStory, {
      said: [
        ['ph.bilateralSync', 'yes'],
        ['ph.otherBabinski', 'no'],
      ],
    }),
    'brow-sign-absent-both-sides',
    true,
  ],
  [
    'jaw moves, “facial only” was said',
    and(evaluated, fact('ph.jawOrTongue', 'yes')),
    'facial-muscles-contradiction',
    true,
  ],
  ['signed against the features', and(evaluated, fact('ph.premonitoryUrge', 'yes')), 'signed-against-features', true],
  [
    'the product changed',
    and(injected, session('2026-11-01', { 'session.product': 'abobotulinumtoxinA' })),
    'units-never-convert',
    true,
  ],
  ['the product stayed', and(injected, session('2026-11-01')), 'units-never-convert', false],
  [
    'the lower face drooped',
    and(cleared, session('2026-10-01', { 'session.sideEffects': ['lower-face-droop'] })),
    'lower-face-droop-last-time',
    true,
  ],
  [
    'toxin 84 days before theatre',
    and(and(surgical, session('2026-10-01')), fact('theatreDate', '2026-12-24')),
    'toxin-masks-baseline',
    false,
  ],
  [
    'toxin 83 days before theatre',
    and(and(surgical, session('2026-10-01')), fact('theatreDate', '2026-12-23')),
    'toxin-masks-baseline',
    true,
  ],
  ['monitoring values without a baseline', operated({ 'operation.baepWaveV': 'lost' }), 'no-hearing-baseline', true],
  ['show no judgement of hearing', operated({ 'operation.baepWaveV': 'lost' }), 'hearing-potential-of-note', false],
  [
    'with a baseline they do',
    operated({ 'operation.baepWaveV': 'lost', 'operation.baepBaselineTyped': 'yes' }),
    'hearing-potential-of-note',
    true,
  ],
  [
    '1 ms alone is not of note',
    operated({
      'operation.baepLatencyShift': 100,
      'operation.baepAmplitudeFall': 49,
      'operation.baepWaveV': 'kept',
      'operation.baepBaselineTyped': 'yes',
    }),
    'hearing-potential-of-note',
    false,
  ],
  [
    'a lateral spread response is prognosis',
    operated({ 'operation.lsrAtEnd': 'present' }),
    'lateral-spread-is-prognosis',
    true,
  ],
  ['spasm in the first year', and(op, spasm('worse', '2026-11-20')), 'relief-may-come-late', true],
  [
    'theatre in a week, list not complete',
    and(surgical, fact('theatreDate', '2026-11-30')),
    'go-list-incomplete',
    true,
  ],
  ['theatre in eight days', and(surgical, fact('theatreDate', '2026-12-01')), 'go-list-incomplete', false],
  [
    'two points of HFS-7 are no important change',
    and(and(evaluated, score('2026-10-01', 10)), score('2026-11-01', 10)),
    'no-important-change',
    true,
  ],
  ['three are', and(evaluated, score('2026-11-01', 9)), 'no-important-change', false],
  ['one total is no change', evaluated, 'no-important-change', false],
  ['the seed page is past its review', {}, 'seed-page-past-review', true],
]

describe('alerts', () => {
  test.each(rows)('%s', (_why, story, alert, raised) => {
    expect(alertsOn(story).some((a) => a.id === alert)).toBe(raised)
  })

  test('a site that plans six months sees both numbers', () => {
    const has = (policy: Record<string, number>) =>
      alertsOn(injected, '2026-11-23', policy).some((a) => a.id === 'six-month-plan')
    expect(has({})).toBe(false)
    expect(has({ plannedIntervalTo: 182 })).toBe(true)
  })

  test('critical is kept for emergencies, for what shuts the gate and for theatre without grounds', () => {
    expect(pathway.alerts.filter((a) => a.severity === 'critical').map((a) => a.id)).toEqual([
      'emergency-flag',
      'urgent-flag',
      'droop-with-slurred-speech',
      'toxin-spread',
      'emergency-after-surgery',
      'emergency-complaint',
      'mood',
      'lesion-found',
      'child',
      'theatre-without-grounds',
    ])
  })

  test('with a droop and slurred speech after toxin the stroke is named before the spread of toxin', () => {
    const day9 = and(and(injected, symptom('facial-weakness', '2026-11-22')), symptom('speech', '2026-11-22'))
    const ids = alertsOn(day9).map((a) => a.id)
    expect(ids.indexOf('droop-with-slurred-speech')).toBeLessThan(ids.indexOf('toxin-spread'))
  })

  test('every emergency says what to do in the same fixed words', () => {
    const fixed = 'Call the emergency number now; do not wait for this clinic.'
    for (const id of [
      'emergency-flag',
      'toxin-spread',
      'droop-with-slurred-speech',
      'emergency-after-surgery',
      'emergency-complaint',
    ])
      expect(pathway.alerts.find((a) => a.id === id)?.text).toContain(fixed)
  })

  test('an empty chart raises nothing but the age of the seed page', () => {
    expect(alertsOn({}).map((a) => a.id)).toEqual(['seed-page-past-review'])
  })
})
