import { isReaderOnly, isYes } from '@facialis/wire'
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useMe } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { entryLimit, factOf } from '../../pathway.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import type { Drafting } from '../../patient/use-draft.ts'
import { useLive } from '../../patient/use-live.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { FactField } from '../../pieces/fact-field.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { dateWords } from '../../words/dates.ts'
import { Chips } from './chips.tsx'
import { ConsequencePanel } from './consequence-panel.tsx'
import { FindingsTable } from './findings-table.tsx'
import classes from './imaging.module.css'
import { SideColumns } from './side-columns.tsx'
import { regions, sequenceGroups } from './study-fields.ts'
import { acknowledge, newIn, type Read, readAct, setField, toggleIn } from './study-read.ts'
import { words } from './words.ts'

type ReadFormProps = Readonly<{ draft: Drafting<Read>; onDone: (saved: string | null) => void }>

/** The structured two-sided read, with what it would change beside it while it is typed. */
export function ReadForm({ draft, onDone }: ReadFormProps) {
  const { view, born } = useOpenPatient()
  const { today, patient } = view
  const mayAcknowledge = useMayRecord('imaging-acknowledged')
  const asReader = isReaderOnly(useMe().data?.account?.roles ?? [])
  const read = draft.content
  const acting = useAct(patient.id)
  const act = useMemo(() => readAct(read, { today, asReader }), [read, today, asReader])
  // What the account will say about the reader is part of what saving would change.
  const asSaved = useMemo(() => readAct(read, { today, asReader: false }), [read, today])
  const { live, behind } = useLive(asSaved)
  const change = draft.change
  const limit = useMemo(() => entryLimit('study', { today, born }), [today, born])

  const save = async () => {
    if (act === null) return
    const outcome = await acting.act(act, words.read.saved)
    if (!outcome.ok) return
    await draft.discard()
    onDone(read.completes ?? newIn(view.chart, outcome.value.chart))
  }
  const discard = async () => {
    await draft.discard()
    onDone(null)
  }
  const field = (id: string) => {
    const fact = factOf(id)
    return (
      fact !== null && (
        <FactField
          key={id}
          fact={fact}
          value={read.fields[id]}
          onChange={(value) => change((now) => setField(now, id, value))}
          problem={acting.problemAtField(0, id)}
          canBeUnknown={fact.type !== 'set'}
        />
      )
    )
  }
  const members = (id: string): readonly string[] => {
    const value = read.fields[id]
    return Array.isArray(value) ? (value as readonly string[]) : []
  }
  const scanned = read.date === '' ? '' : dateWords(read.date)

  return (
    <section className={classes.reading} aria-label={words.read.title}>
      <Stack gap="md">
        <Panel title={words.read.title}>
          <Stack gap="sm">
            {read.completes !== null && <Text c="dimmed">{words.read.ofStudy(scanned)}</Text>}
            {read.replaces !== null && <Text c="dimmed">{words.read.replaces(scanned)}</Text>}
            <DateField
              label={words.read.scanned}
              readOnly={read.completes !== null}
              text={read.date}
              limit={limit}
              problem={acting.problemAt('entries[0].date')}
              onChange={(date) => change((now) => ({ ...now, date }))}
            />
            {field('study.modality')}
            <fieldset className={classes.plain}>
              <legend>{words.read.sequences}</legend>
              <div className={classes.groups}>
                {sequenceGroups.map(({ id, sequences }) => (
                  <Chips
                    key={id}
                    label={words.read.groups[id]}
                    values={sequences}
                    chosen={members('study.sequences')}
                    onToggle={(one) => change((now) => toggleIn(now, 'study.sequences', one))}
                  />
                ))}
              </div>
            </fieldset>
            <Chips
              label={words.read.coverage}
              values={regions}
              chosen={members('study.coverage')}
              onToggle={(one) => change((now) => toggleIn(now, 'study.coverage', one))}
            />
            {field('study.quality')}
            {field('study.posteriorFossaQuality')}
            {!asReader && field('study.readerRole')}
            {field('study.signed')}
          </Stack>
        </Panel>
        <FindingsTable read={read} mayAttest={!asReader} today={today} onChange={change} />
        <Panel title={words.read.adequacy}>
          <Stack gap="sm">
            {['mri.lesionExcluded', 'study.adequateFor', 'study.inadequateFor', 'mri.dolichoectasia'].map(field)}
          </Stack>
        </Panel>
        <SideColumns read={read} affected={patient.side} onChange={change} />
        <Panel title={words.read.note}>
          <TextBox
            aria-label={words.read.note}
            error={acting.problemAt('note')}
            value={read.note}
            onChange={(note) => change((now) => ({ ...now, note }))}
          />
        </Panel>
        {mayAcknowledge && (
          <Checkbox
            label={words.read.acknowledge}
            checked={isYes(read.fields['study.acknowledged'])}
            onChange={(event) => {
              const day = event.currentTarget.checked ? today : null
              change((now) => acknowledge(now, day))
            }}
          />
        )}
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button onClick={() => void save()} disabled={act === null} loading={acting.saving}>
            {words.read.save}
          </Button>
          <Button variant="default" onClick={() => void discard()}>
            {words.read.discard}
          </Button>
          <Text size="sm" c="dimmed">
            {act === null && words.read.needs}
          </Text>
          <DraftLine state={draft.state} />
        </Group>
      </Stack>
      <ConsequencePanel now={view.advice} live={live} behind={behind} today={today} />
    </section>
  )
}
