import { isInUse } from '@facialis/fhir/read/linked-people.ts'
import type { Chart } from '@facialis/language'
import { StorageFailure } from '@facialis/record'
import type { CoreContext } from '../core/core-context.ts'
import { dayNumber } from '../core/site-day.ts'
import { identityOf } from '../patient/identity.ts'
import { openChart } from '../patient/open-chart.ts'
import { openBacklog } from './backlog.ts'
import { openMergedRecords } from './merged-records.ts'

/** Somebody who is treated here, as the board names them, with what their record says. Another object after each act. */
export type Charted = Readonly<{
  id: string
  name: string
  birthDate: string | null
  chart: Chart
  follows: string
}>

/** Somebody whose record a bug keeps from being read. */
export type Unread = Pick<Charted, 'id' | 'name' | 'birthDate'>

/** The chart of everybody who is treated here and whose record is in use, read once and kept in memory as long as their record stands. */
export type Charts = Readonly<{
  /** Resolves once everybody is read, or tried: what goes wrong with one record leaves the others to be read. */
  everybody: () => Promise<Readonly<{ people: readonly Charted[]; unread: readonly Unread[] }>>
  /** How many of how many are read. */
  progress: () => Readonly<{ read: number; of: number }>
  /** Stops reading. */
  halt: () => void
}>

export function openCharts(context: CoreContext): Charts {
  const kept = new Map<string, Charted>()
  const unread = new Map<string, Unread>()
  const backlog = openBacklog(context)
  const mergedRecords = openMergedRecords(backlog, (id) => kept.has(id) || unread.has(id))
  let reading: Promise<void> | null = null
  let read = 0
  let halted = false

  const putUnread = async (id: string): Promise<void> => {
    const patient = await context.record.read('Patient', id)
    if (!patient.ok) return
    const { name, birthDate } = identityOf(patient.value.resource, null)
    unread.set(id, { id, name, birthDate })
  }

  const readAll = async (): Promise<void> => {
    await backlog.notice()
    // Whatever kept them from being read may be over.
    for (const id of unread.keys()) backlog.add(id)
    read = 0
    for (let id = backlog.take(); id !== undefined; id = backlog.take()) {
      if (halted) return
      try {
        const open = await openChart(context, context.record, id)
        unread.delete(id)
        mergedRecords.met(id, open)
        if (open?.id === id && isInUse(open.patient)) {
          const { pathway, today } = context
          const said = { pathway, chart: open.chart, asOf: dayNumber(today()) }
          const { name, birthDate } = identityOf(open.patient, said)
          kept.set(id, { id, name, birthDate, chart: open.chart, follows: open.follows })
        } else kept.delete(id)
      } catch (fault) {
        if (fault instanceof StorageFailure) {
          backlog.putBack(id)
          throw fault
        }
        kept.delete(id)
        await putUnread(id)
      }
      backlog.done(id)
      read += 1
      // Others are served between two people.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  return {
    everybody: async () => {
      // What was written since a reading began may have come too late for it.
      await reading
      reading ??= readAll().finally(() => {
        reading = null
      })
      await reading
      return { people: [...kept.values()], unread: [...unread.values()] }
    },
    progress: () => ({ read, of: read + backlog.size() }),
    halt: () => {
      halted = true
    },
  }
}
