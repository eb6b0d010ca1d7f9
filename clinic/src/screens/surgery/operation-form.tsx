import { Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMe } from '../../api/queries.ts'
import { factOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import type { FieldValue } from '../../pieces/fact-value.ts'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { SideWord } from '../../pieces/side-word.tsx'
import { sideWords } from '../../words/clinical.ts'
import { EntryFields } from '../follow-up/entry-fields.tsx'
import { SaveLine } from '../follow-up/save-line.tsx'
import { entryOfKind, nothingTyped, only, readTyped, withTyped } from '../follow-up/typed.ts'
import { ChoiceField } from './choice-field.tsx'
import { Prognosis } from './prognosis.tsx'
import classes from './surgery.module.css'
import { words } from './words.ts'

const found = ['operation.vesselSeen', 'operation.vessels', 'operation.pattern', 'operation.site']
const changes = ['operation.baepLatencyShift', 'operation.baepAmplitudeFall', 'operation.baepWaveV']
const own = ['date', 'note']

/** The operative record on one screen: side written out, what was found and done, monitoring as typed by its team. */
export function OperationForm() {
  const { view } = useOpenPatient()
  const { today, patient } = view
  const me = useMe()
  const draft = useDraft(`patient.${patient.id}.operation`, nothingTyped, readTyped)
  const acting = useAct(patient.id)
  const typed = draft.content
  const day = typeof typed.date === 'string' ? typed.date : ''
  const side = typed['operation.side']
  const hasBaseline = typed['operation.baepBaselineTyped'] === 'yes'
  const note = typeof typed.note === 'string' ? typed.note.trim() : ''
  const mayRecord = me.data?.account?.roles.includes('surgeon') ?? true
  const wrongSide =
    (side === 'left' || side === 'right') && patient.side !== null && patient.side !== 'both' && patient.side !== side

  const set = (id: string, value: FieldValue) =>
    draft.change((now) => {
      const next = withTyped(now, id, value)
      // Changes stand against a baseline; without one nothing of them is kept.
      return id === 'operation.baepBaselineTyped' && value !== 'yes'
        ? only(next, (one) => !changes.includes(one))
        : next
    })
  const save = async () => {
    const fields = only(typed, (id) => !own.includes(id))
    const outcome = await acting.act({
      kind: 'operation',
      date: today,
      entries: [entryOfKind('operation', day, fields)],
      ...(note === '' ? {} : { note }),
    })
    if (!outcome.ok) return
    notifications.show({ message: words.saved, color: 'harbour' })
    await draft.discard()
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
  const theatre = factOf('theatreDate')

  return (
    <Panel title={words.operation.title}>
      <p className={classes.soft}>{mayRecord ? words.operation.text : words.operation.notYours}</p>
      {mayRecord && (
        <>
          <div className={classes.pairs}>
            <div className={classes.controls}>
              {theatre !== null && (
                <FactField
                  fact={theatre}
                  question={words.operation.date}
                  value={day === '' ? undefined : day}
                  onChange={(value) => set('date', value)}
                  today={today}
                  canBeUnknown={false}
                />
              )}
              <ChoiceField
                id="operation.kind"
                labels={words.operation.kinds}
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
              {wrongSide && patient.side !== null && (
                <Notice
                  tone="blocked"
                  role="alert"
                  title={words.operation.sideWarning(sideWords[patient.side], sideWords[side])}
                />
              )}
            </div>
          </div>
          <h3 className={classes.part}>{words.operation.found}</h3>
          {fields(found)}
          <div className={classes.controls}>
            <span />
            <ChoiceField
              id="operation.technique"
              labels={words.operation.techniques}
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
          <Textarea
            label={words.operation.team}
            description={words.operation.teamHint}
            autosize
            mt="sm"
            value={typeof typed.note === 'string' ? typed.note : ''}
            onChange={(event) => set('note', event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
          />
          <SaveLine
            label={words.operation.save}
            ready={day !== '' && typeof typed['operation.kind'] === 'string' && typeof side === 'string'}
            saving={acting.saving}
            problem={acting.problem}
            draft={draft.state}
            onSave={() => void save()}
            onDiscard={() => void draft.discard()}
          />
        </>
      )}
    </Panel>
  )
}
