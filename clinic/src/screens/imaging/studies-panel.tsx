import { isYes } from '@facialis/wire'
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { addressOf } from '../../api/client.ts'
import { factLabel } from '../../pathway.ts'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { NotCountedLines } from '../../patient/not-counted.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { Strike, useMayStrike } from '../../patient/strike.tsx'
import { FileList } from '../../pieces/file-list.tsx'
import { intoView } from '../../pieces/into-view.ts'
import { Panel } from '../../pieces/panel.tsx'
import type { RecordedEntry } from '../../recorded.ts'
import { valueWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { Acknowledge } from './acknowledge.tsx'
import { AnsweredLine } from './answered-line.tsx'
import classes from './imaging.module.css'
import { OutstandingLine } from './outstanding-line.tsx'
import { RegisterForm } from './register-form.tsx'
import { RelevanceForm } from './relevance-form.tsx'
import { sideField, sides } from './study-fields.ts'
import { completing, emptyRead, type Read, reReading } from './study-read.ts'
import { foundIn, requestsIn, type StudyState, studyState } from './study-state.ts'
import { words } from './words.ts'

type StudiesPanelProps = Readonly<{
  onRead: (read: Read) => void
  /** The study whose read was saved a moment ago. */
  saved: string | null
}>

/** Every scan with where it stands, and the one thing it waits for. */
export function StudiesPanel({ onRead, saved }: StudiesPanelProps) {
  const { view, recorded } = useOpenPatient()
  const mayRead = useMayRecord('imaging-read')
  const mayAcknowledge = useMayRecord('imaging-acknowledged')
  const mayJudge = useMayRecord('relevance')
  const mayStrike = useMayStrike()
  const [registering, setRegistering] = useState(false)
  const [judging, setJudging] = useState<string | null>(null)
  const [acknowledging, setAcknowledging] = useState<string | null>(null)
  const [striking, setStriking] = useState<string | null>(null)
  const [registered, setRegistered] = useState<string | null>(null)
  const fresh = registered ?? saved
  const studies = recorded.entries('study')
  const { waiting, answered } = requestsIn(recorded.entries('imaging-order'), studies)
  return (
    <Panel
      id="studies"
      title={words.studies.title}
      actions={
        mayRead && (
          <Group gap="xs">
            <Button variant="default" size="xs" onClick={() => setRegistering(!registering)}>
              {words.studies.register}
            </Button>
            <Button size="xs" onClick={() => onRead(emptyRead)}>
              {words.studies.readNew}
            </Button>
          </Group>
        )
      }
    >
      {registering && (
        <RegisterForm
          onDone={(study) => {
            if (study !== null) setRegistered(study)
            setRegistering(false)
          }}
        />
      )}
      <NotCountedLines kinds={['study', 'imaging-order']} />
      {studies.length === 0 && waiting.length === 0 && <Text c="dimmed">{words.studies.none}</Text>}
      {waiting.map((order) => (
        <OutstandingLine key={order.id} order={order} />
      ))}
      {studies.map((study) => {
        const state = studyState(study)
        const date = study.date === null ? words.unknown : dateWords(study.date)
        return (
          <section
            key={study.id}
            className={classes.study}
            aria-label={date}
            data-fresh={study.id === fresh}
            ref={study.id === fresh ? intoView : undefined}
          >
            <div className={classes.studyLine}>
              <b>{date}</b>
              {study.id === fresh && <b className={classes.fresh}>{words.studies.fresh}</b>}
              <span>{valueWords(String(study.fields['study.modality'] ?? ''))}</span>
              <span className={classes.state} data-tone={toneOf[state]}>
                {words.studies.state[state]}
              </span>
              <span className={classes.soft}>{summary(study, state)}</span>
              <Group gap={4} ml="auto">
                {mayRead && (state === 'unread' || state === 'not-structured' || state === 'unsigned') && (
                  <Button
                    size="compact-sm"
                    aria-label={words.studies.read(date)}
                    onClick={() => onRead(completing(study))}
                  >
                    {words.studies.readShort}
                  </Button>
                )}
                {mayAcknowledge && state === 'to-acknowledge' && (
                  <Button
                    size="compact-sm"
                    aria-label={words.studies.acknowledge(date)}
                    aria-expanded={acknowledging === study.id}
                    onClick={() => setAcknowledging(acknowledging === study.id ? null : study.id)}
                  >
                    {words.studies.acknowledgeShort}
                  </Button>
                )}
                {mayJudge && foundIn(study).length > 0 && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={words.studies.relevance(date)}
                    onClick={() => setJudging(judging === study.id ? null : study.id)}
                  >
                    {words.studies.relevanceShort}
                  </Button>
                )}
                {mayRead && (state === 'to-acknowledge' || state === 'acknowledged') && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={words.studies.reRead(date)}
                    onClick={() => onRead(reReading(study))}
                  >
                    {words.studies.reReadShort}
                  </Button>
                )}
                {mayStrike && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={words.studies.strike(date)}
                    onClick={() => setStriking(striking === study.id ? null : study.id)}
                  >
                    {words.studies.strikeShort}
                  </Button>
                )}
              </Group>
            </div>
            {acknowledging === study.id && state === 'to-acknowledge' && (
              <Acknowledge study={study} onDone={() => setAcknowledging(null)} />
            )}
            {striking === study.id && <Strike entry={study} onDone={() => setStriking(null)} />}
            {judging === study.id && <RelevanceForm study={study} onDone={() => setJudging(null)} />}
          </section>
        )
      })}
      {answered.map(({ order, by }) => (
        <AnsweredLine key={order.id} order={order} by={by} />
      ))}
      {view.attachments.length > 0 && (
        <section aria-label={words.studies.attachments}>
          <p className={classes.soft}>{words.studies.attachments}</p>
          <FileList
            files={view.attachments}
            addressOf={(file) =>
              addressOf('/api/patients/:id/attachments/:file', { params: { id: view.patient.id, file } })
            }
          />
        </section>
      )}
    </Panel>
  )
}

const toneOf: Readonly<Record<StudyState, 'caution' | 'notice' | 'permitted'>> = {
  unread: 'caution',
  'not-structured': 'caution',
  unsigned: 'caution',
  'to-acknowledge': 'notice',
  acknowledged: 'permitted',
}

/** What was found, who read it and what was seen of the vessel, in one line. */
function summary(study: RecordedEntry, state: StudyState): string {
  if (state === 'unread' || state === 'not-structured') return ''
  const found = foundIn(study).map((id) =>
    study.fields[id] === 'present'
      ? factLabel(id)
      : `${factLabel(id)} (${valueWords(String(study.fields[id])).toLowerCase()})`,
  )
  const role = study.fields['study.readerRole']
  return [
    found.length === 0 ? words.studies.nothingFound : words.studies.found(found.join(', ')),
    typeof role === 'string' ? words.studies.reader(valueWords(role).toLowerCase()) : '',
    isYes(study.fields['study.normalStatement']) ? words.studies.attested : '',
    ...sides.map((side) => {
      const contact = study.fields[sideField(side, 'contact')]
      return typeof contact === 'string' ? words.studies.vessel(side, valueWords(contact).toLowerCase()) : ''
    }),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
