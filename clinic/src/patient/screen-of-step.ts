import { entryOf, factOf } from '../pathway.ts'

export type ScreenName = 'triage' | 'evaluate' | 'imaging' | 'injection' | 'surgery' | 'follow-up'

/** The screen on which facts of an entry, or a kind of entry, are recorded. */
const screens: Readonly<Record<string, ScreenName>> = {
  study: 'imaging',
  'imaging-order': 'imaging',
  session: 'injection',
  operation: 'surgery',
  score: 'follow-up',
  'spasm-report': 'follow-up',
  symptom: 'follow-up',
}

/** Facts of the person that are asked elsewhere than at the evaluation. */
const facts: Readonly<Record<string, ScreenName>> = {
  'referral.triaged': 'triage',
  'referral.reason': 'triage',
  'consent.toxin': 'injection',
  'consent.surgery': 'surgery',
  audiogram: 'surgery',
  anaesthesiaVisit: 'surgery',
  asa: 'surgery',
  baepBaseline: 'surgery',
  bloodThinnerPlan: 'surgery',
  bloods: 'surgery',
  botulinumToldSurgeon: 'surgery',
  eyeCarePlan: 'surgery',
  onlyHearingEar: 'surgery',
  photographs: 'surgery',
  'surgery.bar': 'surgery',
  theatreDate: 'surgery',
  'episode.closed': 'follow-up',
}

/** Where the first of these facts or kinds of entry can be recorded, as a path below the patient's. */
export function screenOf(ids: readonly string[]): ScreenName {
  for (const id of ids) {
    const kind = entryOf(id)?.id ?? factOf(id)?.scope
    const screen = facts[id] ?? (kind === undefined ? undefined : screens[kind])
    if (screen !== undefined) return screen
    if (factOf(id)?.askedAt === 'session' || id === 'screen.at-chair') return 'injection'
  }
  return 'evaluate'
}
