import type { Day, Span } from '@facialis/language'
import { type Amount, before, daysSince, onOrAfter, type When } from './days.ts'
import { type Entries, latestDate, number, word, wordOr } from './entries.ts'
import { all, any, anyOf, is, type Truth, type Word } from './truth.ts'

/** Toxin that was given, and for what; of the whole sessions a touch-up is none. */
export type Session = Readonly<{
  date: Span | null
  facial: Truth
  wholeFacial: Truth
  wholeHfs: Truth
  other: Truth
  relief: Amount
}>

type Operation = Readonly<{ date: Span | null; decompression: Truth; side: Word }>
export type SpasmReport = Readonly<{ date: Span | null; sinceSurgery: Truth; status: Word }>

/** Injections, operations and what was reported since, latest first. */
export type Treatments = Readonly<{
  sessions: readonly Session[]
  operations: readonly Operation[]
  reports: readonly SpasmReport[]
  lastFacialToxin: When
  lastHfsToxin: When
  lastOtherToxin: When
  lastButOneFacialToxin: When
  anyHfsToxin: Truth
  lastDecompression: When
  anyDecompression: Truth
  sinceHfsToxin: Amount
  sinceDecompression: Amount
}>

/** A number that was said is exact. */
export const exact = (said: number | null): Amount => (said === null ? null : { lo: said, hi: said })

export function treatmentsOf(entries: Entries, asOf: Day): Treatments {
  const sessions = entries.sessions.map((entry): Session => {
    const indication = wordOr(entry, 'session.indication', 'hfs')
    const whole = is(wordOr(entry, 'session.touchUp', 'no'), 'no')
    const facial = is(indication, 'hfs', 'cosmetic')
    return {
      date: entry.date,
      facial,
      wholeFacial: all(facial, whole),
      wholeHfs: all(is(indication, 'hfs'), whole),
      other: is(indication, 'other'),
      relief: exact(number(entry, 'session.relief')),
    }
  })
  const operations = entries.operations.map(
    (entry): Operation => ({
      date: entry.date,
      decompression: is(word(entry, 'operation.kind'), 'mvd', 're-exploration'),
      side: word(entry, 'operation.side'),
    }),
  )
  const lastFacialToxin = latestDate(sessions, (session) => session.wholeFacial)
  const lastHfsToxin = latestDate(sessions, (session) => session.wholeHfs)
  const lastDecompression = latestDate(operations, (operation) => operation.decompression)
  return {
    sessions,
    operations,
    reports: entries.spasmReports.map((entry) => ({
      date: entry.date,
      sinceSurgery: onOrAfter(entry.date, lastDecompression),
      status: word(entry, 'spasm.status'),
    })),
    lastFacialToxin,
    lastHfsToxin,
    lastOtherToxin: latestDate(sessions, (session) => session.other),
    lastButOneFacialToxin: latestDate(sessions, (session) =>
      all(session.facial, before(session.date, lastFacialToxin)),
    ),
    anyHfsToxin: anyOf(sessions, (session) => session.wholeHfs),
    lastDecompression,
    anyDecompression: anyOf(operations, (operation) => operation.decompression),
    sinceHfsToxin: daysSince(lastHfsToxin, asOf),
    sinceDecompression: daysSince(lastDecompression, asOf),
  }
}

/** Of somebody who had one side operated on, the other may still be looked at. */
export const operatedOnItsSide = ({ operations }: Treatments, side: Word): Truth =>
  any(
    all(
      is(side, 'left'),
      anyOf(operations, (one) => all(one.decompression, is(one.side, 'left'))),
    ),
    all(
      is(side, 'right'),
      anyOf(operations, (one) => all(one.decompression, is(one.side, 'right'))),
    ),
  )
