import { useMe } from '../../api/queries.ts'
import { factOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords } from '../../words/dates.ts'
import { plainWords } from '../../words/plain-words.ts'
import { NotedFields } from '../follow-up/noted-fields.tsx'
import { nothingTyped, readTyped } from '../follow-up/typed.ts'
import classes from './injection.module.css'
import { reviewAct, reviewFields } from './review.ts'
import { words } from './words.ts'

/** After two poor sessions: the diagnosis is asked again before more units are given. Shown while it is due, and once done. */
export function ReviewPanel() {
  const { view, recorded } = useOpenPatient()
  const me = useMe().data
  const draft = useDraft(`patient.${view.patient.id}.non-response-review`, nothingTyped, readTyped)
  const acting = useAct(view.patient.id)
  const isDue = view.advice.nextSteps.some(({ id }) => id === 'review-non-response')
  const [last] = recorded.entries('non-response-review')
  if (!isDue && last === undefined) return null
  const act = reviewAct(draft.content, view.today)
  const save = async () => {
    if (act === null || !(await acting.act(act, words.review.saved)).ok) return
    await draft.discard()
  }
  const conclusion = factOf('review.conclusion')
  return (
    <Panel id="review" title={words.review.title}>
      {last !== undefined && conclusion !== null && (
        <p className={classes.soft}>
          {words.review.last(
            last.date === null ? words.unknown : dateWords(last.date),
            plainWords(conclusion, last.fields['review.conclusion']),
          )}
        </p>
      )}
      {isDue && <p className={classes.soft}>{words.review.text}</p>}
      {isDue && me !== undefined && me.records.visit === undefined && (
        <p className={classes.soft}>{words.review.who}</p>
      )}
      {isDue && me?.records.visit !== undefined && (
        <NotedFields
          ids={reviewFields}
          draft={draft}
          acting={acting}
          problemAt={(id) => acting.problemAtField(0, id)}
          today={view.today}
          words={words.review}
          ready={act !== null}
          onSave={() => void save()}
        />
      )}
    </Panel>
  )
}
