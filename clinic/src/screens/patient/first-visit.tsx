import { parseDate } from '@facialis/language'
import { type PatientView, whyNotBooked } from '@facialis/wire'
import { Button, Group } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useMay } from '../../api/use-may.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Contact } from '../../pieces/contact.tsx'
import { DateField } from '../../pieces/date-field.tsx'
import { readDate } from '../../pieces/fact-value.ts'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords } from '../../words/dates.ts'
import { bookedLate } from './booked-late.ts'
import classes from './patient.module.css'
import { usePersonForm } from './use-person-form.ts'
import { words } from './words.ts'

/** The part of the page to which a link for whoever arranges a first visit leads. */
export const firstVisitId = 'first-visit'

/** For which day somebody is booked whom nobody here has seen; whoever arranges it rings, and writes it down here. */
export function FirstVisit({ view }: Readonly<{ view: PatientView }>) {
  const { firstVisit, patient, version, today, advice } = view
  const mayBook = useMay('visit:book')
  const [text, setText] = useState('')
  const booking = useSend('PUT', '/api/patients/:id/first-visit', { params: { id: patient.id }, ifMatch: version })
  const sent = usePersonForm(patient.id, () => setText(''))
  const limit = useCallback(({ lo }: Readonly<{ lo: number }>) => whyNotBooked(lo, parseDate(today)?.lo ?? lo), [today])
  if (firstVisit === null) return null
  const { on } = firstVisit
  const read = readDate(text, { limit, whole: true })
  const day = typeof read.value === 'string' ? read.value : null
  const late = bookedLate(day ?? on, advice.nextSteps)
  const { problem } = booking
  return (
    <Panel id={firstVisitId} title={words.firstVisit.title}>
      <p className={classes.reach}>
        {on === null ? (
          <span>{words.firstVisit.none}</span>
        ) : (
          <strong>
            {on < today ? words.firstVisit.passed(dateWords(on)) : words.firstVisit.booked(dateWords(on))}
          </strong>
        )}
        <Contact phone={patient.phone} email={patient.email} />
      </p>
      {late !== null && <p className={classes.reach}>{words.firstVisit.late(dateWords(late))}</p>}
      {mayBook && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (day !== null) void booking.send({ on: day }).then(sent)
          }}
        >
          <DateField
            label={on === null ? words.firstVisit.day : words.firstVisit.another}
            autoComplete="off"
            limit={limit}
            whole
            text={text}
            problem={booking.problemAt('on')}
            onChange={setText}
          />
          {problem !== null && problem.where !== 'on' && <ErrorPanel problem={problem} />}
          <Group mt="xs">
            <Button type="submit" size="xs" disabled={day === null || day === on} loading={booking.sending}>
              {words.firstVisit.book}
            </Button>
            {on !== null && (
              <Button
                size="xs"
                variant="default"
                disabled={booking.sending}
                onClick={() => void booking.send({ on: null }).then(sent)}
              >
                {words.firstVisit.notAnyMore}
              </Button>
            )}
          </Group>
        </form>
      )}
    </Panel>
  )
}
