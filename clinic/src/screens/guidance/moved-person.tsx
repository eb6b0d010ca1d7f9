import type { Moved, StepStands } from '@facialis/wire'
import { Link } from 'react-router'
import { pathway } from '../../pathway.ts'
import { answerWords, decisionTitle, stateWords, urgencyWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './what-if.module.css'
import { words } from './what-if-words.ts'

const stepLabels = new Map(pathway.steps.map(({ id, label }) => [id, label]))
const alertTexts = new Map(pathway.alerts.map(({ id, text }) => [id, text]))
export const stepLabel = (id: string): string => stepLabels.get(id) ?? id
export const alertText = (id: string): string => alertTexts.get(id) ?? id

/** Somebody who would be told otherwise: what, from what to what, and by which rule. */
export function MovedPerson({ person }: Readonly<{ person: Moved }>) {
  return (
    <li className={classes.person}>
      <div>
        <Link to={`/patients/${encodeURIComponent(person.id)}`}>{person.name}</Link>{' '}
        {person.birthDate !== null && <span className={classes.soft}>{dateWords(person.birthDate)}</span>}
      </div>
      <ul className={classes.changes}>
        {person.moves.map(({ decision, from, to, fromRule, toRule }) => (
          <li key={decision}>
            {decisionTitle(decision)}: {answerWords(from)} → <strong>{answerWords(to)}</strong>
            {fromRule !== null && <Rule when={words.now} {...fromRule} />}
            {toRule !== null && <Rule when={words.instead} {...toRule} />}
          </li>
        ))}
        {person.steps.map(({ step, from, to }) => (
          <li key={step}>
            {stepLabel(step)}: {standsWords(from, to)} → <strong>{standsWords(to, from)}</strong>
          </li>
        ))}
        {person.alerts.map(({ alert, isRaised }) => (
          <li key={alert}>
            {isRaised ? words.raised : words.notRaised}: {alertText(alert)}
          </li>
        ))}
      </ul>
    </li>
  )
}

const Rule = ({ when, rule, text }: Readonly<{ when: string; rule: string; text: string }>) => (
  <div className={classes.rule}>
    {when} {rule}: {text}
  </div>
)

/** How a step stands, and of its urgency only what is another on the other side. */
function standsWords(stands: StepStands | null, other: StepStands | null): string {
  if (stands === null) return words.notCalledFor
  const { state, urgency, dueBy } = stands
  const parts = [
    stateWords(state),
    ...(dueBy === null ? [] : [`by ${dateWords(dueBy)}`]),
    ...(other !== null && other.urgency !== urgency ? [urgencyWords(urgency).toLowerCase()] : []),
  ]
  return parts.join(', ')
}
