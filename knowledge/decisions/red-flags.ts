import {
  all,
  always,
  any,
  before,
  type Collection,
  type Condition,
  collection,
  type DateTerm,
  type Detail,
  dateOf,
  detail,
  entryDate,
  established,
  type Fact,
  is,
  memoise,
  named,
  no,
  not,
  onOrAfter,
  recordedOn,
  some,
} from '@facialis/language'
import { study } from '../entries/index.ts'
import { audiogram, onset, palsyFacts, type RedFlag, rfLimbOrSpeech, rfSuddenPalsy } from '../facts/index.ts'
import { type Sign, signsOf } from './red-flag-signs.ts'
import { ages, type FlagRow, flagRows, type ResolvedBy } from './red-flag-table.ts'

/** A contrast study that clears every rule-out; asked inside a study. */
export type ClearingRead = Condition

/** The flag was raised, by its own question or by what says the same, whatever became of it. */
const raised = memoise(
  (flag: RedFlag): Condition => any(is(flag, 'yes', 'yes-resolved'), ...signsOf(flag).map((sign) => sign.was)),
)

/** What raises a flag now: its own answer and its signs, each with the day it was observed. */
type Raising = Readonly<{ is: Condition; on: DateTerm | null; resolvedBy: ResolvedBy; sign: Sign | null }>
const raisings = memoise((flag: RedFlag): readonly Raising[] => {
  const { resolvedBy } = rowOf(flag)
  return [
    { is: is(flag, 'yes'), on: ages.includes(flag) ? null : recordedOn(flag), resolvedBy, sign: null },
    ...signsOf(flag).map((sign) => ({
      is: sign.is,
      on: sign.on,
      resolvedBy: sign.clinicianOnly ? ('clinician' as const) : resolvedBy,
      sign,
    })),
  ]
})

/** A named clinician said what came of it, no earlier than it was observed. */
const answeredByName = memoise(
  (flag: RedFlag, on: DateTerm | null): Condition =>
    established(all(is(flag, 'yes-resolved'), ...(on ? [onOrAfter(recordedOn(flag), on)] : []))),
)

/** A scan answers for what its reader could know of. */
const answeredByScan = memoise((on: DateTerm | null, resolvedBy: ResolvedBy, read: ClearingRead): Condition => {
  if (resolvedBy === 'clinician') return any()
  const seen = some(study, all(read, onOrAfter(entryDate(study), on ?? dateOf(onset))))
  return resolvedBy === 'read' ? seen : all(seen, onOrAfter(dateOf(audiogram), on ?? dateOf(onset)))
})

const notNamed = memoise((flag: RedFlag, on: DateTerm | null): Condition => not(answeredByName(flag, on)))
const stillOpen = memoise(
  (flag: RedFlag, { is: raisedNow, on, resolvedBy, sign }: Raising, read: ClearingRead): Condition =>
    all(raisedNow, ...(sign ? [notNamed(flag, on)] : []), not(answeredByScan(on, resolvedBy, read))),
)
const openBy = (flag: RedFlag, which: readonly Raising[], read: ClearingRead): Condition =>
  any(...which.map((raising) => stillOpen(flag, raising, read)))

/** Raised, and not yet answered for by a named clinician or, where a scan is the answer, by a clearing read. */
export const openFlag = memoise(
  (flag: RedFlag, read: ClearingRead): Condition =>
    named(`open red flag: ${flag.label}`, openBy(flag, raisings(flag), read)),
)
/** The same, leaving out complaints: those have steps and alerts of their own. */
export const openApartFromComplaints = memoise((flag: RedFlag, read: ClearingRead): Condition => {
  const seen = raisings(flag).filter(({ sign }) => !sign?.told)
  return seen.length === raisings(flag).length ? openFlag(flag, read) : openBy(flag, seen, read)
})
/** Raised, and no clinician has answered for it, whatever a scan showed. */
export const unanswered = memoise(
  (flag: RedFlag): Condition =>
    any(...raisings(flag).map(({ is, on, sign }) => all(is, ...(sign ? [notNamed(flag, on)] : [])))),
)

/** Raised, and not known to be answered: a flag without a day counts as open until somebody dates or answers it. */
export const unansweredFlag = memoise(
  (flag: RedFlag, read: ClearingRead): Condition => all(raised(flag), not(established(not(openFlag(flag, read))))),
)

