import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { readLike } from '../../frame/read-like.ts'
import { entryLimit, factOf } from '../../pathway.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { FactField } from '../../pieces/fact-field.tsx'
import { readDate } from '../../pieces/fact-value.ts'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import classes from './injection.module.css'
import { emptyHistory, type HistoryForm as Form, historyAct, type Why } from './past-acts.ts'
import { words } from './words.ts'

const asked = [
  'session.product',
  'session.units',
  'session.side',
  'session.indication',
  'session.relief',
  'session.sideEffects',
  'session.lot',
] as const
const whys: readonly Why[] = ['elsewhere', 'downtime', 'late', 'mistake']

/** What already happened is taken as it is told: a month is a date, and totals without a map are enough. */
export function HistoryForm({ onDone }: Readonly<{ onDone: () => void }>) {
  const { view, born } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const draft = useDraft<Form>(`patient.${view.patient.id}.history`, emptyHistory, readLike(emptyHistory))
  const form = draft.content
  const limit = useMemo(() => entryLimit('session', { today: view.today, born }), [view.today, born])
  const date = readDate(form.date, { limit })
  const act = historyAct({ ...form, date: typeof date.value === 'string' ? date.value : '' }, view.today)
  const put = (part: Partial<Form>) => draft.change((now) => ({ ...now, ...part }))
  const done = () => {
    void draft.discard()
    onDone()
  }
  const save = async () => {
    if (act === null || !(await acting.act(act, words.history.saved)).ok) return
    done()
  }
  return (
    <section className={classes.form} aria-label={words.history.title}>
      <Stack gap="sm">
        <Text>{words.history.text}</Text>
        <DateField
          label={words.history.date}
          maw="20rem"
          text={form.date}
          limit={limit}
          onChange={(date) => put({ date })}
        />
        <fieldset className={classes.plain}>
          <legend>{words.history.why}</legend>
          <SegmentedRadio
            asks={words.history.why}
            name="history-why"
            options={whys.map((value) => ({ value, label: words.history.whys[value] }))}
            value={form.why}
            onChange={(why) => put({ why: whys.find((one) => one === why) ?? null })}
          />
        </fieldset>
        <TextInput
          label={words.history.by}
          maw="20rem"
          value={form.by}
          onChange={(event) => put({ by: event.currentTarget.value })}
        />
        {asked.map((id) => {
          const fact = factOf(id)
          return (
            fact !== null && (
              <FactField
                key={id}
                fact={fact}
                value={form.fields[id]}
                canBeUnknown={id === 'session.units'}
                withSilence={id === 'session.indication'}
                onChange={(value) => draft.change((now) => ({ ...now, fields: { ...now.fields, [id]: value } }))}
                problem={acting.problemAtField(0, id)}
                today={view.today}
              />
            )
          )
        })}
        <Textarea
          label={words.history.note}
          autosize
          value={form.note}
          onChange={(event) => put({ note: event.currentTarget.value })}
        />
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button onClick={() => void save()} disabled={act === null} loading={acting.saving}>
            {words.history.save}
          </Button>
          <Button variant="default" onClick={done}>
            {words.response.cancel}
          </Button>
          {act === null && (
            <Text size="sm" c="dimmed">
              {words.history.needs}
            </Text>
          )}
        </Group>
        <DraftLine state={draft.state} />
      </Stack>
    </section>
  )
}
