import { mayState } from '@facialis/wire'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useMe } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factOf } from '../../pathway.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import { plainWords } from '../../words/plain-words.ts'
import { isEmpty, nothingTyped, readTyped, withTyped } from '../follow-up/typed.ts'
import classes from './imaging.module.css'
import { words } from './words.ts'

const asked = ['mri.impossible', 'mri.impossibleReason', 'mri.declined', 'mri.declinedCapacity'] as const

/** Why there will be no MRI: recorded with its reason, and clearing nothing. */
export function ImpossiblePanel() {
  const me = useMe().data
  // A doctor's to say; for everybody else it would be refused.
  return me !== undefined && !mayState(me.records.visit?.facts ?? [], asked[0]) ? null : <Impossible />
}

function Impossible() {
  const { view, recorded } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const draft = useDraft(`patient.${view.patient.id}.no-mri`, nothingTyped, readTyped)
  const said = draft.content
  const save = async () => {
    if (!(await acting.act({ kind: 'visit', date: view.today, facts: said }, words.impossible.saved)).ok) return
    await draft.discard()
  }
  return (
    <details id="impossible" className={classes.impossible} open={draft.restored !== null || undefined}>
      <summary>{words.impossible.title}</summary>
      <Stack gap="sm" mt="sm">
        <Text size="sm">{words.impossible.text}</Text>
        {asked.map((id) => {
          const fact = factOf(id)
          const standing = recorded.fact(id)
          return (
            fact !== null && (
              <FactField
                key={id}
                fact={fact}
                value={said[id]}
                onChange={(value) => draft.change((now) => withTyped(now, id, value))}
                problem={acting.problemAtFact(id)}
                note={standing === null || standing.why !== null ? undefined : plainWords(fact, standing.value)}
              />
            )
          )
        })}
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button variant="default" onClick={() => void save()} disabled={isEmpty(said)} loading={acting.saving}>
            {words.impossible.save}
          </Button>
          <DraftLine state={draft.state} />
        </Group>
      </Stack>
    </details>
  )
}
