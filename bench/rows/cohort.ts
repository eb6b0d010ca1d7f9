import { measurePlanes, type PlaneFigures } from '../cohort/planes.ts'
import type { Row } from '../row.ts'

/** In one run with everything else; `node bench/cohort/ten-million.ts` does the same with ten times as many. */
const [few, many] = [100_000, 1_000_000]

let measured: Promise<Readonly<{ fewer: PlaneFigures; more: PlaneFigures }>> | null = null

/** The same people for every row. */
function figures() {
  measured ??= (async () => ({ fewer: await ofFew(), more: await measurePlanes(many) }))()
  return measured
}

/** The middle one of three: each processor has one block of the few, and whatever disturbs it is half of what is measured. */
async function ofFew(): Promise<PlaneFigures> {
  const all: PlaneFigures[] = []
  while (all.length < 3) all.push(await measurePlanes(few))
  return all.toSorted((a, b) => a.ofMemmove - b.ofMemmove)[1] as PlaneFigures
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB/s`

/** Never to be quoted alone: reading records takes a thousand times as long as deciding over columns. */
export const planesToDecisions: Row = {
  id: 'planes-to-decisions',
  work: `columns of ${many / 1e6} M people → decisions, all processors`,
  against: 'copying as many bytes from place to place (columns read and answers written, each counted once)',
  unit: '× as fast',
  hold: 0.2,
  measure: async () => {
    const { more } = await figures()
    return {
      value: more.ofMemmove,
      figures: `${gigabytes(more.answered)} against ${gigabytes(more.copied)}; ${Math.round(more.answer)} ns a person and processor`,
    }
  },
}

export const tenTimesAsMany: Row = {
  id: 'ten-times-as-many',
  work: `time a person, ${many / 1e6} M people`,
  against: `${few / 1e6} M people`,
  unit: '× its time',
  hold: 1.3,
  measure: async () => {
    const { fewer, more } = await figures()
    return {
      // Each beside copying: whatever else the machine does meanwhile counts for neither.
      value: fewer.ofMemmove / more.ofMemmove,
      figures: `${Math.round(more.answer)} ns against ${Math.round(fewer.answer)} ns on one processor`,
    }
  },
}

export const memoryInColumns: Row = {
  id: 'memory-in-columns',
  work: 'memory of one person in columns, answers included',
  against: 'itself',
  unit: 'KB',
  hold: null,
  measure: async () => {
    const { more } = await figures()
    return { value: more.bytesEach / 1024, figures: `${Math.round(more.bytesEach)} bytes` }
  },
}
