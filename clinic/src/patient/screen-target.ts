import type { NextStep } from '@facialis/language'
import type { ActKind } from '@facialis/wire'
import { entryOf, factOf, pathway } from '../pathway.ts'

export type ScreenName = 'triage' | 'evaluate' | 'imaging' | 'injection' | 'surgery' | 'follow-up'

/** Where something is settled: a screen of the person, a part of it by its id, a question by the id of its fact. */
export type ScreenTarget = Readonly<{ screen: ScreenName; part?: string; ask?: string }>

const at = (screen: ScreenName, part?: string): ScreenTarget => (part === undefined ? { screen } : { screen, part })

/** Where each kind of entry is recorded. */
const entryPlaces: Readonly<Record<string, ScreenTarget>> = {
  visit: at('evaluate'),
  'imaging-order': at('imaging', 'request'),
  study: at('imaging', 'studies'),
  session: at('injection'),
  'non-response-review': at('injection', 'review'),
  exception: at('injection', 'gate'),
  operation: at('surgery', 'operation'),
  score: at('follow-up', 'scores'),
  'spasm-report': at('follow-up', 'spasm'),
  symptom: at('follow-up', 'complaints'),
  'missed-visit': at('follow-up', 'missed'),
}

/** Facts of the person that are not asked at the evaluation. */
const factPlaces: Readonly<Record<string, ScreenTarget>> = {
  'referral.triaged': at('triage'),
  'referral.reason': at('triage'),
  'consent.toxin': at('injection', 'consent'),
  'episode.closed': at('follow-up', 'closure'),
  faceCheck: at('follow-up', 'face-check'),
  audiogram: at('surgery', 'audiogram'),
  'mri.impossible': at('imaging', 'impossible'),
  'mri.impossibleReason': at('imaging', 'impossible'),
  'mri.declined': at('imaging', 'impossible'),
  'mri.declinedCapacity': at('imaging', 'impossible'),
  'mri.implant': at('imaging', 'request'),
  'mri.claustrophobia': at('imaging', 'request'),
  'mri.contrastReaction': at('imaging', 'request'),
  egfr: at('imaging', 'request'),
  ...Object.fromEntries(
    [
      'consent.surgery',
      'anaesthesiaVisit',
      'asa',
      'baepBaseline',
      'bloodThinnerPlan',
      'bloods',
      'botulinumToldSurgeon',
      'eyeCarePlan',
      'onlyHearingEar',
      'photographs',
      'surgery.bar',
      'theatreDate',
    ].map((id) => [id, at('surgery', 'work-up')]),
  ),
}

/** Steps that are done elsewhere than where the first thing they settle is recorded. */
const stepPlaces: Readonly<Record<string, ScreenTarget>> = {
  'name-weakness': { screen: 'evaluate', ask: 'screen.red-flags' },
  'name-new-flag': { screen: 'evaluate', ask: 'screen.red-flags' },
  'co-sign-diagnosis': { screen: 'evaluate', ask: 'dx.class' },
  'toxin-call': at('follow-up', 'call'),
  'mood-contact': at('follow-up', 'call'),
  'ring-after-missed-visits': at('follow-up', 'call'),
  'ask-relief': at('injection', 'past'),
  'first-review': at('injection', 'past'),
  'ask-session-date': at('injection', 'past'),
  'enter-toxin-elsewhere': at('injection', 'past'),
  'mri-for-booking': at('imaging', 'request'),
  'mri-before-surgery': at('imaging', 'request'),
  'mri-after-recurrence': at('imaging', 'request'),
  'ward-check': at('surgery', 'call'),
  'wound-check': at('surgery', 'call'),
  'palsy-watch': at('surgery', 'call'),
  'post-op-call-1': at('surgery', 'call'),
  'post-op-call-2': at('surgery', 'call'),
  'post-op-call-3': at('surgery', 'call'),
  'post-op-call-4': at('surgery', 'call'),
}

/** Where one fact, screen or kind of entry is recorded. */
export function targetOf(id: string): ScreenTarget {
  const own = factPlaces[id] ?? entryPlaces[entryOf(id)?.id ?? factOf(id)?.scope ?? '']
  if (own !== undefined) return own
  if (factOf(id)?.askedAt === 'session' || id === 'screen.at-chair') return at('injection', 'chair')
  return { screen: 'evaluate', ask: id }
}

/** Where a step is done: the place of the first thing it settles, at the first question of it that is open. */
export function targetOfStep({ id, missing }: Pick<NextStep, 'id' | 'missing'>): ScreenTarget {
  const own = stepPlaces[id]
  if (own !== undefined) return own
  const settled = pathway.steps.find((step) => step.id === id)?.settles.map((one) => one.id) ?? missing
  // A scan is asked for before it is read.
  if (settled.includes('imaging-order')) return targetOf('imaging-order')
  const [first] = settled
  if (first === undefined) return at('evaluate')
  const place = targetOf(first)
  const whole = pathway.screens.find(
    ({ facts }) => place.ask !== undefined && facts.every((f) => settled.includes(f.id)),
  )
  if (whole !== undefined) return targetOf(`screen.${whole.id}`)
  const open = missing.find((one) => samePart(targetOf(one), place) && entryOf(one) === null)
  return open === undefined ? place : targetOf(open)
}

/**
 * What is recorded at a place: whoever records nothing of that kind can only read there. Of a study others read, others
 * acknowledge, others judge.
 */
export function actKindAt({ screen, part }: ScreenTarget): ActKind {
  switch (screen) {
    case 'triage':
      return 'triage'
    case 'evaluate':
      return 'visit'
    case 'imaging':
      return part === 'studies' ? 'imaging-read' : 'imaging-order'
    case 'injection':
      return part === 'gate' ? 'exception' : part === 'past' ? 'toxin-response' : 'toxin-session'
    case 'surgery':
      return part === 'operation' ? 'operation' : part === 'call' ? 'call' : 'surgery-work-up'
    case 'follow-up':
      return part === 'closure' ? 'closure' : part === 'scores' || part === 'face-check' ? 'score' : 'call'
    default:
      return screen satisfies never
  }
}

/** Whether a step is that the person comes: whoever does not examine arranges it, and can do nothing where it is recorded. */
export const isToCome = ({ id }: Pick<NextStep, 'id'>): boolean =>
  targetOfStep({ id, missing: [] }).screen === 'evaluate' &&
  pathway.steps.some((step) => step.id === id && step.settles.some((one) => one.id === 'visit'))

/** Whether a step is that the person comes to be injected: whoever does not inject rings them, and can do nothing at the chair. */
export const isSessionToCome = ({ id }: Pick<NextStep, 'id'>): boolean => {
  const { screen, part } = targetOfStep({ id, missing: [] })
  const waits = pathway.steps.some((step) => step.id === id && step.settles.some((one) => one.id === 'session'))
  return screen === 'injection' && part === undefined && waits
}

/** The same part of the same screen, whatever question is meant there. */
export const samePart = (a: ScreenTarget, b: ScreenTarget): boolean => a.screen === b.screen && a.part === b.part

/** The address of a place. */
export const targetAddress = (patientId: string, { screen, part, ask }: ScreenTarget): string =>
  `/patients/${encodeURIComponent(patientId)}/${screen}${ask === undefined ? '' : `?ask=${encodeURIComponent(ask)}`}${
    part === undefined ? '' : `#${part}`
  }`
