import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { readLike } from '../../frame/read-like.ts'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { dateWords } from '../../words/dates.ts'
import { type Closing, closureAct, isWhole, nothingClosed, stillWaiting } from './closure.ts'
import classes from './follow-up.module.css'
import { SaveLine } from './save-line.tsx'
import { words } from './words.ts'

const hows = Object.entries(words.closure.hows).map(([value, label]) => ({ value, label }))

/** The end of an episode: how, why, and how the person comes back. */
export function Closure() {
  const { view, recorded } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const draft = useDraft<Closing>(`patient.${view.patient.id}.closure`, nothingClosed, readLike(nothingClosed))
  const mayClose = useMayRecord('closure')
  const [asked, setAsked] = useState(false)
  const closing = draft.content
  const state = recorded.fact('episode.closed')
  const closed = typeof state?.value === 'string' && state.value !== 'no' ? state.value : null
  const waiting = stillWaiting(view.advice)
  const set = (part: Partial<Closing>) => draft.change((now) => ({ ...now, ...part }))

  const close = async () => {
    const { notes } = words.closure
    const say = { ...notes, how: (how: string) => notes.how(words.closure.hows[how] ?? how) }
    if (!(await acting.act(closureAct(closing, view.today, say), words.saved)).ok) return
    setAsked(false)
    await draft.discard()
  }
  const reopen = async () => {
    await acting.act(
      {
        kind: 'closure',
        date: view.today,
        facts: { 'episode.closed': 'no' },
        note: words.closure.reopenReason,
      },
      words.saved,
    )
  }

  if (closed !== null)
    return (
      <Panel title={words.closure.title}>
        <Text>
          {words.closure.closed(words.closure.hows[closed] ?? closed, state?.date == null ? '' : dateWords(state.date))}
        </Text>
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        {closed !== 'deceased' && mayClose && (
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={() => void reopen()} loading={acting.saving}>
              {words.closure.reopen}
            </Button>
          </Group>
        )}
      </Panel>
    )

  if (!mayClose || (!asked && (draft.state === 'empty' || draft.state === 'opening')))
    return (
      <Panel title={words.closure.title}>
        <Group justify="space-between">
          <Text>{words.closure.open}</Text>
          {mayClose && (
            <Button variant="default" onClick={() => setAsked(true)}>
              {words.closure.start}
            </Button>
          )}
        </Group>
      </Panel>
    )

  return (
    <Panel title={words.closure.title}>
      <Stack gap="sm">
        {waiting.length > 0 && (
          <Notice tone="caution" title={words.closure.waiting}>
            <List size="sm">
              {waiting.map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </Notice>
        )}
        <fieldset className={classes.plain}>
          <legend className={classes.legend}>{words.closure.how}</legend>
          <SegmentedRadio
            asks={words.closure.how}
            name="closure-how"
            options={hows}
            value={closing.how}
            onChange={(how) => set({ how })}
          />
        </fieldset>
        <TextBox label={words.closure.reason} value={closing.reason} onChange={(reason) => set({ reason })} />
        {closing.how !== 'deceased' && (
          <TextBox
            label={words.closure.wayBack}
            description={words.closure.wayBackHint}
            value={closing.wayBack}
            onChange={(wayBack) => set({ wayBack })}
          />
        )}
        <SaveLine
          label={words.closure.save}
          ready={isWhole(closing)}
          saving={acting.saving}
          problem={acting.problem}
          draft={draft.state}
          onSave={() => void close()}
          onDiscard={() => {
            setAsked(false)
            void draft.discard()
          }}
        />
      </Stack>
    </Panel>
  )
}
