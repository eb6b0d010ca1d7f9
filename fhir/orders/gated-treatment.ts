import type { Code, Day, Entry, Fact } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'

/** A treatment that a gate stands before, as data of the pathway. */
export type GatedTreatment = Readonly<{
  /** The kind of entry that records it was given. */
  entry: Entry
  /** What it was given for; these words stand behind the gate, and so does silence. */
  indication: Fact
  covers: readonly string[]
  /** Names, or parts of names, of what it is covered for, by which people tell a reason in words. Lower case. */
  reasons: readonly string[]
  /** Those of them that somebody has to read where they stand beside another reason. */
  readBeside: readonly string[]
  /** Codes of reasons it is covered for, heard before it is ordered or given, and by nobody who reads what was. */
  reasonCodes: readonly Code[]
  /** Codes of what is done only where it is covered, so that no other code beside one of these says it is done elsewhere. */
  doneThere: readonly Code[]
  /** Codes of what is mostly done with it elsewhere: beside one of those, nobody can tell to which of them a reason belongs. */
  doneElsewhere: readonly Code[]
  /** The yes/no field that says whether it was given at this site. */
  givenHere: Fact
  /** Names, or parts of names, by which people write it where they use no code. Lower case. */
  names: readonly string[]
  /** Words that mostly mean it, and may mean something else: somebody reads where they stand. Lower case. */
  likeNames: readonly string[]
  /** How a text begins that tells of an act by which it is mostly given, when it is done for what the gate stands before. Lower case. */
  likeActs: readonly string[]
  /** Words that say it is another act. Lower case. */
  otherActs: readonly string[]
  /** The ends of names that words may go on from: "onabotulin" is in "onabotulinumtoxinA", also where somebody slipped. */
  stems: readonly string[]
  /** How words for something else begin that are like a name, such as a disease. */
  otherWords: readonly string[]
}>

/**
 * `order`: somebody wants it given. `prospective`: this site gives it, today or later or on no stated day. `history`:
 * it was given before, or elsewhere. `other-indication`: the treatment, for something this pathway does not gate.
 * `unresolved`: a medicine that is only referred to, by a reference nobody could follow. `unnamed`: one that
 * is told by codes alone of which nobody here can tell what they are. `none`: none of these.
 */
export type Recognised = 'order' | 'prospective' | 'history' | 'other-indication' | 'unresolved' | 'unnamed' | 'none'

export type Recognising = Readonly<{
  today: Day
  zone: string
  /** Follows a reference to a stored resource, or to one in the same bundle. */
  find?: (reference: string) => Resource | null
  /** Whether somebody named as performer works here; without it, everybody does. */
  isOurs?: (performer: JsonObject) => boolean
  /** Somebody is about to sign it: whatever type it is, it asks for something in words too. */
  isDraft?: boolean
}>
