import type { PlainValue } from '@facialis/wire'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import { chairAct, chairBy, chairFacts, chairLine } from './chair.ts'
import classes from './injection.module.css'
import { PillLine } from './pill-line.tsx'
import { words } from './words.ts'

type ChairLineProps = Readonly<{
  answered: boolean
  answers: Readonly<Record<string, PlainValue>>
  onAnswer: (fact: string, value: PlainValue | undefined) => void
  onSaved: () => void
}>

/** The list asked on the day: one press when nothing is new, or the single items. Its result is one line. */
export function ChairLine({ answered, answers, onAnswer, onSaved }: ChairLineProps) {
  const { view, recorded } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const mayAsk = useMayRecord('at-chair')
  const [opened, setOpened] = useState(false)
  const [again, setAgain] = useState(false)
  const said = Object.keys(answers).length > 0
  const save = async () => {
    if (!(await acting.act(chairAct(answers, view.today))).ok) return
    onSaved()
    setOpened(false)
    setAgain(false)
  }
  const asking = !answered || again
  const line = chairLine(recorded, view.today)
  return (
    <PillLine
      place="chair"
      label={words.chair.title}
      tone={asking ? 'caution' : line === words.chair.clear ? 'permitted' : 'notice'}
      title={
        <>
          {words.chair.title}:{' '}
          <span role="status">{answered ? `${words.chair.done(chairBy(recorded))}${line}` : words.chair.not}</span>
        </>
      }
      actions={
        !mayAsk ? null : asking ? (
          <Group gap="xs">
            <Button size="xs" onClick={() => void save()} loading={acting.saving}>
              {said ? words.chair.restNothing : words.chair.nothingNew}
            </Button>
            <Button variant="default" size="xs" aria-expanded={opened} onClick={() => setOpened(!opened)}>
              {opened ? words.chair.closeList : words.chair.openList}
            </Button>
          </Group>
        ) : (
          <Button variant="default" size="xs" onClick={() => setAgain(true)}>
            {words.chair.again}
          </Button>
        )
      }
    >
      {((asking && opened) || acting.problem !== null) && (
        <>
          {asking && opened && (
            <div className={classes.list}>
              {chairFacts.map((fact) => (
                <FactField
                  key={fact.id}
                  fact={fact}
                  value={answers[fact.id]}
                  canBeUnknown={false}
                  onChange={(value) => onAnswer(fact.id, value)}
                  problem={acting.problemAtFact(fact.id)}
                />
              ))}
            </div>
          )}
          {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        </>
      )}
    </PillLine>
  )
}
