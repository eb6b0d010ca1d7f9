import { mayState, type PlainValue } from '@facialis/wire'
import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useMe } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import type { FieldValue } from '../../pieces/fact-value.ts'
import { plainWords } from '../../words/plain-words.ts'
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
  const [facts, setFacts] = useState<Readonly<Record<string, FieldValue>>>({})
  const said = Object.fromEntries(
    Object.entries(facts).filter((pair): pair is [string, PlainValue] => pair[1] !== undefined),
  )
  const save = async () => {
    if (!(await acting.act({ kind: 'visit', date: view.today, facts: said })).ok) return
    notifications.show({ message: words.impossible.saved, color: 'harbour' })
    setFacts({})
  }
  return (
    <details id="impossible" className={classes.impossible}>
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
                value={facts[id]}
                onChange={(value) => setFacts((now) => ({ ...now, [id]: value }))}
                problem={acting.problemAtFact(id)}
                note={standing === null || standing.why !== null ? undefined : plainWords(fact, standing.value)}
              />
            )
          )
        })}
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button
            variant="default"
            onClick={() => void save()}
            disabled={Object.keys(said).length === 0}
            loading={acting.saving}
          >
            {words.impossible.save}
          </Button>
        </Group>
      </Stack>
    </details>
  )
}
