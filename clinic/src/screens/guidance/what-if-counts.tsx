import type { WhatIf } from '@facialis/wire'
import { answerWords, decisionTitle, stateWords } from '../../words/clinical.ts'
import { Flow } from './flow.tsx'
import { alertText, stepLabel } from './moved-person.tsx'
import classes from './what-if.module.css'
import { words } from './what-if-words.ts'

export type Told = Extract<WhatIf, { state: 'answered' }>
type Row = Readonly<{ about: string; from: string; to: string; people: number }>

/** How many move from what to what: decisions first, then steps and alerts. */
export function WhatIfCounts({ told }: Readonly<{ told: Told }>) {
  const most = Math.max(1, ...[...told.moves, ...told.steps, ...told.alerts].map(({ people }) => people))
  const stepState = (state: string | null) => (state === null ? words.notCalledFor : stateWords(state))
  return (
    <div>
      <Rows
        title={words.decisions}
        most={most}
        rows={told.moves.map(({ decision, from, to, people }) => ({
          about: decisionTitle(decision),
          from: answerWords(from),
          to: answerWords(to),
          people,
        }))}
      />
      <Rows
        title={words.steps}
        most={most}
        rows={told.steps.map(({ step, from, to, people }) => ({
          about: stepLabel(step),
          from: stepState(from),
          to: from === to ? words.otherDay : stepState(to),
          people,
        }))}
      />
      <Rows
        title={words.alerts}
        most={most}
        rows={told.alerts.map(({ alert, isRaised, people }) => ({
          about: alertText(alert),
          from: isRaised ? words.notRaised : words.raised,
          to: isRaised ? words.raised : words.notRaised,
          people,
        }))}
      />
    </div>
  )
}

function Rows({ title, most, rows }: Readonly<{ title: string; most: number; rows: readonly Row[] }>) {
  if (rows.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      {[...Map.groupBy(rows, ({ about }) => about)].map(([about, alike]) => (
        <div key={about} className={classes.about}>
          <div>{about}</div>
          {alike.map(({ from, to, people }) => (
            <Flow key={`${from} ${to}`} from={from} to={to} people={people} most={most} />
          ))}
        </div>
      ))}
    </section>
  )
}
