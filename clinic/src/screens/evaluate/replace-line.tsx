import { mayState, type PlainValue } from '@facialis/wire'
import { Button } from '@mantine/core'
import { useMe } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factLabel } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { focusQuestion } from './focus-question.ts'
import classes from './outcome-line.module.css'
import { words } from './words.ts'

type ReplaceLineProps = Readonly<{ id: string; value: PlainValue | undefined; onReplaced: () => void }>

/** Below an answer that contradicts another of today: the way to put it in that one’s place, saved at once. */
export function ReplaceLine({ id, value, onReplaced }: ReplaceLineProps) {
  const { patient, today } = useOpenPatient().view
  const acting = useAct(patient.id)
  const corrects = useMe().data?.records.correction
  const may = corrects !== undefined && mayState(corrects.facts, id)
  const replace = async () => {
    if (value === undefined || acting.saving) return
    const act = { kind: 'correction', date: today, facts: { [id]: value } } as const
    if (!(await acting.act(act, words.replace.saved)).ok) return
    onReplaced()
    // What was pressed is gone: the focus must not fall to the top of the page.
    requestAnimationFrame(() => focusQuestion(id, 'stay'))
  }
  return (
    <div className={classes.outcome}>
      <p className={classes.quiet}>
        {value === undefined ? words.replace.disagree : words.replace.contradicts} {!may && words.replace.who}
      </p>
      {may && value !== undefined && (
        <Button
          size="xs"
          variant="default"
          aria-label={words.replace.pressOf(factLabel(id))}
          loading={acting.saving}
          onClick={() => void replace()}
        >
          {words.replace.press}
        </Button>
      )}
      {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
    </div>
  )
}
