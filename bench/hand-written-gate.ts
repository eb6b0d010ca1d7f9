import type { Chart, EntryRecord, Observation, Span } from '@facialis/language'

/**
 * The botulinum gate as somebody would write it by hand for this one question: no explanation, no missing facts, no
 * second question. It is here to be measured against, and to be compared with before anything is timed.
 */
export function handWrittenGate(chart: Chart, today: number): 'blocked' | 'caution' | 'permitted' {
  const said = latestWords(chart, today)
  const dates = latestDates(chart, today)
  const screened = (list: string): number => latestScreen(chart, list, today)
  const flagsAsked = screened('red-flags')
  const examined = screened('examination')
  const word = (fact: string, screenedOn: number): string | undefined =>
    said.get(fact)?.word ?? (screenedOn > 0 ? 'no' : undefined)

  const signer = said.get('dx.signedBy')?.word
  const signed =
    signer === 'neurologist' ||
    signer === 'neurosurgeon' ||
    signer === 'ophthalmologist' ||
    said.get('dx.agreed')?.word === 'yes'
  const conclusion = said.get('dx.class')?.word
  if (!signed || (conclusion !== 'definite' && conclusion !== 'probable')) return 'blocked'
  if (said.get('dx.phenotype')?.word === 'mimic') return 'blocked'

  for (const feature of opposing) if (word(feature, examined) !== 'no') return 'blocked'
  for (const part of ['exam.cranialNerves', 'exam.limbsAndGait', 'exam.earAndParotid']) {
    const found = word(part, examined)
    if (found !== 'no' && found !== 'yes-explained') return 'blocked'
  }

  const onset = dates.get('hfs.onset')
  const birth = dates.get('person.birthDate')
  if (!onset || !birth) return 'blocked'
  const studies = counting(chart, 'study', today)
  if (studies.some((study) => lesions.some((finding) => field(study, finding) === 'present'))) return 'blocked'
  if (problems.some((problem) => said.get(problem)?.word === 'present')) return 'blocked'
  const clearing = studies.filter((study) => clearsEverything(study, onset))
  if (clearing.length === 0) return 'blocked'
  const withContrast = clearing.filter((study) => has(study, 'study.sequences', 't1-contrast'))

  for (const flag of readFlags) {
    const state = said.get(flag)
    const value = state?.word ?? (flagsAsked > 0 ? 'no' : undefined)
    if (value === 'yes') {
      const raised = state?.day ?? today
      if (!withContrast.some((study) => (study.date as Span).lo >= raised)) return 'blocked'
    } else if (value === undefined) return 'blocked'
  }
  for (const flag of clinicianFlags) {
    const value = word(flag, flagsAsked)
    if (value !== 'no' && value !== 'yes-resolved') return 'blocked'
  }
  const years = (today - birth.hi) / 365.25
  const atOnset = (onset.lo - birth.hi) / 365.25
  if (years < 18 || atOnset < 18) return 'blocked'
  if (atOnset < 30 && !withContrast.some((study) => (study.date as Span).lo >= onset.hi)) return 'blocked'

  const sessions = counting(chart, 'session', today)
  const facial = sessions.filter((s) => field(s, 'session.indication') !== 'other')
  const other = sessions.filter((s) => field(s, 'session.indication') === 'other')
  if (facial.some((s) => s.date === null || today - s.date.hi < 84)) return 'blocked'
  for (const [fact, values] of chairBlocks) if (values.includes(said.get(fact)?.word ?? '')) return 'blocked'

  const operations = counting(chart, 'operation', today).filter((o) => field(o, 'operation.kind') !== 'other')
  if (other.some((s) => s.date === null || today - s.date.hi < 84)) return 'caution'
  if (operations.some((o) => o.date === null || today - o.date.hi < 365)) return 'caution'
  for (const [fact, values] of chairCautions) if (values.includes(said.get(fact)?.word ?? '')) return 'caution'
  return 'permitted'
}

