import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords } from '../../words/dates.ts'
import { firstVisitId } from '../patient/first-visit.tsx'
import { NotedFields } from './noted-fields.tsx'
import { answersIn, entryOfKind, noteIn, nothingTyped, readTyped } from './typed.ts'
import { words } from './words.ts'

const asked = ['missed.why'] as const

/** An appointment that did not take place. What was due stays due on its day. */
export function MissedVisit() {
  const { view } = useOpenPatient()
  const { today } = view
  const draft = useDraft(`patient.${view.patient.id}.missed-visit`, nothingTyped, readTyped)
  const acting = useAct(view.patient.id)
  const fields = answersIn(draft.content)
  const note = noteIn(draft.content).trim()
  const save = async () => {
    const outcome = await acting.act(
      {
        kind: 'missed-visit',
        date: today,
        entries: [entryOfKind('missed-visit', today, fields)],
        ...(note === '' ? {} : { note }),
      },
      words.saved,
    )
    if (!outcome.ok) return
    await draft.discard()
  }
  return (
    <Panel title={words.missed.title}>
      <Text c="dimmed" mb="xs">
        {words.missed.text}
      </Text>
      <OfTheFirst />
      <NotedFields
        ids={asked}
        draft={draft}
        acting={acting}
        problemAt={(id) => acting.problemAtField(0, id)}
        today={today}
        words={words.missed}
        ready={asked.every((id) => typeof fields[id] === 'string')}
        onSave={() => void save()}
      />
    </Panel>
  )
}

/** What becomes of a first visit that is booked: one of today or earlier is the one that did not take place. */
function OfTheFirst() {
  const { view } = useOpenPatient()
  const { on = null, missed = null } = view.firstVisit ?? {}
  const day = missed ?? on
  if (day === null) return null
  const said = missed !== null ? words.missed.isOver : day <= view.today ? words.missed.willBeOver : words.missed.stays
  return (
    <Text my="xs">
      {said(dateWords(day))}{' '}
      {(missed !== null || day > view.today) && (
        <Anchor component={Link} to={`/patients/${encodeURIComponent(view.patient.id)}#${firstVisitId}`} inherit>
          {words.missed.book}
        </Anchor>
      )}
    </Text>
  )
}
