import { type Advice, parseDate } from '@facialis/language'
import type { BoardRow } from '@facialis/wire'
import type { Ground } from '../ground.ts'
import { type OpenRecord, openChart } from '../patient/open-chart.ts'
import { policyInForce } from '../policy.ts'
import { rowOf } from './row.ts'

/**
 * Everyone who is treated here, one row each, kept in memory: made anew for a person after each act on them, and on
 * the first day on which their advice changes by itself.
 */
export type Board = Readonly<{
  rows: () => Promise<readonly BoardRow[]>
  /** After an act or a look: what is known now. */
  put: (open: OpenRecord, advice: Advice) => void
  /** Something was written of this person, who is now at this version: a row of an earlier one is made anew when next asked for. */
  changed: (patientId: string, version: number) => void
  /** The site's numbers have changed: every row is made anew when it is next asked for. */
  forget: () => void
  /** Stops making rows; for the end, so that nobody waits for thousands. */
  halt: () => void
}>

type Kept = Readonly<{ row: BoardRow; version: number; madeOn: string; holdsUntil: string | null }>

const page = 500

export function openBoard(ground: Ground): Board {
  const kept = new Map<string, Kept>()
  const changed = new Map<string, number>()
  let filling: Promise<void> | null = null
  let filled = false
  let halted = false

  const put: Board['put'] = (open, advice) => {
    const before = kept.get(open.id)
    // Read before somebody else's act, finished after it: the newer row stays.
    if (before && before.version > open.version) return
    const row = rowOf(ground.pathway, open, advice)
    if ((changed.get(open.id) ?? 0) <= open.version) changed.delete(open.id)
    kept.set(open.id, { row, version: open.version, madeOn: advice.asOf, holdsUntil: advice.holdsUntil })
  }

  const renew = async (ids: readonly string[]): Promise<void> => {
    const policy = await policyInForce(ground)
    for (const id of ids) {
      if (halted) return
      // Others are served between two people.
      await new Promise((resolve) => setImmediate(resolve))
      const open = await openChart(ground, ground.record, id)
      const asOf = parseDate(ground.today())
      if (open && asOf) put(open, ground.advise(open.chart, { asOf: asOf.lo, policy }))
    }
  }

  const fill = async (): Promise<void> => {
    let after: string | undefined
    do {
      const found = await ground.record.search({
        type: 'Patient',
        limit: page,
        ...(after === undefined ? {} : { after }),
      })
      await renew(found.resources.map(({ id }) => id).filter((id) => !kept.has(id)))
      after = found.next ?? undefined
    } while (after !== undefined && !halted)
    filled = true
  }

  return {
    put,
    changed: (patientId, version) => {
      changed.set(patientId, version)
    },
    forget: () => {
      kept.clear()
      changed.clear()
      filled = false
    },
    halt: () => {
      halted = true
    },
    rows: async () => {
      if (!filled) {
        filling ??= fill().finally(() => {
          filling = null
        })
        await filling
      }
      const today = ground.today()
      const stale = [...kept].filter(
        ([, { madeOn, holdsUntil }]) => madeOn > today || (holdsUntil !== null && holdsUntil <= today),
      )
      await renew([...new Set([...changed.keys(), ...stale.map(([id]) => id)])])
      return [...kept.values()].map(({ row }) => row)
    },
  }
}
