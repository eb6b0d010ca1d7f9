import { Button, Group } from '@mantine/core'
import { useMemo } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { readText, useDraft } from '../../patient/use-draft.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { readDate } from '../../pieces/fact-value.ts'
import type { RecordedEntry } from '../../recorded.ts'
import { valueWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './imaging.module.css'
import { PrintRequest } from './print-request.tsx'
import { bookingAct, bookingLimit } from './request.ts'
import { words } from './words.ts'

type OutstandingLineProps = Readonly<{ order: RecordedEntry }>

/** A request without its images yet; its day can be written down or moved here. */
export function OutstandingLine({ order }: OutstandingLineProps) {
  const mayBook = useMayRecord('imaging-order')
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const draft = useDraft(`patient.${view.patient.id}.scan-day.${order.id}`, '', readText)
  const day = draft.content
  const limit = useMemo(() => bookingLimit(view.today, order.date), [view.today, order.date])
  const { value } = readDate(day, { limit })
  const booked = order.fields['order.bookedFor']
  const asked = order.date === null ? words.unknown : dateWords(order.date)
  const save = async () => {
    if (typeof value === 'string' && (await acting.act(bookingAct(order, value, view.today))).ok) await draft.discard()
  }
  return (
    <section className={classes.study} aria-label={words.studies.orderOf(asked)}>
      <div className={classes.studyLine}>
        <b>{words.studies.orderOf(asked)}</b>
        <span>{valueWords(String(order.fields['order.modality'] ?? ''))}</span>
        <span className={classes.state} data-tone="caution">
          {words.studies.outstanding}
        </span>
        <span className={classes.soft}>
          {typeof booked === 'string' ? words.studies.booked(dateWords(booked)) : words.studies.notBooked}
        </span>
        <Group gap={4} ml="auto" align="flex-start">
          <PrintRequest order={order} />
          {mayBook && (
            <>
              <DateField
                size="xs"
                width="9rem"
                aria-label={words.studies.bookedFor(asked)}
                text={day}
                limit={limit}
                problem={acting.problemAtField(0, 'order.bookedFor')}
                onChange={(typed) => draft.change(typed)}
              />
              <Button
                size="xs"
                variant="default"
                aria-label={words.studies.bookPress(asked)}
                disabled={typeof value !== 'string'}
                loading={acting.saving}
                onClick={() => void save()}
              >
                {words.studies.book}
              </Button>
            </>
          )}
        </Group>
      </div>
      {day !== '' && <DraftLine state={draft.state} />}
      {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
    </section>
  )
}
