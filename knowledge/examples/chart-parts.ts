/**
 * Parts of a chart that many people share, as rows of the same table. Each is a function of its day, so that a person
 * can lack exactly one of them.
 */
export const header = 'date       | what                          | value                            | by'
const neurologist = 'Dr Demo Nerve, neurologist'

/** Rows under one another, below the names of the columns. */
export const chart = (...parts: readonly string[]): string => [header, ...parts.map((part) => part.trim())].join('\n')

const row = (date: string, what: string, value: string, by = ''): string =>
  `${date.padEnd(10)} | ${what.padEnd(29)} | ${value}${by === '' ? '' : ` | ${by}`}`

type Person = Readonly<{ date?: string; born?: string; onset?: string; side?: string }>
export const person = ({
  date = '2026-06-01',
  born = '1968-04-12',
  onset = '2023-05',
  side = 'left',
}: Person = {}): string => `
${date} | referral.reason               | facial-movement                  | Demo Practice
${date} | referral.received             | ${date}                       | Demo Practice
${date} | person.birthDate              | ${born}
${date} | hfs.side                      | ${side}
${date} | hfs.onset                     | ${onset}`

const firstVisit = '2026-08-03'

/** One side, facial muscles only, begun at the eye, spread down, brow sign, seen. */
export const typicalPicture = (date = firstVisit): string => `
${date} | visit first-visit             | kind: first                      | ${neurologist}
${date} | ph.unilateral                 | yes                              | ${neurologist}
${date} | ph.cn7Only                    | yes                              | ${neurologist}
${date} | ph.onsetOrbicularisOculi      | yes                              | ${neurologist}
${date} | ph.downwardSpread             | yes                              | ${neurologist}
${date} | ph.synchronous                | yes                              | ${neurologist}
${date} | ph.otherBabinski              | yes                              | ${neurologist}
${date} | exam.observed                 | seen                             | ${neurologist}`
export const examined = (date = firstVisit): string => row(date, 'screen examination', 'complete', neurologist)
export const flagsAsked = (date = firstVisit): string => row(date, 'screen red-flags', 'complete', neurologist)

type Signature = Readonly<{ date?: string; sure?: string; kind?: string; by?: string }>
export const signedAs = ({
  date = firstVisit,
  sure = 'definite',
  kind = 'typical',
  by = 'neurologist',
}: Signature = {}): string => `
${date} | dx.class                      | ${sure}
${date} | dx.phenotype                  | ${kind}
${date} | dx.signedBy                   | ${by}`

/** Seen, examined, asked about red flags and signed: everything but the scan. */
export const workedUp = (date = firstVisit): string =>
  [typicalPicture(date), examined(date), flagsAsked(date), signedAs({ date })].map((part) => part.trim()).join('\n')

type Changes = Readonly<Record<string, string | null>>
const framing = {
  modality: 'mri',
  sequences: '[t1, t1-contrast, t2, flair, dwi, 3d-t2, tof-mra]',
  coverage: '[brain, posterior-fossa, angle, temporal-bone, parotid]',
  quality: 'diagnostic',
  posteriorFossaQuality: 'diagnostic',
  report: 'structured',
  readerRole: 'neuroradiologist',
  signed: 'yes',
  acknowledged: 'yes',
}
const nothingFound = {
  tumour: 'absent',
  earLesion: 'absent',
  parotidMass: 'absent',
  vascularMalformation: 'absent',
  aneurysm: 'absent',
  demyelination: 'absent',
  raisedPressure: 'absent',
  infarctOrBleed: 'absent',
  chiari: 'absent',
  boneLesion: 'absent',
  nerveEnhancement: 'absent',
}
/** A neurosurgeon's judgement that a finding has nothing to do with the spasm, as fields of the study it amends. */
export const judgedUnrelated = {
  relevanceBy: 'neurosurgeon',
  relevanceName: 'Dr Demo Knife',
  relevanceOn: '2026-08-27',
  relevanceWhy: 'far from the nerve',
  followUpOwner: 'neurosurgery, a scan every year',
  signedOn: '2026-08-27',
}
type Study = Readonly<{ id?: string; date?: string; by?: string }>

