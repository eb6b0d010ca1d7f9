import type { PlainValue } from '@facialis/wire'
import type { RecordedEntry } from '../../recorded.ts'

/**
 * The checklist of the corrections page, A26: what booking needs, and what theatre needs, with ages counted to the
 * theatre date. Owner, words and sources of a line are those of the pathway's step of the same name.
 */
export type LineState = 'done' | 'planned' | 'too-old' | 'missing' | 'not-asked'
export type Line = Readonly<{
  id: string
  /** The pathway's step that says why, and who owns it. */
  step: string | null
  /** What is typed to do it; empty where another screen does it. */
  facts: readonly string[]
  list: 'book' | 'go'
  state: LineState
  /** The day it was done or is planned for. */
  date: string | null
  /** The last theatre date for which it counts. */
  validUntil: string | null
  /** The surgeon may accept an older one. */
  overridable: boolean
  /** It never holds an operation. */
  neverHolds: boolean
}>

export type WorkUp = Readonly<{
  today: string
  theatre: string | null
  /** A fact as recorded or as typed and not yet saved. */
  fact: (id: string) => PlainValue | undefined
  studies: readonly RecordedEntry[]
  scores: readonly RecordedEntry[]
  sessions: readonly RecordedEntry[]
  /** The pathway's answer: a signed diagnosis, lesions ruled out, no open flag, no bar. */
  grounds: boolean
  policy: Readonly<Record<string, number>>
}>

const isYes = (value: PlainValue | undefined): boolean => value === true || value === 'yes'
const listOf = (value: PlainValue | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : []

/** `2026-11-23` and `30` as `2026-12-23`; a month or a year counts from its first day, the careful reading. */
export function laterBy(date: string, days: number): string | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date)
  if (match === null) return null
  const [, year, month = '01', day = '01'] = match
  const moved = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + days))
  return moved.toISOString().slice(0, 10)
}

/** MRI that shows nerve and vessel: 3D T2 and an angiography, posterior fossa diagnostic. */
const showsNerveAndVessel = ({ fields }: RecordedEntry): boolean => {
  const sequences = listOf(fields['study.sequences'])
  return (
    fields['study.modality'] === 'mri' &&
    fields['study.posteriorFossaQuality'] === 'diagnostic' &&
    sequences.includes('3d-t2') &&
    (sequences.includes('tof-mra') || sequences.includes('contrast-mra'))
  )
}
const isScored = ({ fields }: RecordedEntry): boolean =>
  fields['score.smc'] !== undefined || fields['score.hfs7'] !== undefined

const latest = (entries: readonly RecordedEntry[], wanted: (entry: RecordedEntry) => boolean): string | null =>
  entries
    .filter(wanted)
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1) ?? null

/** The lines of both lists, in the order of the day. */
export function workUpLines(asked: WorkUp): readonly Line[] {
  const { fact, policy, today, theatre } = asked
  // Booked weeks ahead: what counts today may be too old on the day itself.
  const counted = theatre ?? today
  const dateOf = (id: string): string | null => {
    const value = fact(id)
    return typeof value === 'string' && laterBy(value, 0) !== null ? value : null
  }
  const dated = (date: string | null, days: number | null): Pick<Line, 'state' | 'date' | 'validUntil'> => {
    if (date === null) return { state: 'missing', date, validUntil: null }
    const validUntil = days === null ? null : laterBy(date, days)
    if (validUntil !== null && validUntil < counted) return { state: 'too-old', date, validUntil }
    return { state: date > today ? 'planned' : 'done', date, validUntil }
  }
  const said = (done: boolean): Pick<Line, 'state' | 'date' | 'validUntil'> => ({
    state: done ? 'done' : 'missing',
    date: null,
    validUntil: null,
  })
  const line = (
    id: string,
    list: Line['list'],
    step: string | null,
    facts: readonly string[],
    standing: Pick<Line, 'state' | 'date' | 'validUntil'>,
    more: Partial<Line> = {},
  ): Line => ({ id, list, step, facts, overridable: false, neverHolds: false, ...standing, ...more })

  const mri = dated(latest(asked.studies, showsNerveAndVessel), policy.preopMriValid ?? 365)
  const audiogram = dated(dateOf('audiogram'), policy.preopAudiogramValid ?? 182)
  const anaesthesia = dated(dateOf('anaesthesiaVisit'), policy.preopAnaesthesiaValid ?? 30)
  const toxin = asked.sessions.some((session) => session.fields['session.indication'] === 'hfs')

  return [
    line('grounds', 'book', null, [], said(asked.grounds)),
    line('mri', 'book', 'mri-for-booking', [], mri, { overridable: true }),
    line('consent', 'book', 'consent-surgery', ['consent.surgery'], dated(dateOf('consent.surgery'), null)),
    line('audiogram-ordered', 'book', 'audiogram-for-booking', ['audiogram'], audiogram, { overridable: true }),
    line('baseline', 'go', 'monitoring-baseline', ['baepBaseline'], dated(dateOf('baepBaseline'), null)),
    // Ordered is enough to book; to go it has been done.
    line('audiogram', 'go', 'audiogram-before-surgery', [], audiogram, { overridable: true }),
    line(
      'scores',
      'go',
      'scores-before-surgery',
      [],
      dated(latest(asked.scores, isScored), policy.preopScoresValid ?? 90),
      { neverHolds: true },
    ),
    line(
      'photographs',
      'go',
      'photographs-before-surgery',
      ['photographs'],
      dated(dateOf('photographs'), policy.preopScoresValid ?? 90),
      { neverHolds: true },
    ),
    line(
      'anaesthesia',
      'go',
      'anaesthesia-before-surgery',
      ['anaesthesiaVisit', 'asa'],
      withClass(anaesthesia, fact('asa')),
    ),
    line('bloods', 'go', 'bloods-before-surgery', ['bloods'], dated(dateOf('bloods'), null)),
    line('thinner', 'go', 'blood-thinner-plan', ['bloodThinnerPlan'], said(isYes(fact('bloodThinnerPlan')))),
    ...(toxin
      ? [
          line(
            'toxin-told',
            'go',
            'tell-surgeon-of-toxin',
            ['botulinumToldSurgeon'],
            said(isYes(fact('botulinumToldSurgeon'))),
          ),
        ]
      : []),
    line('eye', 'go', 'eye-care-plan', ['eyeCarePlan'], said(isYes(fact('eyeCarePlan')))),
  ]
}

const withClass = (visit: Pick<Line, 'state' | 'date' | 'validUntil'>, asa: PlainValue | undefined) =>
  visit.state === 'done' && typeof asa !== 'string' ? { ...visit, state: 'not-asked' as const } : visit

/** Enough to book: an ordered audiogram counts, a planned scan does not. */
export const holdsBooking = (line: Line): boolean =>
  line.list === 'book' && !(line.state === 'done' || (line.state === 'planned' && line.facts.length > 0))

/** Theatre goes with the whole list, the booking list included. */
export const holdsTheatre = (line: Line): boolean => !line.neverHolds && line.state !== 'done'
