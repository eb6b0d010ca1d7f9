import type { PatientIdentity } from '@facialis/wire'
import { PhoneLink } from '../pieces/phone-link.tsx'
import { SideWord } from '../pieces/side-word.tsx'
import { ageWords, dateWords } from '../words/dates.ts'
import classes from './identity-header.module.css'
import { words } from './words.ts'

type IdentityHeaderProps = Readonly<{
  patient: Readonly<{ name: string | null }> & Pick<PatientIdentity, 'birthDate' | 'side' | 'interpreter' | 'phone'>
  today: string
}>

/** Name, birth date and side, written out on every screen of a person: the line read aloud at a time-out. */
export function IdentityHeader({ patient, today }: IdentityHeaderProps) {
  const age = ageWords(patient.birthDate, today)
  return (
    <section className={classes.header} aria-label={words.identity}>
      <strong className={classes.name}>{patient.name ?? words.nameUnknown}</strong>
      <span>
        {patient.birthDate === null ? words.bornUnknown : `${words.born} ${dateWords(patient.birthDate)}`}
        {age !== null && ` (${words.years(age)})`}
      </span>
      <SideWord side={patient.side} />
      {patient.interpreter !== null && <span>{words.interpreter(patient.interpreter)}</span>}
      {patient.phone !== null && <PhoneLink phone={patient.phone} />}
    </section>
  )
}
