import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { entryLimit, factOf } from '../../pathway.ts'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { type FieldValue, readDate } from '../../pieces/fact-value.ts'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { SideWord } from '../../pieces/side-word.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { dateWords } from '../../words/dates.ts'
import { EntryFields } from '../follow-up/entry-fields.tsx'
import { SaveLine } from '../follow-up/save-line.tsx'
import { nothingTyped, only, readTyped, withTyped } from '../follow-up/typed.ts'
import { ChoiceField } from './choice-field.tsx'
import { asksAgain, operationAct, sideSaidTwice } from './operation-act.ts'
import { OtherSide } from './other-side.tsx'
import { Prognosis } from './prognosis.tsx'
import classes from './surgery.module.css'
import { words } from './words.ts'

const found = ['operation.vesselSeen', 'operation.vessels', 'operation.pattern', 'operation.site']
const changes = ['operation.baepLatencyShift', 'operation.baepAmplitudeFall', 'operation.baepWaveV']

type OperationFormProps = Readonly<{
  /** The day has come or is near. Until then the form waits behind a press, unless something was typed into it. */
  expected: boolean
  /** The day for which theatre is booked, where it is known. */
  theatre: string | null
}>

/** A day of the operation before that of its booking: it was brought forward, or one of the two is a slip. */
const isEarlier = (day: FieldValue, theatre: string): boolean =>
  typeof day === 'string' && day < theatre.slice(0, day.length)

/** The operative record on one screen: side written out, what was found and done, monitoring as typed by its team. */
export function OperationForm({ expected, theatre }: OperationFormProps) {
  const { view, born } = useOpenPatient()
  const { today, patient } = view
  const draft = useDraft(`patient.${patient.id}.operation`, nothingTyped, readTyped)
  const acting = useAct(patient.id)
  const typed = draft.content
  const typedDay = typeof typed.date === 'string' ? typed.date : ''
  const limit = useMemo(() => entryLimit('operation', { today, born }), [today, born])
  const day = readDate(typedDay, { limit }).value
  const side = typed['operation.side']
  const hasBaseline = typed['operation.baepBaselineTyped'] === 'yes'
  const mayRecord = useMayRecord('operation')
  // The same question the server asks: which sides are worth saying twice is the pathway's to know.
  const asked = useMemo(() => asksAgain(typed, view), [typed, view])

  const [begun, setBegun] = useState<'pressed' | 'typed' | null>(null)
  // Once open it stays open, also when the last answer in it is taken back.
  if (begun === null && Object.keys(typed).length > 0) setBegun('typed')
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (begun === 'pressed') form.current?.querySelector('input')?.focus()
  }, [begun])
  if (mayRecord && !expected && begun === null)
    return (
      <Panel title={words.operation.title}>
        <p className={classes.soft}>{words.operation.notYet}</p>
        <Button variant="default" onClick={() => setBegun('pressed')}>
          {words.operation.begin}
        </Button>
      </Panel>
    )

  const set = (id: string, value: FieldValue) =>
    draft.change((now) => {
      const next = withTyped(now, id, value)
      // Changes stand against a baseline; without one nothing of them is kept.
      return id === 'operation.baepBaselineTyped' && value !== 'yes'
        ? only(next, (one) => !changes.includes(one))
        : next
    })
  const save = async () => {
    if (
      !(await acting.act(operationAct(typed, { day: String(day), today, asksAgain: asked !== null }), words.saved)).ok
    )
      return
    await draft.discard()
    setBegun(null)
  }
  const fields = (ids: readonly string[]) => (
    <EntryFields
      ids={ids}
      typed={typed}
      onChange={set}
      problemAt={(id) => acting.problemAtField(0, id)}
      today={today}
    />
  )

  return (
    <Panel title={words.operation.title}>
      <p className={classes.soft}>{mayRecord ? words.operation.text : words.operation.notYours}</p>
      {mayRecord && (
        <div ref={form}>
          <div className={classes.pairs}>
            <div className={classes.controls}>
              <DateField
                label={words.operation.date}
                text={typedDay}
                limit={limit}
                today={today}
                problem={acting.problemAt('entries[0].date')}
                onChange={(text) => set('date', text === '' ? undefined : text)}
              />
              {theatre !== null && isEarlier(day, theatre) && (
                <Notice tone="caution" role="note" title={words.operation.bookedLater(dateWords(theatre))}>
                  {words.operation.orMoved(dateWords(String(day)), String(factOf('theatreDate')?.question))}
                </Notice>
              )}
              <ChoiceField
                id="operation.kind"
                values={['mvd', 're-exploration', 'other']}
                value={typed['operation.kind']}
                onChange={(value) => set('operation.kind', value)}
              />
            </div>
            <div className={classes.controls}>
              <span>
                {words.operation.sideLine}: <SideWord side={patient.side} />
              </span>
              <EntryFields
                ids={['operation.side']}
                typed={typed}
                onChange={set}
                problemAt={(id) => acting.problemAtField(0, id)}
                today={today}
                canBeUnknown={false}
              />
              {asked !== null && <OtherSide title={words.operation.sideWarning(asked)} typed={typed} onChange={set} />}
            </div>
          </div>
          <h3 className={classes.part}>{words.operation.found}</h3>
          {fields(found)}
          <div className={classes.controls}>
            <span />
            <ChoiceField
              id="operation.technique"
              values={['transposition', 'interposition', 'both', 'other']}
              value={typed['operation.technique']}
              onChange={(value) => set('operation.technique', value)}
            />
          </div>
          <h3 className={classes.part}>{words.operation.monitoring}</h3>
          <p className={classes.soft}>{words.operation.monitoringText}</p>
          {fields(['operation.lsrAtEnd'])}
          <Prognosis lsr={typed['operation.lsrAtEnd']} today={today} />
          <div className={classes.controls}>
            {fields(['operation.baepBaselineTyped'])}
            {hasBaseline ? fields(changes) : <p className={classes.soft}>{words.operation.noBaseline}</p>}
          </div>
          <TextBox
            label={words.operation.team}
            description={words.operation.teamHint}
            error={acting.problemAt('note')}
            mt="sm"
            value={typeof typed.note === 'string' ? typed.note : ''}
            onChange={(text) => set('note', text === '' ? undefined : text)}
          />
          <SaveLine
            label={words.operation.save}
            ready={
              typeof day === 'string' &&
              typeof typed['operation.kind'] === 'string' &&
              typeof side === 'string' &&
              (asked === null || sideSaidTwice(typed))
            }
            saving={acting.saving}
            problem={acting.problem}
            draft={draft.state}
            onSave={() => void save()}
            onDiscard={() => void draft.discard()}
          />
        </div>
      )}
    </Panel>
  )
}