/** An entry with one field a row; null leaves a field out. */
const studyRows = ({ id = 'mri', date = '2026-08-20', by = '' }: Study, fields: Changes): string =>
  [
    row(date, `study ${id}`, '', by),
    ...Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [row('', `  ${name}`, value)])),
  ].join('\n')

/** The full protocol, read by a neuroradiologist, signed, acknowledged, nothing found; with what differs. */
export const mri = (study: Study = {}, changes: Changes = {}): string =>
  studyRows(study, { ...framing, ...nothingFound, ...changes })

/** Thin contrast CT of posterior fossa and temporal bone, read by a neuroradiologist, nothing found. */
export const contrastCt = (study: Study = {}, changes: Changes = {}): string =>
  studyRows(
    { id: 'ct', ...study },
    {
      ...framing,
      modality: 'ct',
      sequences: '[ct-contrast]',
      coverage: '[brain, posterior-fossa, angle, temporal-bone]',
      ...nothingFound,
      ...changes,
    },
  )
export const ctAngiography = (study: Study = {}, changes: Changes = {}): string =>
  studyRows(
    { id: 'cta', ...study },
    {
      ...framing,
      modality: 'ct-angiography',
      sequences: '[cta]',
      coverage: '[brain, posterior-fossa]',
      vascularMalformation: 'absent',
      aneurysm: 'absent',
      ...changes,
    },
  )
/** Another kind of test, or a study with only these fields. */
export const otherStudy = studyRows

export const atChairAsked = (date: string): string => row(date, 'screen at-chair', 'complete', 'Demo Nurse')

/** Everything is there: worked up, adequate MRI, no toxin yet. */
export const ready = (): string => [person(), workedUp(), mri()].map((part) => part.trim()).join('\n')

/** What each reason has to name beside its code; the others name nothing. */
const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'known-cause-symptomatic': { owner: '"Dr Demo Knife, neurosurgeon"', plan: '"scan every year, no operation now"' },
  continuity: { reportRequested: 'yes' },
  'paediatric-opinion': { opinionBy: '"Dr Demo Young, paediatric neurologist"' },
  'neuromuscular-opinion': { opinionBy: '"Dr Demo Muscle, neuromuscular specialist"' },
  'touch-up': { missedMuscle: '"zygomatic"' },
  interval: { reason: '"a long journey; weighed together"' },
  'pregnancy-plan': { reason: '"elective; risks weighed together"' },
  warfarin: { reason: '"the date cannot be moved; fine needle, pressure"' },
  'toxin-elsewhere': { reason: '"small dose elsewhere; weighed together"' },
}

type Exception = Readonly<{
  date?: string
  role?: string
  told?: string
  expires?: string
  used?: string
  says?: Readonly<Record<string, string>>
}>
export const exceptionFor = (code: string, changes: Exception = {}): string => {
  const { date = '2026-11-20', role = 'senior-clinician', told = 'yes', expires = '2027-01-15', used = 'no' } = changes
  return [
    row(date, `exception ${code}`, ''),
    row('', '  code', code),
    row('', '  signerRole', role),
    row('', '  patientTold', told),
    row('', '  expires', expires),
    row('', '  used', used),
    ...Object.entries(changes.says ?? named[code] ?? {}).map(([field, value]) => row('', `  ${field}`, value)),
  ].join('\n')
}

type RuleOut = 'tumour' | 'vascular-malformation' | 'demyelination' | 'other-lesion'
/** The same answer for all four rule-outs, but for those named. */
export const ruleOuts = (
  answer: string,
  but: Readonly<Partial<Record<RuleOut, string>>> = {},
): Readonly<Record<string, string>> => ({
  'rule-out.tumour': but.tumour ?? answer,
  'rule-out.vascular-malformation': but['vascular-malformation'] ?? answer,
  'rule-out.demyelination': but.demyelination ?? answer,
  'rule-out.other-lesion': but['other-lesion'] ?? answer,
})

/** The day most examples are asked for. */
export const today = '2026-11-23'
