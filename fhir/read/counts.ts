import type { CodeMeaning } from '@facialis/language'
import type { ConceptMeaning } from '../terms/concept-meaning.ts'

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

type Counting = Readonly<{ counts: Counts }>

/** Counts a resource by whether its codes say anything here. @returns whether they do */
export function noted(reading: Counting, understood: ConceptMeaning): boolean {
  return counted(reading, isAnything(reading, understood))
}

/** Whether something is understood at all; codes nobody has confirmed are noted. */
export function isAnything({ counts }: Counting, { rows, measures }: ConceptMeaning): boolean {
  for (let i = 0; i < rows.length; i++) {
    const { code } = rows[i] as CodeMeaning
    if (code.confirmed) continue
    const name = `${code.system} ${code.code}`
    if (!counts.unconfirmedCodes.includes(name)) counts.unconfirmedCodes.push(name)
  }
  return rows.length + measures.length > 0
}

/** Counts a resource as one that said something here, or as one whose codes did not. */
export function counted({ counts }: Counting, isUnderstood: boolean): boolean {
  if (isUnderstood) counts.understood++
  else counts.unknownCodes++
  return isUnderstood
}

/** Whether a resource was written in error; then it is counted, and says nothing. */
export function isInError({ counts }: Counting, status: unknown): boolean {
  if (status !== 'entered-in-error') return false
  counts.enteredInError++
  return true
}
