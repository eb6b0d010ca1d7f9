import { type Advice, parseDate } from '@facialis/language'
import { StorageFailure } from '@facialis/record'
import type { BoardRow } from '@facialis/wire'
import type { Ground } from '../ground.ts'
import { type OpenRecord, openChart, versionOf } from '../patient/open-chart.ts'
import { policyInForce } from '../policy.ts'
import type { Charts } from './charts.ts'
import { everybody } from './everybody.ts'
import { keptByVersion } from './kept-by-version.ts'
import { brokenRow, rowOf } from './row.ts'

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
  /** Who is to be told of a bug that kept somebody's row from being worked out. */
  tellFaults: (tell: (fault: unknown) => void) => void
  /** Stops making rows; for the end, so that nobody waits for thousands. */
  halt: () => void
}>

type Kept = Readonly<{ row: BoardRow; madeOn: string; holdsUntil: string | null }>

export function openBoard(ground: Ground, charts: Charts): Board {
  const kept = keptByVersion<Kept>()
  let filling: Promise<void> | null = null
  let filled = false
  let halted = false
  let tell: (fault: unknown) => void = () => {}

  const put: Board['put'] = (open, advice) => {
    charts.put(open)
    const row = rowOf(ground.pathway, open, advice)
    kept.put(open.id, open.version, { row, madeOn: advice.asOf, holdsUntil: advice.holdsUntil })
  }

  const renew = async (ids: readonly string[]): Promise<void> => {
    const policy = await policyInForce(ground)
    for (const id of ids) {
      if (halted) return
      // Others are served between two people.
      await new Promise((resolve) => setImmediate(resolve))
      try {
        const open = await openChart(ground, ground.record, id)
        const asOf = parseDate(ground.today())
        if (open && asOf) put(open, ground.advise(open.chart, { asOf: asOf.lo, policy }, open.follows))
      } catch (fault) {
        if (fault instanceof StorageFailure) throw fault
        tell(fault)
        await putBroken(id)
      }
    }
  }

  /** What goes wrong with one record takes nobody else off the board, and is not hidden. */
  const putBroken = async (id: string): Promise<void> => {
    const own = (await ground.record.patientResources(id)).map(({ resource }) => resource)
    const patient = own.find(({ resourceType }) => resourceType === 'Patient')
    if (patient) kept.put(id, versionOf(own), { row: brokenRow(patient), madeOn: ground.today(), holdsUntil: null })
  }

  const fill = async (): Promise<void> => {
    for await (const ids of everybody(ground)) {
      if (halted) return
      await renew(ids.filter((id) => !kept.get(id)))
    }
    filled = true
  }

  return {
    put,
    changed: (patientId, version) => {
      kept.changed(patientId, version)
      charts.changed(patientId, version)
    },
    forget: () => {
      kept.forget()
      filled = false
    },
    tellFaults: (teller) => {
      tell = teller
    },
    halt: () => {
      halted = true
      charts.halt()
    },
    rows: async () => {
      if (!filled) {
        filling ??= fill().finally(() => {
          filling = null
        })
        await filling
      }
      const today = ground.today()
      const stale = [...kept.all()].filter(
        ([, { madeOn, holdsUntil }]) => madeOn > today || (holdsUntil !== null && holdsUntil <= today),
      )
      await renew([...new Set([...kept.outdated(), ...stale.map(([id]) => id)])])
      return [...kept.all()].map(([, { row }]) => row)
    },
  }
}