/** The days on which a flag was raised, each with what raised it; ages were never raised on a day. */
export const raisedOnDays = memoise((flag: RedFlag): readonly Readonly<{ when: Condition; on: DateTerm }>[] =>
  raisings(flag).flatMap(({ is: when, on }) => (on ? [{ when, on }] : [])),
)
export const raisedAfter = memoise(
  (flag: RedFlag, day: DateTerm): Condition =>
    any(...raisedOnDays(flag).map(({ when, on }) => all(when, before(day, on)))),
)

const rowOf = (flag: RedFlag): FlagRow => {
  const row = flagRows.find((r) => r.flag === flag)
  if (!row) throw new Error(`${flag.id} is not in the table of red flags.`)
  return row
}

/** Said on or after the day of every sudden palsy: what was answered about an earlier one says nothing about this one. */
const saidOfThisPalsy = (fact: Fact): Condition => not(raisedAfter(rfSuddenPalsy, recordedOn(fact)))

/** Only a palsy known to be older than a day, forehead included and alone may wait for the same day. */
export const palsyMayWait = established(
  all(
    ...palsyFacts.map((fact) => all(no(fact), saidOfThisPalsy(fact))),
    is(rfLimbOrSpeech, 'no', 'yes-resolved'),
    saidOfThisPalsy(rfLimbOrSpeech),
  ),
)

export type RedFlags = Readonly<{
  /** Any flag is open; the gates need this to be no. */
  openRedFlag: Condition
  /** An open flag that no exception covers: emergency or urgent. */
  urgentFlagOpen: Condition
  /** Leaves this pathway at once. */
  emergencyFlag: Condition
  /** The same, leaving out emergencies that were told as complaints. */
  emergencyApartFromComplaints: Condition
  /** An open flag to be seen within two weeks or sooner. */
  soonFlagOpen: Condition
  /** Every open flag asks for contrast. */
  contrastFlag: Condition
  /** The collection `red-flags`: what was raised, with `{ urgency, within, resolved }`. */
  redFlags: Collection
}>

/** The red flags, once it is said which contrast read clears everything. */
export function redFlagsWith(clearingRead: ClearingRead): RedFlags {
  const openOf = (...urgencies: readonly FlagRow['urgency'][]): readonly Condition[] =>
    flagRows.filter((row) => urgencies.includes(row.urgency)).map((row) => openFlag(row.flag, clearingRead))
  const openRedFlag = named('an open red flag', any(...flagRows.map((row) => openFlag(row.flag, clearingRead))))
  return {
    openRedFlag,
    urgentFlagOpen: named('an open emergency or urgent red flag', any(...openOf('emergency', 'urgent'))),
    soonFlagOpen: named('an open red flag to be seen soon', any(...openOf('emergency', 'urgent', 'soon'))),
    emergencyFlag: named('an emergency', emergency(clearingRead, openFlag)),
    emergencyApartFromComplaints: emergency(clearingRead, openApartFromComplaints),
    contrastFlag: named('an open red flag, which makes contrast mandatory', openRedFlag),
    redFlags: collection('red-flags', {
      asks: 'Which red flags have been raised, how soon must the patient be seen for each, and which are still open?',
      items: flagRows.map((row) => ({
        id: row.flag.id,
        when: raised(row.flag),
        detail: {
          urgency: urgencyOf(row, detail.fixed(row.urgency), detail.fixed('urgent')),
          within: urgencyOf(row, detail.fixed(row.within), detail.fixed('the same day')),
          resolved: either(not(openFlag(row.flag, clearingRead)), detail.fixed('yes'), detail.fixed('no')),
        },
        text: row.text,
        because: row.because,
      })),
    }),
  }
}

const emergency = (clearingRead: ClearingRead, open: typeof openFlag): Condition =>
  any(
    ...flagRows
      .filter((row) => row.urgency === 'emergency')
      .map(({ flag }) =>
        flag === rfSuddenPalsy ? all(open(flag, clearingRead), not(palsyMayWait)) : open(flag, clearingRead),
      ),
  )

const urgencyOf = (row: FlagRow, plain: Detail, waiting: Detail): Detail =>
  row.flag === rfSuddenPalsy ? either(palsyMayWait, waiting, plain) : plain

const either = (when: Condition, yes: Detail, otherwise: Detail): Detail =>
  detail.firstOf({ when, tell: yes }, { when: always, tell: otherwise })
