import type { Chart } from '@facialis/language'
import type { Ground } from '../ground.ts'
import { identityOf } from '../patient/identity.ts'
import { type OpenRecord, openChart } from '../patient/open-chart.ts'
import { everybody } from './everybody.ts'
import { keptByVersion } from './kept-by-version.ts'

/** Somebody who is treated here, as the board names them, with what their record says. Another object after each act. */
export type Charted = Readonly<{
  id: string
  name: string
  birthDate: string | null
  chart: Chart
  follows: string
  version: number
}>

/** The chart of everybody who is treated here, read once and kept in memory as long as their record stands. */
export type Charts = Readonly<{
  /** Resolves once everybody is read. */
  everybody: () => Promise<readonly Charted[]>
  /** How many of how many are read. */
  progress: () => Readonly<{ read: number; of: number }>
  /** Somebody's record was opened for another reason. */
  put: (open: OpenRecord) => void
  changed: (patientId: string, version: number) => void
  /** Stops reading. */
  halt: () => void
}>

export function openCharts(ground: Ground): Charts {
  const kept = keptByVersion<Charted>()
  let reading: Promise<void> | null = null
  let progress = { read: 0, of: 0 }
  let isListed = false
  let halted = false

  const put: Charts['put'] = ({ id, patient, chart, follows, version }) => {
    if (kept.get(id)?.version === version) return
    const { name, birthDate } = identityOf(patient, chart)
    kept.put(id, version, { id, name, birthDate, chart, follows, version })
  }

  const read = async (): Promise<void> => {
    const wanted = [...kept.outdated()]
    if (!isListed) for await (const ids of everybody(ground)) wanted.push(...ids.filter((id) => !kept.get(id)))
    progress = { read: 0, of: wanted.length }
    for (const id of wanted) {
      if (halted) return
      // Others are served between two people.
      await new Promise((resolve) => setImmediate(resolve))
      const open = await openChart(ground, ground.record, id)
      if (open) put(open)
      progress = { ...progress, read: progress.read + 1 }
    }
    isListed = true
  }

  return {
    everybody: async () => {
      // What was written since a reading began may have come too late for it.
      await reading
      reading ??= read().finally(() => {
        reading = null
      })
      await reading
      return [...kept.all()].map(([, charted]) => charted)
    },
    progress: () => progress,
    put,
    changed: kept.changed,
    halt: () => {
      halted = true
    },
  }
}
