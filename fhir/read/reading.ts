import type {
  EntryRecord,
  Fact,
  Ignored,
  Observation,
  Pathway,
  Provenance,
  ScreenDone,
  Span,
  Unknown,
  Value,
} from '@facialis/language'
import { adverseWords, type Dictionary } from '../chart/dictionary.ts'
import { judgementIn, unjudged } from '../chart/judgement.ts'
import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'
import { entryIdSystem } from '../terms/systems.ts'
import type { Border } from '../values/fhir-value.ts'
import type { Counts } from './counts.ts'
import { provenanceOf } from './provenance.ts'
import type { Item, References } from './references.ts'
import { isByAColleague, isSelfReported } from './self-reported.ts'

/** What few statements are besides: these are settled when all has been read. */
export type Marks = Readonly<{ corrects?: boolean; refuted?: boolean; withdraws?: boolean; listed?: Listed }>
export type Statement = Observation & Marks
/** Said by a problem whose code is a conclusion: whether somebody who may is known to have signed it, and whether it stands. */
export type Listed = Readonly<{ isSigned: boolean; isSettled: boolean }>
/** A conclusion taken back: what was stated of these facts up to that day, or by these resources on any day. */
export type Withdrawal = Readonly<{ facts: ReadonlySet<string>; until: Span | null; told: ReadonlySet<string> }>
/** An entry in the making: which resources it comes from, and which amounts of it add up with those of another. */
export type Draft = Readonly<{ record: EntryRecord; from: Item; dose: ReadonlySet<string>; own: boolean }>

/** Everything that is being read, and what has been read so far. */
export type Reading = Border & {
  /** Of the few statements that have any. */
  marks: Map<Observation, Marks> | null
  /** The reference by which resources name the person, as last met. */
  subject: string | null
  drafts: Draft[]
} & Readonly<{
    pathway: Pathway
    dictionary: Dictionary
    references: References
    counts: Counts
    statements: Observation[]
    withdrawals: Withdrawal[]
    screens: ScreenDone[]
    /** What could not be taken as it stood, and why. */
    ignored: Ignored[]
    /** Observations that are part of a report. */
    absorbed: Set<string>
    /** Studies of which a report tells: the report stands for them. */
    reported: Set<string>
  }>

export type Said = Value | Unknown

export const isAdverse = (fact: Fact, value: Said): boolean => {
  if ('word' in value) return adverseWords(fact).has(value.word)
  return 'words' in value && value.words.some((word) => adverseWords(fact).has(word))
}

/** A word that makes nothing worse, of a fact that can make things worse. */
export const isReassuring = (fact: Fact, value: Said): boolean =>
  !('unknown' in value) && !isAdverse(fact, value) && adverseWords(fact).size > 0

/**
 * Takes a statement about the person. What is not theirs to tell is listed and left out; a judgement without all it
 * needs counts as what was judged.
 */
export function state(
  reading: Reading,
  fact: Fact,
  value: Said,
  date: Span | null,
  item: Item,
  marks: Marks | null = null,
): void {
  // What takes an examination, a test or a conclusion is not for the person to tell; what alarms is heard all the same.
  if (fact.cost > 1 && isReassuring(fact, value) && isToldByThePerson(item, reading)) {
    reading.counts.notTaken++
    ignore(reading, item, `${fact.id} is not for the person to answer`)
    return
  }
  const judged = judgementIn(fact, value)
  if (!judged) {
    keep(reading, { fact: fact.id, value, date, provenance: provenanceOf(item) }, marks)
    return
  }
  const provenance = judgeOf(item, reading)
  const lack = unjudged(fact, { value, date, provenance })
  if (lack !== null)
    reading.ignored.push({ what: `${item.key}, ${fact.id}`, why: `${lack} It counts as "${judged.of}".` })
  const counted = lack === null ? value : { word: judged.of }
  keep(reading, { fact: fact.id, value: counted, date, provenance }, marks)
}

function keep(reading: Reading, said: Observation, marks: Marks | null): void {
  reading.statements.push(said)
  if (marks === null) return
  reading.marks ??= new Map()
  reading.marks.set(said, marks)
}

/** Lists what was left out, and why. */
export function ignore(reading: Pick<Reading, 'ignored'>, { key }: Item, why: string): void {
  reading.ignored.push({ what: key, why })
}

/** Who judged, with the reason and the study it rests on; the person's own word names no judge. */
function judgeOf(item: Item, reading: Reading): Provenance {
  const { resource } = item
  const { by, ...rest } = provenanceOf(item)
  const { performer, asserter, author } = resource
  const isJudge = [performer, asserter, author].some((tellers) => isByAColleague(tellers, resource, reading))
  const note = objectsIn(resource.note)
    .map(({ text }) => text)
    .find(isText)
  const study = objectsIn(resource.derivedFrom)
    .map((link) => studyNamed(link, resource, reading))
    .find(isText)
  return {
    ...rest,
    ...(isJudge && by !== undefined ? { by } : {}),
    ...(note === undefined ? {} : { note }),
    ...(study === undefined ? {} : { study }),
  }
}

function isToldByThePerson({ resource }: Item, reading: Reading): boolean {
  const { performer, asserter, author } = resource
  return (
    isSelfReported(performer, resource, reading) ||
    isSelfReported(asserter, resource, reading) ||
    isSelfReported(author, resource, reading)
  )
}

function studyNamed(link: JsonObject, holder: JsonObject, { references }: Reading): string | null {
  if (isObject(link.identifier) && link.identifier.system === entryIdSystem) return String(link.identifier.value)
  return references.find(link, holder)?.key ?? null
}

const noDose: ReadonlySet<string> = new Set()

export function draft(reading: Reading, made: Omit<Draft, 'own' | 'dose'> & Partial<Draft>): void {
  const { record, from, own = false, dose = noDose } = made
  reading.drafts.push({ record, from, dose, own })
}

export const recordOf = (item: Item, kind: string, date: Span | null, fields: EntryRecord['fields']): EntryRecord => ({
  id: item.key,
  kind,
  date,
  withdrawn: false,
  supersedes: [],
  fields,
  provenance: provenanceOf(item),
})
