import type { Advice, Decided } from '@facialis/language'
import type { PatientIdentity, PlainValue } from '@facialis/wire'
import { factOf, isSeenAt, ruleOutIds } from '../../pathway.ts'
import { decidedBy } from '../../patient/decided.ts'
import type { RecordedEntry, Recording } from '../../recorded.ts'
import { decisionTitle, ownerWords, sideWords, valueWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { plainWords } from '../../words/plain-words.ts'
import { isTold } from './told-steps.ts'
import { words } from './words.ts'

export type Composing = Readonly<{
  patient: PatientIdentity
  recorded: Recording
  advice: Advice
  /** Who writes it, and where they work. */
  author: string
  clinic: string
  today: string
}>

const { body } = words
const lower = (text: string): string => (/^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))
const said = (id: string, value: PlainValue | undefined): string | null => {
  const fact = factOf(id)
  return fact === null || value === undefined || value === null ? null : lower(plainWords(fact, value))
}
/** Each once, the first first. */
const days = (entries: readonly RecordedEntry[]): readonly string[] => [
  ...new Set(entries.flatMap(({ date }) => (date === null ? [] : dateWords(date))).toReversed()),
]
const onDay = (date: string | null): string => (date === null ? body.dayUnknown : body.onDay(dateWords(date)))

/**
 * A letter to whoever referred, in plain words. Each sentence repeats something recorded, or an answer of the pathway
 * about it; what nobody recorded is said to be open or is left out. Scores of mood are not the referrer's to read.
 */
export function composeLetter(letter: Composing): string {
  const { patient, author, clinic, today } = letter
  const born = patient.birthDate === null ? body.bornUnknown : dateWords(patient.birthDate)
  return [
    dateWords(today),
    body.to(patient.referrer ?? ''),
    body.about(patient.name, born),
    contacts(letter),
    conclusion(letter),
    imaging(letter),
    treatment(letter),
    plan(letter),
    body.emergency,
    `${body.close}\n${author}\n${clinic}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function contacts({ recorded }: Composing): string {
  const received = recorded.fact('referral.received')?.value
  const visits = recorded.entries('visit')
  const kindOf = (entry: RecordedEntry) => entry.fields['visit.kind']
  const seen = days(visits.filter((entry) => isSeenAt(kindOf(entry))))
  const spoke = days(visits.filter((entry) => kindOf(entry) === 'phone'))
  // At a visit of which nobody says what kind it was, they may have been seen, or not.
  const isTold = visits.every((entry) => typeof kindOf(entry) === 'string')
  return [
    body.thanks(typeof received === 'string' ? dateWords(received) : null),
    ...(seen.length > 0 ? [body.seen(seen)] : isTold ? [body.notSeen] : []),
    ...(spoke.length === 0 ? [] : [body.spoke(spoke)]),
  ].join(' ')
}

function conclusion({ recorded, patient }: Composing): string {
  const sure = recorded.fact('dx.class')
  const words = said('dx.class', sure?.value)
  if (sure === null || words === null) return body.notConcluded
  const kind = recorded.fact('dx.phenotype')?.value
  return body.concluded({
    sure: words,
    kind: said('dx.phenotype', kind),
    side: patient.side === null ? null : lower(sideWords[patient.side]),
    by: sure.by ?? body.somebody,
    on: sure.date === null ? body.dayUnknown : dateWords(sure.date),
  })
}

function imaging({ recorded, advice }: Composing): string {
  const studies = recorded.entries('study').toReversed()
  const scans = studies.map(({ date, fields }) =>
    `${valueWords(String(fields['study.modality'] ?? ''))} ${onDay(date)}`.trim(),
  )
  const ruleOuts = Object.entries(decidedBy(advice, ruleOutIds))
  const titled = (answer: Decided['answer']) =>
    ruleOuts.filter(([, decided]) => decided.answer === answer).map(([id]) => lower(decisionTitle(id)))
  const sentences = (['cleared', 'open', 'positive'] as const).flatMap((answer) => {
    const titles = titled(answer)
    return titles.length === 0 ? [] : body[answer](titles)
  })
  return [scans.length === 0 ? body.noScan : body.scans(scans), ...sentences].join(' ')
}

function treatment({ recorded }: Composing): string {
  const sessions = recorded.entries('session').filter(({ fields }) => fields['session.indication'] !== 'other')
  const [latest] = sessions
  const operations = recorded.entries('operation').map(({ date, fields }) => {
    const kind = fields['operation.kind']
    return body.operation(typeof kind === 'string' ? valueWords(kind) : '', onDay(date))
  })
  return [...(latest === undefined ? [] : toxin(latest, sessions.length)), ...operations].join(' ')
}

function toxin({ date, fields }: RecordedEntry, count: number): readonly string[] {
  const given = ['session.product', 'session.units'].flatMap((id) => said(id, fields[id]) ?? [])
  const relief = said('session.relief', fields['session.relief'])
  const effects = fields['session.sideEffects']
  return [
    body.toxin(count, [onDay(date), ...given].join(', ')),
    ...(relief === null ? [] : [body.relief(relief)]),
    ...(Array.isArray(effects) && effects.length > 0
      ? [body.sideEffects((effects as readonly string[]).map((one) => lower(valueWords(one))))]
      : []),
  ]
}

/** Its steps would tell the score, which stays with the team that asked. */
const aboutMood = 'FU-03'

function plan({ advice, today }: Composing): string {
  const told = advice.nextSteps.filter((step) => isTold(step) && !step.rules.includes(aboutMood))
  const steps = told.map(({ label, owner, dueBy }) =>
    body.step(
      label,
      lower(ownerWords(owner)),
      dueBy === null ? null : dueBy < today ? body.late : body.by(dateWords(dueBy)),
    ),
  )
  return steps.length === 0 ? body.nothingNext : [body.next, ...steps].join('\n')
}
