import type {
  CodeMeaning,
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
import { entryIdSystem, roleExtension } from '../terms/systems.ts'
import type { Understood } from '../terms/understood.ts'
import type { Border } from '../values/fhir-value.ts'
import { isByAColleague, isByThePerson } from './by-the-person.ts'
import type { Item, References } from './references.ts'

/** What became of the resources of a bundle. Nothing that is left out goes uncounted. */
export type Counts = {
  resources: number
  /** Resources that said something here. */
  understood: number
  /** Of types that are not read. */
  otherTypes: number
  /** Of types that are read, with codes that say nothing in this pathway. */
  unknownCodes: number
  enteredInError: number
  notDone: number
  /** Conditions not confirmed, no longer active, or in unconfirmed codes: their reassuring words were not taken. */
  notTaken: number
  /** Conditions marked inactive or resolved that still count against: only a clinician can answer for them. */
  keptAdverse: number
  /** Conclusions without a signer whose role is known here. */
  unsigned: number
  /** Orders of medicines and procedures: intentions, not events. */
  orders: number
  /** Observations about an event that is not in the bundle. */
  unattached: number
  /** Handed out by a pharmacy: not given by that. */
  dispensed: number
  /** Medicines known by codes only that nobody here reads: no words say what they are. */
  unnamedMedicines: number
  /** About a group, a device or somebody else. */
  aboutOthers: number
  /** Named as another record of the same person, and not among what was read. */
  recordsElsewhere: number
  /** With a modifier nobody here reads. */
  modified: number
  /** Imaging reports with text only, waiting to be entered. */
  reportsNotStructured: number
  /** Codes that were read although nobody has checked them with their owner. */
  unconfirmedCodes: string[]
}

export const noCounts = (): Counts => ({
  resources: 0,
  understood: 0,
  otherTypes: 0,
  unknownCodes: 0,
  enteredInError: 0,
  notDone: 0,
  notTaken: 0,
  keptAdverse: 0,
  unsigned: 0,
  orders: 0,
  unattached: 0,
  dispensed: 0,
  unnamedMedicines: 0,
  aboutOthers: 0,
  recordsElsewhere: 0,
  modified: 0,
  reportsNotStructured: 0,
  unconfirmedCodes: [],
})

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
    isByThePerson(performer, resource, reading) ||
    isByThePerson(asserter, resource, reading) ||
    isByThePerson(author, resource, reading)
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

/** Who stands behind a resource: by the members that name a person, in order of responsibility. */
export function provenanceOf({ resource, key }: Item): Provenance {
  return (
    signedBy(resource.asserter, key) ??
    signedBy(resource.resultsInterpreter, key) ??
    signedBy(resource.performer, key) ??
    signedBy(resource.recorder, key) ??
    signedBy(resource.requester, key) ??
    signedBy(resource.author, key) ??
    signedBy(resource.source, key) ?? { source: key }
  )
}

function signedBy(links: unknown, source: string): Provenance | null {
  if (links === undefined) return null
  const json: unknown = Array.isArray(links) ? links[0] : links
  if (!isObject(json)) return null
  const person = isObject(json.actor) ? json.actor : json
  const by = isText(person.display) ? person.display : isText(person.reference) ? person.reference : undefined
  if (by === undefined) return null
  const role = extensionCode(person, roleExtension)
  return role === undefined ? { source, by } : { source, by, role }
}

const none: readonly never[] = []
export const extensionsOf = (holder: JsonObject, url: string): readonly JsonObject[] =>
  holder.extension === undefined ? none : objectsIn(holder.extension).filter((extension) => extension.url === url)

export const extensionCode = (holder: JsonObject, url: string): string | undefined => {
  const code = extensionsOf(holder, url)[0]?.valueCode
  return typeof code === 'string' ? code : undefined
}

/** Notes codes nobody has confirmed; `understood` when there is anything to understand. */
export function noted(reading: Reading, understood: Understood): boolean {
  return counted(reading, isAnything(reading, understood))
}

/** Whether something is understood at all; codes nobody has confirmed are noted. */
export function isAnything({ counts }: Reading, { rows, measures }: Understood): boolean {
  for (let i = 0; i < rows.length; i++) {
    const { code } = rows[i] as CodeMeaning
    if (code.confirmed) continue
    const name = `${code.system} ${code.code}`
    if (!counts.unconfirmedCodes.includes(name)) counts.unconfirmedCodes.push(name)
  }
  return rows.length + measures.length > 0
}

/** Counts a resource as one that said something here, or as one whose codes did not. */
export function counted({ counts }: Reading, isUnderstood: boolean): boolean {
  if (isUnderstood) counts.understood++
  else counts.unknownCodes++
  return isUnderstood
}

/** Whether a resource was written in error; then it is counted, and says nothing. */
export function isInError({ counts }: Reading, status: unknown): boolean {
  if (status !== 'entered-in-error') return false
  counts.enteredInError++
  return true
}