const opposing = [
  'ph.bilateralSync',
  'ph.premonitoryUrge',
  'ph.awarenessLost',
  'ph.jawOrTongue',
  'ph.limbInvolved',
  'ph.continuousRipple',
  'ph.onlyWithMovement',
]
const lesions = [
  'mri.tumour',
  'mri.earLesion',
  'mri.parotidMass',
  'mri.vascularMalformation',
  'mri.aneurysm',
  'mri.demyelination',
  'mri.raisedPressure',
  'mri.infarctOrBleed',
  'mri.chiari',
  'mri.boneLesion',
  'mri.nerveEnhancement',
]
const problems = ['known.tumour', 'known.vascularMalformation', 'known.demyelination', 'known.otherLesion']
const readFlags = [
  'rf.facialNumb',
  'rf.cerebellar',
  'rf.msHistory',
  'rf.myokymia',
  'rf.cancer',
  'rf.chiari',
  'rf.trauma',
]
const clinicianFlags = [
  'rf.limbOrSpeech',
  'rf.raisedICP',
  'rf.thunderclap',
  'rf.multiCN',
  'rf.parotidMass',
  'rf.earDischarge',
]
const chairBlocks: readonly (readonly [string, readonly string[]])[] = [
  ['chair.infection', ['yes']],
  ['chair.allergy', ['product']],
  ['chair.neuromuscular', ['yes']],
  ['chair.swallowingBreathing', ['new']],
  ['chair.pregnancy', ['pregnant-or-trying']],
  ['chair.anticoagulant', ['warfarin-out-of-range']],
  ['chair.toxinElsewhere', ['yes']],
  ['chair.newFlag', ['yes']],
]
const chairCautions: readonly (readonly [string, readonly string[]])[] = [
  ['chair.allergy', ['milk-protein']],
  ['chair.swallowingBreathing', ['existing']],
  ['chair.anticoagulant', ['doac', 'warfarin-in-range']],
  ['chair.potentiator', ['yes']],
  ['chair.weakener', ['yes']],
  ['chair.eye', ['yes']],
]

const field = (entry: EntryRecord, name: string): string | undefined => {
  const value = entry.fields[name]
  return value && 'word' in value ? value.word : undefined
}
const has = (entry: EntryRecord, name: string, member: string): boolean => {
  const value = entry.fields[name]
  return value !== undefined && 'words' in value && value.words.includes(member)
}

const readers = ['neuroradiologist', 'general-radiologist', 'neurosurgeon', 'neurologist']

function clearsEverything(study: EntryRecord, onset: Span): boolean {
  if (field(study, 'study.modality') !== 'mri' || field(study, 'study.signed') !== 'yes') return false
  if (field(study, 'study.quality') !== 'diagnostic' || field(study, 'study.posteriorFossaQuality') !== 'diagnostic')
    return false
  if (!readers.includes(field(study, 'study.readerRole') ?? '')) return false
  if (field(study, 'mri.lesionExcluded') === 'no' || study.date === null || study.date.lo < onset.hi) return false
  const normal = field(study, 'study.normalStatement') === 'yes'
  for (const finding of lesions) {
    const found = field(study, finding) ?? (normal ? 'absent' : undefined)
    if (found !== 'absent' && found !== 'present-unrelated') return false
  }
  const enough = (question: string, sequences: boolean): boolean =>
    (sequences || has(study, 'study.adequateFor', question)) && !has(study, 'study.inadequateFor', question)
  const contrast =
    has(study, 'study.sequences', 't1-contrast') &&
    ['angle', 'temporal-bone', 'parotid'].every((region) => has(study, 'study.coverage', region))
  const arteries = ['tof-mra', 'contrast-mra', 'cta', 'dsa'].some((s) => has(study, 'study.sequences', s))
  const brain = has(study, 'study.sequences', 'flair')
  return (
    enough('tumour', contrast) &&
    enough('vascular-malformation', arteries) &&
    enough('demyelination', brain) &&
    enough('other-lesion', brain)
  )
}

const counting = (chart: Chart, kind: string, today: number): readonly EntryRecord[] =>
  chart.entries.filter((e) => e.kind === kind && !e.withdrawn && (e.date === null || e.date.lo <= today))

type Said = Readonly<{ word: string; day: number }>
function latestWords(chart: Chart, today: number): ReadonlyMap<string, Said> {
  const words = new Map<string, Said>()
  for (const { fact, value, date } of chart.observations) {
    if (!('word' in value) || (date && date.lo > today)) continue
    const day = date?.hi ?? 0
    const before = words.get(fact)
    if (!before || day >= before.day) words.set(fact, { word: value.word, day })
  }
  return words
}

function latestDates(chart: Chart, today: number): ReadonlyMap<string, Span> {
  const dates = new Map<string, Span>()
  for (const { fact, value, date } of chart.observations as readonly Observation[])
    if ('date' in value && (date === null || date.lo <= today)) dates.set(fact, value.date)
  return dates
}

const latestScreen = (chart: Chart, list: string, today: number): number =>
  chart.screens.reduce(
    (latest, s) => (s.screen === list && s.date.lo <= today ? Math.max(latest, s.date.hi) : latest),
    0,
  )
