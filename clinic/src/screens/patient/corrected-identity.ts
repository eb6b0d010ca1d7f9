import type { CorrectedIdentity, PatientIdentity } from '@facialis/wire'
import type { FieldValue } from '../../pieces/fact-value.ts'

/** What stood there when the form was begun; an empty birth date was not known. */
export type Known = Readonly<{ name: string; birthDate: string }>
/** A birth date that is not known is null; one that cannot be read yet is not sent. */
type Typed = Readonly<{ name: string; birthDate: FieldValue }>

/** Only what was typed otherwise is sent. */
export function correctedIdentity(known: Known, { name, birthDate }: Typed): CorrectedIdentity {
  const isSaid = typeof birthDate === 'string' || birthDate === null
  return {
    ...(name.trim() === known.name ? {} : { name: name.trim() }),
    ...(isSaid && (birthDate ?? '') !== known.birthDate ? { birthDate } : {}),
  }
}

type Who = Pick<PatientIdentity, 'name' | 'birthDate'>

/** Who they are once it is saved, to be held against whoever is known: what somebody wrote meanwhile stays, too. */
export const asCorrected = (now: Who, { name, birthDate }: CorrectedIdentity): Who => ({
  name: name ?? now.name,
  birthDate: birthDate === undefined ? now.birthDate : birthDate,
})

/** Whether a birth date is known to the day. */
export const isWhole = (birthDate: string | null): boolean => birthDate?.length === 'YYYY-MM-DD'.length
