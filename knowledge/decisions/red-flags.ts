import {
  all,
  always,
  any,
  type Collection,
  type Condition,
  collection,
  type DateTerm,
  type Detail,
  dateOf,
  daysBetween,
  detail,
  entryDate,
  established,
  is,
  latestDate,
  lessThan,
  moreThan,
  named,
  no,
  not,
  onOrAfter,
  type PolicyNumber,
  recordedOn,
  some,
  yearsBetween,
  yes,
} from '@facialis/language'
import { study, symptom } from '../entries/index.ts'
import {
  audiogram,
  birthDate,
  dxPhenotype,
  onset,
  palsyForeheadSpared,
  palsyUnder24Hours,
  palsyVisionSign,
  type RedFlag,
  rfAgeUnder18,
  rfAgeUnder30,
  rfBilateral,
  rfLimbOrSpeech,
  rfOnsetUnder2,
  rfProgressiveWeakness,
  rfSuddenPalsy,
  side,
} from '../facts/index.ts'
import { childAge, delayedPalsyTo, infantOnset, youngOnset } from '../policy.ts'
import { lastDecompression } from './course.ts'
import { type FlagRow, flagRows, type ResolvedBy } from './red-flag-table.ts'

/** A contrast study that clears every rule-out; asked inside a study. */
export type ClearingRead = Condition

const onsetBefore = (age: PolicyNumber): Condition => lessThan(yearsBetween(dateOf(birthDate), dateOf(onset)), age)

/** Flags that follow from other facts: ages at onset from two dates, both sides from the side. The questions serve where those are missing. */
const derived: readonly Readonly<{ flag: RedFlag; follows: Condition }>[] = [
  { flag: rfOnsetUnder2, follows: onsetBefore(infantOnset) },
  { flag: rfAgeUnder18, follows: onsetBefore(childAge) },
  { flag: rfAgeUnder30, follows: onsetBefore(youngOnset) },
  { flag: rfBilateral, follows: any(is(side, 'both'), is(dxPhenotype, 'bilateral')) },
]
const derivationOf = (flag: RedFlag): Condition | undefined => derived.find((one) => one.flag === flag)?.follows

/** Weakness that begins after the weeks of delayed palsy is a new red flag, whoever wrote it down as a complaint. */
const lateWeakness = all(
  is(symptom.fields.kind, 'facial-weakness'),
  moreThan(daysBetween(lastDecompression, entryDate(symptom)), delayedPalsyTo),
)
const unsettledLateWeakness = all(lateWeakness, not(established(yes(symptom.fields.settled))))
const lateWeaknessOpen = (clearingRead: ClearingRead): Condition => {
  const began = latestDate(symptom, established(unsettledLateWeakness))
  return all(
    some(symptom, unsettledLateWeakness),
    not(some(study, all(clearingRead, onOrAfter(entryDate(study), began)))),
    not(
      established(all(is(rfProgressiveWeakness, 'yes-resolved'), onOrAfter(recordedOn(rfProgressiveWeakness), began))),
    ),
  )
}

/** When a sign began that raises the flag without anybody naming it so. */
export const begunLately = (flag: RedFlag): readonly DateTerm[] =>
  flag === rfProgressiveWeakness ? [latestDate(symptom, established(unsettledLateWeakness))] : []

/** The flag was raised, whatever became of it. */
export function raised(flag: RedFlag): Condition {
  const young = derivationOf(flag)
  const said = is(flag, 'yes', 'yes-resolved')
  if (flag === rfProgressiveWeakness) return any(said, some(symptom, lateWeakness))
  return young ? any(said, young) : said
}

/** Known to the reader: the scan is no older than the flag. */
const readSince = (clearingRead: ClearingRead, flag: RedFlag): Condition =>
  some(study, all(clearingRead, onOrAfter(entryDate(study), recordedOn(flag))))
const readSinceOnset = (clearingRead: ClearingRead): Condition =>
  some(study, all(clearingRead, onOrAfter(entryDate(study), dateOf(onset))))

/** Raised, and not yet answered for by a named clinician or, where a scan is the answer, by a clearing read. */
export function openFlag(flag: RedFlag, clearingRead: ClearingRead): Condition {
  const { resolvedBy } = rowOf(flag)
  const young = derivationOf(flag)
  const told = young ? openAge(flag, young, resolvedBy, clearingRead) : openUntil(flag, resolvedBy, clearingRead)
  const open = flag === rfProgressiveWeakness ? any(told, lateWeaknessOpen(clearingRead)) : told
  return named(`open red flag: ${flag.label}`, open)
}

/** Raised, and not known to be answered: a flag without a day counts as open until somebody dates or answers it. */
export const unansweredFlag = (flag: RedFlag, clearingRead: ClearingRead): Condition =>
  all(raised(flag), not(established(not(openFlag(flag, clearingRead)))))

function openUntil(flag: RedFlag, resolvedBy: ResolvedBy, clearingRead: ClearingRead): Condition {
  const said = is(flag, 'yes')
  if (resolvedBy === 'clinician') return said
  const read = readSince(clearingRead, flag)
  if (resolvedBy === 'read') return all(said, not(read))
  return all(said, not(all(read, onOrAfter(dateOf(audiogram), recordedOn(flag)))))
}

/** An age at onset is known from the first day on, so every clearing read since the onset knew it. */
function openAge(flag: RedFlag, young: Condition, resolvedBy: ResolvedBy, clearingRead: ClearingRead): Condition {
  const resolved = established(is(flag, 'yes-resolved'))
  const raisedNow = any(is(flag, 'yes'), all(young, not(resolved)))
  return resolvedBy === 'clinician' ? raisedNow : all(raisedNow, not(readSinceOnset(clearingRead)))
}

const rowOf = (flag: RedFlag): FlagRow => {
  const row = flagRows.find((r) => r.flag === flag)
  if (!row) throw new Error(`${flag.id} is not in the table of red flags.`)
  return row
}

/** Only a palsy known to be older than a day, forehead included and alone may wait for the same day. */
const palsyMayWait = established(
  all(no(palsyUnder24Hours), no(palsyForeheadSpared), no(palsyVisionSign), is(rfLimbOrSpeech, 'no', 'yes-resolved')),
)

export type RedFlags = Readonly<{
  /** Any flag is open; the gates need this to be no. */
  openRedFlag: Condition
  /** An open flag that no exception covers: emergency or urgent. */
  urgentFlagOpen: Condition
  /** Leaves this pathway at once. */
  emergencyFlag: Condition
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
    emergencyFlag: named('an emergency', emergency(clearingRead)),
    contrastFlag: named('an open red flag, which makes contrast mandatory', openRedFlag),
    redFlags: collection('red-flags', {
      asks: 'Which signs of another cause were raised, how fast must they be seen, and which are still open?',
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

const emergency = (clearingRead: ClearingRead): Condition =>
  any(
    ...flagRows
      .filter((row) => row.urgency === 'emergency')
      .map(({ flag }) =>
        flag === rfSuddenPalsy ? all(openFlag(flag, clearingRead), not(palsyMayWait)) : openFlag(flag, clearingRead),
      ),
  )

const urgencyOf = (row: FlagRow, plain: Detail, waiting: Detail): Detail =>
  row.flag === rfSuddenPalsy ? either(palsyMayWait, waiting, plain) : plain

const either = (when: Condition, yes: Detail, otherwise: Detail): Detail =>
  detail.firstOf({ when, tell: yes }, { when: always, tell: otherwise })
