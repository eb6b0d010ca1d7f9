import { type Changes, type Crowd, reasonsOf, type StepStatus } from '@facialis/engine'
import { type Asking, type Because, type Decision, formatDay, type Pathway } from '@facialis/language'
import { type Moved, mostMoved, type Ruled, type StepStands } from '@facialis/wire'
import type { Charted } from '../board/charts.ts'

/** Somebody who would be told otherwise, and what. */
export type Changed = Readonly<{ person: Charted; changes: Changes }>
type Asked = Readonly<{ pathway: Pathway; crowd: Pick<Crowd, 'decisions'>; now: Asking; then: Asking }>

/** Who they are: whoever a decision moves first, then whoever falls behind, each by name. */
export function movedPeople(asked: Asked, changed: readonly Changed[]): readonly Moved[] {
  return [...changed]
    .sort((a, b) => placeOf(a) - placeOf(b) || byName.compare(a.person.name, b.person.name))
    .slice(0, mostMoved.listed)
    .map((one, at) => movedPerson(asked, one, at < mostMoved.ruled))
}

const byName = new Intl.Collator('en')

function placeOf({ changes: { moves, steps, alerts } }: Changed): number {
  const [first] = moves
  if (first) return first.decision
  return steps.some(({ to }) => to?.state === 'overdue') || alerts.some(({ isRaised }) => isRaised) ? 1e6 : 2e6
}

function movedPerson({ pathway, crowd, now, then }: Asked, { person, changes }: Changed, isRuled: boolean): Moved {
  const of = changes.moves.map(({ decision }) => crowd.decisions[decision] as Decision)
  const [before, after] = [now, then].map((asking) =>
    isRuled && of.length > 0 ? reasonsOf(pathway, person.chart, { asking, of }) : [],
  ) as [Reasons, Reasons]
  return {
    id: person.id,
    name: person.name,
    birthDate: person.birthDate,
    moves: changes.moves.map(({ from, to }, at) => {
      const { id, answers } = of[at] as Decision
      return {
        decision: id,
        from: answers[from] as string,
        to: answers[to] as string,
        fromRule: telling(before[at], after[at]),
        toRule: telling(after[at], before[at]),
      }
    }),
    steps: changes.steps.map(({ step, from, to }) => ({
      step: (pathway.steps[step] as Pathway['steps'][number]).id,
      from: stepTold(from),
      to: stepTold(to),
    })),
    alerts: changes.alerts.map(({ alert, isRaised }) => ({
      alert: (pathway.alerts[alert] as Pathway['alerts'][number]).id,
      isRaised,
    })),
  }
}

type Reasons = readonly (readonly Because[])[]

/** What makes the difference: the first reason that is not also given on the other side. */
function telling(reasons: readonly Because[] = [], others: readonly Because[] = []): Ruled | null {
  const own = reasons.find(({ text }) => !others.some((other) => other.text === text)) ?? reasons[0]
  return own ? { rule: own.rule, text: own.text } : null
}

const stepTold = (stands: StepStatus | null): StepStands | null =>
  stands && {
    state: stands.state,
    urgency: stands.urgency,
    dueBy: stands.due === null ? null : formatDay(stands.due),
  }
