import { type Changes, whatIfOf } from '@facialis/engine'
import type { Asking, Decision, Policy } from '@facialis/language'
import type { WhatIf } from '@facialis/wire'
import type { Charts } from '../board/charts.ts'
import type { Ground } from '../ground.ts'
import { policyInForce } from '../policy.ts'
import { dayNumber } from '../site-day.ts'
import { movesIn, stepsAndAlertsIn } from './countings.ts'
import { keptStands } from './kept-stands.ts'
import { type Changed, movedPeople } from './moved-people.ts'

/** Who would be told otherwise today, were these numbers set; they lie within their bounds. */
export type AskWhatIf = (values: Policy, told: Readonly<{ names: boolean }>) => Promise<WhatIf>

/** Milliseconds after which whoever asks is told how far the reading is. */
const patience = 400
/** So many people are asked about before others are served. */
const atOnce = 200

export function openWhatIf(ground: Ground, charts: Charts): AskWhatIf {
  const { pathway } = ground
  const quick = whatIfOf(pathway)
  const standsNow = keptStands(quick)
  const stage = quick.decisions.indexOf(pathway.stage)
  const closed = pathway.stage.answers.indexOf('closed')

  /** Without the stepping stones between decisions, and without what only informs. */
  const toldOf = ({ moves, steps, alerts }: Changes): Changes => ({
    moves: moves.filter(({ decision }) => !(quick.decisions[decision] as Decision).inner),
    steps,
    alerts: alerts.filter(({ alert }) => pathway.alerts[alert]?.severity !== 'info'),
  })

  return async (values, { names }) => {
    const people = await within(patience, charts.everybody())
    if (people === null) return { state: 'reading', ...charts.progress() }
    const today = ground.today()
    const inForce = await policyInForce(ground)
    const now: Asking = { asOf: dayNumber(today), policy: inForce }
    const then: Asking = { ...now, policy: { ...inForce, ...values } }
    const set = Object.keys(values).filter((id) => values[id] !== inForce[id])
    const reach = quick.reach(set)
    const changed: Changed[] = []
    let current = 0
    for (const [at, person] of people.entries()) {
      if (at % atOnce === atOnce - 1) await new Promise((resolve) => setImmediate(resolve))
      const stands = standsNow(person, now)
      const changes = quick.changes(person.chart, stands, { asking: then, reach })
      const isClosed = stands.answers[stage] === closed && changes.moves.every(({ decision }) => decision !== stage)
      if (isClosed) continue
      current++
      const told = toldOf(changes)
      if (told.moves.length + told.steps.length + told.alerts.length > 0) changed.push({ person, changes: told })
    }
    return {
      state: 'answered',
      today,
      people: current,
      changing: changed.length,
      moving: changed.filter(({ changes }) => changes.moves.length > 0).length,
      moves: movesIn(quick, changed),
      ...stepsAndAlertsIn(pathway, changed),
      who: names ? movedPeople({ pathway, quick, now, then }, changed) : null,
    }
  }
}

/** What was promised, unless it takes longer than this. */
async function within<T>(ms: number, promised: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null)
  })
  // Whoever asks again is told what went wrong.
  promised.catch(() => {})
  return Promise.race([promised, late]).finally(() => clearTimeout(timer))
}
