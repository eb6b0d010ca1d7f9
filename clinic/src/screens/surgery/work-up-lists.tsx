import { Anchor } from '@mantine/core'
import { CalendarIcon, CheckIcon, CircleDashedIcon, ClockAlertIcon, TriangleAlertIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { passagesOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { siteNumber } from '../../patient/site-number.ts'
import { Notice } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { ownerWords } from '../../words/clinical.ts'
import { dateWords, distanceWords, laterBy } from '../../words/dates.ts'
import { audiogramPart, lineForAudiogram } from './audiogram.tsx'
import classes from './surgery.module.css'
import { words } from './words.ts'
import { holdsBooking, holdsTheatre, type Line } from './work-up-lines.ts'

type WorkUpListsProps = Readonly<{
  lines: readonly Line[]
  /** The day of the operation; null while none is set. */
  theatre: string | null
  /** By what a line is answered here; null where it is answered elsewhere, or not by whoever looks. */
  controls: (line: Line) => ReactNode
}>

/** What is needed before theatre is booked, and before the person goes there; above each list what still holds it. */
export function WorkUpLists({ lines, theatre, controls }: WorkUpListsProps) {
  const { policy } = useOpenPatient().view
  const bookHeld = lines.filter(holdsBooking)
  const goHeld = lines.filter(holdsTheatre)
  const due = theatre === null ? null : laterBy(theatre, -siteNumber('goCheckBefore', policy).value)
  const list = (which: Line['list']) => (
    <ul className={classes.lines}>
      {lines
        .filter((line) => line.list === which)
        .map((line) => (
          <ChecklistLine key={line.id} line={line} controls={controls(line)} />
        ))}
    </ul>
  )
  return (
    <>
      <Notice
        tone={bookHeld.length === 0 ? 'permitted' : 'caution'}
        title={
          bookHeld.length === 0
            ? words.work.bookReady
            : words.work.bookHeld(bookHeld.map((line) => line.text).join('; '))
        }
      />
      <h3 className={classes.part}>{words.work.book}</h3>
      {list('book')}
      <h3 className={classes.part}>{words.work.go}</h3>
      <Notice
        tone={goHeld.length === 0 ? 'permitted' : 'caution'}
        title={
          goHeld.length === 0
            ? words.work.goReady
            : words.work.goHeld(goHeld.length, due === null ? '' : dateWords(due))
        }
      />
      {list('go')}
    </>
  )
}

const icons = {
  done: CheckIcon,
  planned: CalendarIcon,
  'too-old': ClockAlertIcon,
  missing: CircleDashedIcon,
  'not-asked': TriangleAlertIcon,
} as const

function ChecklistLine({ line, controls }: Readonly<{ line: Line; controls: ReactNode }>) {
  const { view, recorded } = useOpenPatient()
  const isForAudiogram = line.id === lineForAudiogram(view.advice)
  const Icon = icons[line.state]
  const lastToxin = line.id === 'toxin-told' ? recorded.entries('session')[0]?.date : undefined
  const screen = line.id === 'mri' ? 'imaging' : line.id === 'scores' ? 'follow-up' : line.id === 'grounds' ? '' : null
  return (
    <li
      id={isForAudiogram ? audiogramPart : undefined}
      className={classes.line}
      data-asks={controls === null ? 'nothing' : undefined}
    >
      <span className={classes.state} data-state={line.state}>
        <Icon size={18} aria-hidden /> {words.work.states[line.state]}
      </span>
      <div className={classes.what}>
        <strong>{line.text}</strong> <PassageButton passages={passagesOf(line.passages)} today={view.today} />
        <div className={classes.meta}>
          {line.date !== null && <span>{dateWords(line.date)}</span>}
          {line.countsUntil !== null && <span>{words.work.counts(dateWords(line.countsUntil))}</span>}
          <span>{words.work.owner(ownerWords(line.owner))}</span>
          {line.state === 'too-old' && line.overridable && <span>{words.work.accept}</span>}
          {line.list === 'go' && line.state !== 'done' && line.holds === 'nothing' && (
            <span>{words.work.neverHolds}</span>
          )}
          {lastToxin != null && (
            <span>{words.work.lastToxin(dateWords(lastToxin), distanceWords(lastToxin, view.today))}</span>
          )}
        </div>
      </div>
      <div className={classes.controls}>
        {controls ??
          (screen !== null && (
            <Anchor component={Link} size="sm" to={`/patients/${encodeURIComponent(view.patient.id)}/${screen}`}>
              {words.work.elsewhere}
            </Anchor>
          ))}
      </div>
    </li>
  )
}
