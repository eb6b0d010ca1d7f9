import type { PatientIdentity } from '@facialis/wire'
import { Volume2Icon } from 'lucide-react'
import { sideWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './injection.module.css'
import { words } from './words.ts'

type TimeOutProps = Readonly<{
  patient: PatientIdentity
  side: 'left' | 'right' | 'both' | null
  product: string | null
  lot: string
}>

/** The line that is read aloud before the needle: name, birth date, side in words, product, lot. */
export const TimeOut = ({ patient, side, product, lot }: TimeOutProps) => (
  <section className={classes.timeOut} aria-label={words.timeOut.title}>
    <Volume2Icon size={20} aria-hidden />
    <strong>{patient.name}</strong>
    <span>{words.timeOut.born(patient.birthDate === null ? words.unknown : dateWords(patient.birthDate))}</span>
    <strong className={classes.sideWord}>{side === null ? words.timeOut.noSide : sideWords[side]}</strong>
    <span>{product ?? words.timeOut.noProduct}</span>
    <span>{lot.trim() === '' ? words.timeOut.noLot : words.timeOut.lot(lot.trim())}</span>
  </section>
)
