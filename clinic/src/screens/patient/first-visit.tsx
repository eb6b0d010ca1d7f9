import { parseDate } from '@facialis/language'
import { type PatientView, whyNotBooked } from '@facialis/wire'
import { Button, Group } from '@mantine/core'
import { useCallback } from 'react'
import { useMay } from '../../api/use-may.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { DraftLine } from '../../patient/draft-line.tsx'
import { readText, useDraft } from '../../patient/use-draft.ts'
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
  const { firstVisit, patient, today } = view
  const mayBook = useMay('visit:book')
  if (firstVisit === null) return null
  const { on, missed } = firstVisit
  return (
    <Panel id={firstVisitId} title={words.firstVisit.title}>
      <p className={classes.reach}>
        {on === null ? (
          missed === null ? (
            <span>{words.firstVisit.none}</span>
          ) : (
            <strong>{words.firstVisit.missed(dateWords(missed))}</strong>
          )
        ) : (
          <strong>
            {on < today ? words.firstVisit.passed(dateWords(on)) : words.firstVisit.booked(dateWords(on))}
          </strong>
        )}
        <Contact phone={patient.phone} email={patient.email} />
      </p>
      {mayBook ? <BookVisit view={view} on={on} /> : <Late view={view} on={on} />}
    </Panel>
  )
}

type Booked = Readonly<{ view: PatientView; on: string | null }>

function Late({ view: { advice }, on }: Booked) {
  const late = bookedLate(on, advice.nextSteps)
  return late === null ? null : <p className={classes.reach}>{words.firstVisit.late(dateWords(late))}</p>
}

function BookVisit({ view, on }: Booked) {
  const { patient, version, today } = view
  const draft = useDraft(`patient.${patient.id}.first-visit`, '', readText)
  const text = draft.content
  const booking = useSend('PUT', '/api/patients/:id/first-visit', { params: { id: patient.id }, ifMatch: version })
  const sent = usePersonForm(patient.id, () => void draft.discard())
  const limit = useCallback(({ lo }: Readonly<{ lo: number }>) => whyNotBooked(lo, parseDate(today)?.lo ?? lo), [today])
  const read = readDate(text, { limit, whole: true })
  const day = typeof read.value === 'string' ? read.value : null
  const { problem } = booking
  return (
    <>
      <Late view={view} on={day ?? on} />
      <Form onSend={() => day !== null && void booking.send({ on: day }).then(sent)} problem={problem}>
        <DateField
          label={on === null ? words.firstVisit.day : words.firstVisit.another}
          autoComplete="off"
          limit={limit}
          whole
          text={text}
          problem={booking.problemAt('on')}
          onChange={(typed) => draft.change(typed)}
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
        {text !== '' && <DraftLine state={draft.state} />}
      </Form>
    </>
  )
}
