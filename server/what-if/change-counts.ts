import { type CountedMove, type Crowd, countedMoves, countMoves, noMoves } from '@facialis/engine'
import type { Pathway } from '@facialis/language'
import type { WhatIf } from '@facialis/wire'
import type { Changed } from './moved-people.ts'

type Answered = Extract<WhatIf, { state: 'answered' }>

/** How many people move from which answer to which, decision by decision. */
export function movesIn({ decisions }: Pick<Crowd, 'decisions'>, changed: readonly Changed[]): Answered['moves'] {
  const counts = noMoves(decisions)
  for (const { changes } of changed) countMoves(counts, decisions, changes.moves)
  return decisions.flatMap((decision, at) => countedMoves(decision, counts[at] as number[]).map(told))
}

const told = ({ decision, ...move }: CountedMove) => ({ decision: decision.id, ...move })

/** For how many people which step stands otherwise and which alert comes or goes, in the order of the pathway. */
export function stepsAndAlertsIn(pathway: Pathway, changed: readonly Changed[]): Pick<Answered, 'steps' | 'alerts'> {
  const steps = changed.flatMap(({ changes }) =>
    changes.steps.map(({ step, from, to }) => ({ step, from: from?.state ?? null, to: to?.state ?? null })),
  )
  const alerts = changed.flatMap(({ changes }) => changes.alerts)
  return {
    steps: counted(steps, ({ step }) => step).map(({ one: { step, from, to }, people }) => ({
      step: at(pathway.steps, step).id,
      from,
      to,
      people,
    })),
    alerts: counted(alerts, ({ alert }) => alert).map(({ one: { alert, isRaised }, people }) => ({
      alert: at(pathway.alerts, alert).id,
      isRaised,
      people,
    })),
  }
}

/** Equal ones once, with how many there are. */
function counted<T extends object>(all: readonly T[], order: (one: T) => number) {
  const groups = [...Map.groupBy(all, (one) => JSON.stringify(one)).values()]
  return groups
    .map((group) => ({ one: group[0] as T, people: group.length }))
    .sort((a, b) => order(a.one) - order(b.one) || b.people - a.people)
}

const at = <T>(list: readonly T[], index: number): T => list[index] as T
