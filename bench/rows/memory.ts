import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { people } from '../people.ts'
import type { Row } from '../row.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** KB that each of so many takes, once what it was made from is gone. */
function kept(many: number, make: (index: number) => unknown): number {
  const all: unknown[] = new Array(many).fill(null)
  collect()
  const before = process.memoryUsage().heapUsed
  for (let index = 0; index < many; index++) all[index] = make(index)
  collect()
  const taken = (process.memoryUsage().heapUsed - before) / many / 1024
  return all.length === many ? taken : Number.NaN
}

/** A chart outlives its bundle: it keeps no more of it than it says. */
export const memory: Row = {
  id: 'memory',
  work: 'memory of one patient: chart',
  against: 'the parsed bundle',
  unit: '× its size',
  hold: null,
  measure: async () => {
    const { sent, read } = await people()
    const text = (index: number): string => (sent[index] as (typeof sent)[number]).text
    const many = 1000
    const parsed = kept(many, (index) => JSON.parse(text(index)))
    const charts = kept(many, (index) => read(JSON.parse(text(index))))
    return { value: charts / parsed, figures: `${charts.toFixed(1)} KB against ${parsed.toFixed(1)} KB` }
  },
}
