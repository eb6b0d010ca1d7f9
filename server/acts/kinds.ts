import { type ActKind, actKinds, isADoctor, mayRecord, type Role, type Stated } from '@facialis/wire'

/** What may stand in a kind of act. Anything else is refused, so that a kind means something. Who records it: `recorders`. */
export type KindRules = Readonly<{
  /** Facts it may state: ids, or beginnings of ids that end in a dot. */
  facts: readonly string[]
  screens: readonly string[]
  entries: readonly string[]
  /** It edits what others plan by, so it must name the version its author saw. */
  needsVersion?: true
  /** It is recorded on its own day and never afterwards. */
  onlyToday?: true
}>

const person = ['person.birthDate', 'hfs.side', 'hfs.onset']
const asked = ['ph.', 'rf.', ...person, 'disability', 'functionalBlindness', 'wish.', 'drugs.oral']
const found = [...asked, 'palsy.', 'exam.', 'known.', 'egfr', 'faceCheck', 'mri.']
const beforeTheatre = [
  'surgery.bar',
  'onlyHearingEar',
  'asa',
  'bloodThinnerPlan',
  'botulinumToldSurgeon',
  'eyeCarePlan',
  'audiogram',
  'anaesthesiaVisit',
  'baepBaseline',
  'photographs',
  'bloods',
  'theatreDate',
]
const heard = ['symptom', 'spasm-report', 'visit']
const measured = [...heard, 'score']

const none: readonly string[] = []
const rules = (may: Partial<KindRules>): KindRules => ({
  facts: none,
  screens: none,
  entries: none,
  ...may,
})

export const kindRules: Readonly<Record<ActKind, KindRules>> = {
  triage: rules({ facts: [...asked, 'referral.'], entries: ['visit'] }),
  visit: rules({
    facts: [...found, 'consent.'],
    screens: ['red-flags', 'examination'],
    entries: [...measured, 'non-response-review'],
  }),
  'diagnosis-signed': rules({
    facts: [...found, 'dx.'],
    screens: ['red-flags', 'examination'],
    entries: measured,
    needsVersion: true,
  }),
  'flag-resolved': rules({ facts: ['rf.', 'exam.'], needsVersion: true }),
  'imaging-order': rules({ facts: ['egfr', 'mri.'], entries: ['imaging-order'] }),
  'imaging-read': rules({ entries: ['study'] }),
  'imaging-acknowledged': rules({ entries: ['study'] }),
  relevance: rules({ facts: ['known.'], entries: ['study'], needsVersion: true }),
  'toxin-order': rules({ facts: ['wish.', 'consent.toxin'], onlyToday: true }),
  // Of the version it saw nothing is asked: it names the order, and nothing may stand in the way of ending one.
  'toxin-order-withdrawn': rules({ onlyToday: true }),
  'at-chair': rules({ facts: ['chair.', 'consent.toxin'], screens: ['at-chair'], onlyToday: true }),
  'toxin-session': rules({ facts: ['consent.toxin'], entries: ['session', 'visit'] }),
  'toxin-response': rules({ entries: ['session', ...measured] }),
  exception: rules({ entries: ['exception'] }),
  'surgery-work-up': rules({
    facts: [...beforeTheatre, 'wish.', 'consent.surgery', 'disability'],
    entries: measured,
    needsVersion: true,
  }),
  operation: rules({ facts: beforeTheatre, entries: ['operation'] }),
  'spasm-report': rules({ entries: ['spasm-report'] }),
  score: rules({ facts: ['disability', 'faceCheck', 'audiogram'], entries: ['score', 'spasm-report'] }),
  symptom: rules({ entries: ['symptom'] }),
  call: rules({ facts: ['wish.'], entries: heard }),
  'missed-visit': rules({ entries: ['missed-visit'] }),
  consent: rules({ facts: ['consent.', 'wish.'] }),
  history: rules({
    facts: [...found, 'consent.', 'audiogram'],
    entries: ['session', 'operation', 'imaging-order', 'study', ...measured],
  }),
  correction: rules({
    facts: [...found, ...beforeTheatre, 'dx.', 'consent.', 'referral.', 'episode.closed'],
    entries: [
      'visit',
      'imaging-order',
      'study',
      'session',
      'operation',
      'spasm-report',
      'score',
      'symptom',
      'non-response-review',
      'missed-visit',
      'exception',
    ],
    needsVersion: true,
  }),
  closure: rules({ facts: ['episode.closed'], needsVersion: true }),
  letter: rules({ onlyToday: true }),
}

/** Found by a doctor, in whatever act it stands. */
export const foundByDoctors: Stated = { facts: ['exam.', 'known.', 'mri.'], screens: ['examination'] }

/** Everything these roles may record, kind by kind. */
export function recordableBy(held: readonly Role[]): Readonly<Partial<Record<ActKind, Stated>>> {
  const left = (allowed: readonly string[], kept: readonly string[]) =>
    isADoctor(held) ? allowed : allowed.filter((one) => !kept.includes(one))
  return Object.fromEntries(
    actKinds
      .filter((kind) => mayRecord(held, kind))
      .map((kind) => {
        const { facts, screens } = kindRules[kind]
        return [kind, { facts: left(facts, foundByDoctors.facts), screens: left(screens, foundByDoctors.screens) }]
      }),
  )
}
