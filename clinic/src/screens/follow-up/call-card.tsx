import { Button, Checkbox, Chip, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTeam } from '../../api/queries.ts'
import { readLike } from '../../frame/read-like.ts'
import { checksOfAct } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { dateWords } from '../../words/dates.ts'
import {
  answerLimit,
  type Call,
  type CallReason,
  callAct,
  callReasons,
  emptyCall,
  isEmergency,
  nextWorkingDay,
  openPoint,
} from './call.ts'
import classes from './follow-up.module.css'
import { SaveLine } from './save-line.tsx'
import { ToldFields } from './told-fields.tsx'
import { words } from './words.ts'

const noteWords = {
  reason: (reason: string) => words.call.note.reason(words.call.reasons[reason] ?? reason),
  owner: words.call.note.owner,
  answerBy: (date: string) => words.call.note.answerBy(dateWords(date)),
}
const reasonOptions = Object.entries(words.call.reasons).map(([value, label]) => ({ value, label }))

/** A phone call in half a minute: who, why, the fixed emergency text, who answers by when. */
export function CallCard() {
  const { view, recorded } = useOpenPatient()
  const { today } = view
  const empty = emptyCall(today)
  const draft = useDraft<Call>(`patient.${view.patient.id}.call`, empty, readLike(empty))
  const acting = useAct(view.patient.id)
  const team = useTeam()
  const call = draft.content
  const set = (part: Partial<Call>) => draft.change((now) => ({ ...now, ...part }))
  const open = openPoint(call, today)
  const limit = useMemo(() => answerLimit(today), [today])
  const asked: readonly string[] = call.reason === null ? [] : callReasons[call.reason as CallReason]
  const next = nextWorkingDay(today)

  const chooseReason = (reason: string | null) => {
    const fits: readonly string[] = reason === null ? [] : callReasons[reason as CallReason]
    // A reason that is itself one complaint needs no second press.
    set({ reason, complaints: fits.length === 1 ? [...fits] : call.complaints.filter((one) => fits.includes(one)) })
  }
  const act = useMemo(() => callAct(call, today, noteWords), [call, today])
  // What the pathway says cannot be, as the server will say it too.
  const cannotBe = useMemo(
    () => checksOfAct({ ...view, act }).find(({ effect, truth }) => effect === 'stop' && truth !== 'no'),
    [view, act],
  )
  const save = async () => {
    if (!(await acting.act(act, words.saved)).ok) return
    await draft.discard()
  }

  return (
    <Panel title={words.call.title}>
      <Stack gap="sm">
        <Notice tone="caution" title={words.emergency.title} role="note">
          <Text>{words.emergency.text}</Text>
        </Notice>
        <Checkbox
          label={words.call.identified}
          checked={call.identified}
          onChange={(event) => set({ identified: event.currentTarget.checked })}
        />
        <fieldset className={classes.plain}>
          <legend className={classes.legend}>{words.call.reason}</legend>
          <SegmentedRadio
            asks={words.call.reason}
            name="call-reason"
            options={reasonOptions}
            value={call.reason}
            onChange={chooseReason}
          />
        </fieldset>
        {asked.length > 1 && (
          <fieldset className={classes.plain}>
            <legend className={classes.legend}>{words.call.complaints}</legend>
            <Chip.Group multiple value={[...call.complaints]} onChange={(complaints) => set({ complaints })}>
              <div className={classes.chips}>
                {asked.map((kind) => (
                  <Chip key={kind} value={kind} size="sm">
                    {words.kinds[kind]}
                  </Chip>
                ))}
              </div>
            </Chip.Group>
          </fieldset>
        )}
        {isEmergency(call, { ...view, operations: recorded.entries('operation') }) && (
          <Notice tone="blocked" role="alert" title={words.call.emergencyNow} />
        )}
        <ToldFields
          name="call"
          told={call}
          onChange={set}
          hasComplaint={call.complaints.length > 0}
          problem={acting.problemAtField(1, 'date') ?? cannotBe?.text}
        />
        <TextInput
          label={words.call.owner}
          list="call-owners"
          value={call.owner}
          onChange={(event) => set({ owner: event.currentTarget.value })}
        />
        <datalist id="call-owners">
          {(team.data ?? []).map(({ name, role }) => (
            <option key={name} value={name}>
              {role}
            </option>
          ))}
        </datalist>
        <div>
          <DateField
            label={words.call.answerBy}
            text={call.answerBy}
            whole
            limit={limit}
            onChange={(answerBy) => set({ answerBy })}
          />
          <Group gap="xs" mt={4}>
            <Button variant="default" size="xs" onClick={() => set({ answerBy: today })}>
              {words.call.today}
            </Button>
            <Button variant="default" size="xs" onClick={() => set({ answerBy: next })}>
              {words.call.nextDay(dateWords(next))}
            </Button>
          </Group>
        </div>
        {open !== null && draft.state !== 'empty' && <Text c="dimmed">{words.call.still[open]}</Text>}
        <SaveLine
          label={words.call.save}
          ready={open === null && cannotBe === undefined}
          saving={acting.saving}
          problem={acting.problem}
          draft={draft.state}
          onSave={() => void save()}
          onDiscard={() => void draft.discard()}
        />
      </Stack>
    </Panel>
  )
}
