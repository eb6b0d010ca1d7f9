import { type ActKind, actKinds, type Role, type Stated } from '@facialis/wire'

/** Who may record a kind of act and what may stand in it. Anything else is refused, so that a kind means something. */
export type KindRules = Readonly<{
  roles: readonly Role[]
  /** Facts it may state: ids, or beginnings of ids that end in a dot. */
  facts: readonly string[]
  screens: readonly string[]
  entries: readonly string[]
  /** It edits what others plan by, so it must name the version its author saw. */
  needsVersion?: true
  /** It is recorded on its own day and never afterwards. */
  onlyToday?: true
}>

const nurseUp: readonly Role[] = ['nurse', 'clinician', 'surgeon']
const theDoctors: readonly Role[] = ['clinician', 'surgeon']
const everyone: readonly Role[] = ['coordinator', ...nurseUp]

const person = ['person.birthDate', 'hfs.side', 'hfs.onset']
const asked = ['ph.', 'rf.', ...person, 'disability', 'functionalBlindness', 'wish.', 'drugs.oral']
const found = [...asked, 'exam.', 'known.', 'egfr', 'faceCheck', 'mri.']
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
const rules = (roles: readonly Role[], may: Partial<Omit<KindRules, 'roles'>>): KindRules => ({
  roles,
  facts: none,
  screens: none,
  entries: none,
  ...may,
})

export const kindRules: Readonly<Record<ActKind, KindRules>> = {
  triage: rules(everyone, { facts: [...asked, 'referral.'], entries: ['visit'] }),
  visit: rules(nurseUp, {
    facts: [...found, 'consent.'],
    screens: ['red-flags', 'examination'],
    entries: [...measured, 'non-response-review'],
  }),
  'diagnosis-signed': rules(theDoctors, {
    facts: [...found, 'dx.'],
    screens: ['red-flags', 'examination'],
    entries: measured,
    needsVersion: true,
  }),
  'flag-resolved': rules(theDoctors, { facts: ['rf.', 'exam.'], needsVersion: true }),
  'imaging-order': rules(theDoctors, { facts: ['egfr', 'mri.'], entries: ['imaging-order'] }),
  'imaging-read': rules(['imaging-reader', ...theDoctors], { entries: ['study'] }),
  'imaging-acknowledged': rules(theDoctors, { entries: ['study'] }),
  relevance: rules(theDoctors, { facts: ['known.'], entries: ['study'], needsVersion: true }),
  'toxin-order': rules(theDoctors, { facts: ['wish.', 'consent.toxin'], onlyToday: true }),
  // Of the version it saw nothing is asked: it names the order, and nothing may stand in the way of ending one.
  'toxin-order-withdrawn': rules(theDoctors, { onlyToday: true }),
  'at-chair': rules(nurseUp, { facts: ['chair.', 'consent.toxin'], screens: ['at-chair'], onlyToday: true }),
  'toxin-session': rules(nurseUp, { facts: ['consent.toxin'], entries: ['session', 'visit'] }),
  'toxin-response': rules(everyone, { entries: ['session', ...measured] }),
  exception: rules(theDoctors, { entries: ['exception'] }),
  'surgery-work-up': rules(nurseUp, {
    facts: [...beforeTheatre, 'wish.', 'consent.surgery', 'disability'],
    entries: measured,
    needsVersion: true,
  }),
  operation: rules(['surgeon'], { facts: beforeTheatre, entries: ['operation'] }),
  'spasm-report': rules(everyone, { entries: ['spasm-report'] }),
  score: rules(nurseUp, { facts: ['disability', 'faceCheck', 'audiogram'], entries: ['score', 'spasm-report'] }),
  symptom: rules(everyone, { entries: ['symptom'] }),
  call: rules(everyone, { facts: ['wish.'], entries: heard }),
  'missed-visit': rules(everyone, { entries: ['missed-visit'] }),
  consent: rules(nurseUp, { facts: ['consent.', 'wish.'] }),
  history: rules(nurseUp, {
    facts: [...found, 'consent.', 'audiogram'],
    entries: ['session', 'operation', 'imaging-order', 'study', ...measured],
  }),
  correction: rules(theDoctors, {
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
  closure: rules(theDoctors, { facts: ['episode.closed'], needsVersion: true }),
  letter: rules(theDoctors, { onlyToday: true }),
}

/** Found by a doctor, in whatever act it stands. */
export const doctors: Stated = { facts: ['exam.', 'known.', 'mri.'], screens: ['examination'] }
export const isADoctor = (held: readonly Role[]): boolean => held.some((role) => theDoctors.includes(role))

/** Everything these roles may record, kind by kind. */
export function recordableBy(held: readonly Role[]): Readonly<Partial<Record<ActKind, Stated>>> {
  const left = (allowed: readonly string[], kept: readonly string[]) =>
    isADoctor(held) ? allowed : allowed.filter((one) => !kept.includes(one))
  return Object.fromEntries(
    actKinds
      .filter((kind) => mayRecord(held, kind))
      .map((kind) => {
        const { facts, screens } = kindRules[kind]
        return [kind, { facts: left(facts, doctors.facts), screens: left(screens, doctors.screens) }]
      }),
  )
}

export const mayRecord = (held: readonly Role[], kind: ActKind): boolean =>
  held.some((role) => kindRules[kind].roles.includes(role))
