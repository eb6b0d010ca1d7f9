import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { readLike } from '../../frame/read-like.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { useLive } from '../../patient/use-live.ts'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { ownerWords, urgencyWords } from '../../words/clinical.ts'
import { dateWords, daysBetween } from '../../words/dates.ts'
import { saidWords } from '../../words/plain-words.ts'
import { SaveLine } from '../follow-up/save-line.tsx'
import { ToldFields } from '../follow-up/told-fields.tsx'
import { words as followUp } from '../follow-up/words.ts'
import {
  callSlots,
  emptyPostOpCall,
  hasEmergency,
  nothingFound,
  type PostOpCall,
  postOpCallAct,
  script,
  unasked,
  yesses,
} from './post-op-call.ts'
import classes from './surgery.module.css'
import { words } from './words.ts'

const yesNo = [
  { value: 'yes', label: saidWords.yes },
  { value: 'no', label: saidWords.no },
]
const name = (kind: string): string => (followUp.kinds[kind] ?? kind).toLowerCase()

/** The nurse's script of days 3, 7, 10 to 14 and 30; what a yes opens is shown before saving. */
export function PostOpCallScript({ operation }: Readonly<{ operation: string }>) {
  const { view, recorded } = useOpenPatient()
  const { today } = view
  const empty = useMemo(() => emptyPostOpCall(today), [today])
  const draft = useDraft<PostOpCall>(`patient.${view.patient.id}.post-op-call`, empty, readLike(empty))
  const acting = useAct(view.patient.id)
  const call = draft.content
  const set = (part: Partial<PostOpCall>) => draft.change((now) => ({ ...now, ...part }))
  const day = daysBetween(operation, today) ?? 0
  const act = useMemo(
    () =>
      postOpCallAct(call, {
        today,
        day,
        say: { ...words.call.note, name },
      }),
    [call, today, day],
  )
  const found = yesses(call)
  const { live } = useLive(found.length === 0 ? null : act)
  const known = new Set(view.advice.nextSteps.map((step) => step.id))
  const opened = live.ok && found.length > 0 ? live.advice.nextSteps.filter((step) => !known.has(step.id)) : []
  const answered = script.length - unasked(call)
  const slots = callSlots(operation, today, recorded.entries('visit'), view.policy)

  const save = async () => {
    if (!(await acting.act(act, words.saved)).ok) return
    await draft.discard()
  }

  return (
    <Panel title={words.call.title}>
      <ul className={classes.slots} aria-label={words.call.slots}>
        {slots.map((slot) => (
          <li key={slot.day} className={classes.slot} data-state={slot.state}>
            <strong>{words.call.slot(slot.day)}</strong>
            {words.call.slotStates[slot.state](dateWords(slot.done ?? slot.due))}
          </li>
        ))}
      </ul>
      <Stack gap="sm">
        <Notice tone="caution" title={words.call.emergency.title} role="note">
          <Text>{words.call.emergency.text}</Text>
        </Notice>
        <Text>{words.call.expected}</Text>
        <Group justify="space-between">
          <Text c="dimmed" size="sm">
            {words.call.text}
          </Text>
          <Button variant="light" size="xs" onClick={() => draft.change(nothingFound)}>
            {words.call.nothing}
          </Button>
        </Group>
        <div className={classes.script}>
          {script.map(({ id, kind }) => (
            <fieldset key={id} className={classes.ask}>
              <legend>{words.call.ask[id]}</legend>
              <SegmentedRadio
                asks={words.call.ask[id]}
                name={`post-op-${id}`}
                options={yesNo}
                value={call.answers[kind] ?? null}
                onChange={(answer) => {
                  const { [kind]: _, ...others } = call.answers
                  set({ answers: answer === null ? others : { ...others, [kind]: answer } })
                }}
              />
            </fieldset>
          ))}
          <fieldset className={classes.ask}>
            <legend>{words.call.mood}</legend>
            <SegmentedRadio
              asks={words.call.mood}
              name="post-op-mood"
              options={yesNo}
              value={call.lowMood}
              onChange={(lowMood) => set({ lowMood })}
            />
          </fieldset>
        </div>
        {call.lowMood === 'yes' && <Notice tone="notice" title={words.call.moodYes} />}
        {hasEmergency(call) && <Notice tone="blocked" role="alert" title={words.call.emergencyNow} />}
        <ToldFields name="post-op" told={call} onChange={set} hasComplaint={found.length > 0} labels={words.call}>
          {found.length > 0 && (
            <Notice
              tone="notice"
              role="status"
              title={opened.length === 0 ? words.call.opensNothing : words.call.opens}
            >
              <List size="sm">
                {opened.map((step) => (
                  <List.Item key={step.id}>
                    <strong>{step.label}</strong> ({urgencyWords(step.urgency)}, {ownerWords(step.owner)}
                    {step.dueBy !== null && `, ${dateWords(step.dueBy)}`})
                  </List.Item>
                ))}
              </List>
            </Notice>
          )}
        </ToldFields>
        {answered > 0 && unasked(call) > 0 && <Text c="dimmed">{words.call.unasked(unasked(call))}</Text>}
        <SaveLine
          label={words.call.save}
          ready={answered > 0 || call.status !== null}
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
