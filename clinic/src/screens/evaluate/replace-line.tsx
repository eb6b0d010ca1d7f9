import { mayState, type PlainValue } from '@facialis/wire'
import { Button } from '@mantine/core'
import { useMe } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factLabel } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { focusQuestion } from './focus-question.ts'
import classes from './outcome-line.module.css'
import { conclusion } from './procedure.ts'
import { words } from './words.ts'

const asConclusion: readonly string[] = conclusion

type ReplaceLineProps = Readonly<{ id: string; value: PlainValue | undefined; onReplaced: () => void }>

/**
 * Below an answer that contradicts another of today: the way to put it in that one’s place, saved at once. A conclusion is
 * replaced by no press: two signatures of one day stand against each other, and that is said before the second.
 */
export function ReplaceLine({ id, value, onReplaced }: ReplaceLineProps) {
  const { patient, today } = useOpenPatient().view
  const acting = useAct(patient.id)
  const isConclusion = asConclusion.includes(id)
  const corrects = useMe().data?.records.correction
  const may = corrects !== undefined && mayState(corrects.facts, id)
  const { disagree, contradicts, signedBoth, signed } = words.replace
  const [both, beside] = isConclusion ? [signedBoth, signed] : [disagree, contradicts]
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
        {value === undefined ? both : beside} {!may && !isConclusion && words.replace.who}
      </p>
      {may && !isConclusion && value !== undefined && (
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
