import { type Changes, crowdOf } from '@facialis/engine'
import { type Asking, type Decision, memoiseWeak, type Pathway, type Policy } from '@facialis/language'
import type { WhatIf } from '@facialis/wire'
import type { Charted, Charts } from '../board/charts.ts'
import type { CoreContext } from '../core/core-context.ts'
import { policyInForce } from '../core/policy.ts'
import { dayNumber } from '../core/site-day.ts'
import { movesIn, stepsAndAlertsIn } from './change-counts.ts'
import { movedPeople } from './moved-people.ts'

/** Who would be told otherwise today, were these numbers set; they lie within their bounds. */
export type AskWhatIf = (values: Policy, told: Readonly<{ names: boolean }>) => Promise<WhatIf>

/** Milliseconds after which whoever asks is told how far the reading is. */
const patience = 400

export function openWhatIf(context: CoreContext, charts: Charts): AskWhatIf {
  const meeting = openMeeting()
  /** Without the stepping stones between decisions, and without what only informs. */
  const toldOf = (pathway: Pathway, { moves, steps, alerts }: Changes, decisions: readonly Decision[]): Changes => ({
    moves: moves.filter(({ decision }) => !(decisions[decision] as Decision).inner),
    steps,
    alerts: alerts.filter(({ alert }) => pathway.alerts[alert]?.severity !== 'info'),
  })

  return async (values, { names }) => {
    const read = await within(patience, charts.everybody())
    if (read === null) return { state: 'reading', ...charts.progress() }
    const { people, unread } = read
    const today = context.today()
    const pathway = context.versions.newest
    const now: Asking = { asOf: dayNumber(today), policy: await policyInForce(context) }
    const then: Asking = { ...now, policy: { ...now.policy, ...values } }
    const crowd = meeting(pathway, people, now)
    const stage = crowd.decisions.indexOf(pathway.stage)
    const closed = pathway.stage.answers.indexOf('closed')
    const asked = crowd.changes(then.policy).flatMap((changes, at) => {
      const isClosed = crowd.answer(stage, at) === closed && !changes.moves.some(({ decision }) => decision === stage)
      return isClosed ? [] : [{ person: people[at] as Charted, changes: toldOf(pathway, changes, crowd.decisions) }]
    })
    const changed = asked.filter(({ changes }) => Object.values(changes).some(({ length }) => length > 0))
    return {
      state: 'answered',
      today,
      people: asked.length,
      changing: changed.length,
      followingEarlier: asked.filter(({ person }) => person.follows !== pathway.version).length,
      moving: changed.filter(({ changes }) => changes.moves.length > 0).length,
      moves: movesIn(crowd, changed),
      ...stepsAndAlertsIn(pathway, changed),
      unread: { people: unread.length, who: names ? unread : null },
      who: names ? movedPeople({ pathway, crowd, now, then }, changed) : null,
    }
  }
}

/** The crowd of everybody, met again only when somebody's record, the day, a number in force or the version that counts has changed. */
function openMeeting() {
  // Made when it is first asked for: it holds a program of its own.
  const crowds = memoiseWeak(crowdOf)
  let met: readonly Charted[] = []
  let asked = ''
  return (pathway: Pathway, people: readonly Charted[], now: Asking) => {
    const crowd = crowds(pathway)
    const asking = JSON.stringify([pathway.version, now])
    if (asked !== asking || met.length !== people.length || people.some((person, at) => person !== met[at])) {
      crowd.meet(
        people.map(({ chart }) => chart),
        now,
      )
      met = people
      asked = asking
    }
    return crowd
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
