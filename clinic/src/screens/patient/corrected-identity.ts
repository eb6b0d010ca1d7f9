import type { CorrectedIdentity, PatientIdentity } from '@facialis/wire'
import type { FieldValue } from '../../pieces/fact-value.ts'

type Typed = Readonly<{ name: string; birthDate: FieldValue }>

/** Only what was typed otherwise is sent. */
export const correctedIdentity = (
  known: Pick<PatientIdentity, 'name' | 'birthDate'>,
  { name, birthDate }: Typed,
): CorrectedIdentity => ({
  ...(name.trim() === known.name ? {} : { name: name.trim() }),
  ...(typeof birthDate !== 'string' || birthDate === known.birthDate ? {} : { birthDate }),
})

/** Whether a birth date is known to the day. */
export const isWhole = (birthDate: string | null): boolean => birthDate?.length === 'YYYY-MM-DD'.length
