/**
 * `node bench/cohort/index.ts [PEOPLE]`: a cohort in columns. Answers are compared with those of the plan's functions first; the
 * ratio is what counts. The figure for columns is never the whole story: reading records takes far longer than deciding.
 */
import { measurePlanes } from './planes.ts'
import { measureReading } from './reading.ts'

export type Row = Readonly<{ work: string; figure: string; against: string; ratio: string; hold: string }>

export async function benchCohort(people: number): Promise<readonly Row[]> {
  const reading = measureReading()
  const fewer = await measurePlanes(people / 10)
  const many = await measurePlanes(people)
  const memory = process.memoryUsage.rss() / 2 ** 30
  console.log(`Compared first: ${fewer.compared + many.compared} people are answered in a cohort as they are alone.`)
  const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB/s`
  return [
    {
      work: `NDJSON FHIR → fact columns (${Math.round(reading.bytesEach / 1000)} kB a person)`,
      figure: `${Math.round((reading.read / reading.people) * 1000)} µs a person`,
      against: `parsing the same lines, ${Math.round((reading.parse / reading.people) * 1000)} µs`,
      ratio: `${(reading.parse / reading.read).toFixed(2)}× its speed`,
      hold: '≥ 0.7×',
    },
    {
      work: 'rows of resolved facts → fact columns',
      figure: `${Math.round(many.gather)} ns a person on one processor`,
      against: 'for information',
      ratio: '',
      hold: '',
    },
    {
      work: `bit-planes of ${many.people} people → decisions, all processors`,
      figure: `${gigabytes(many.answered)} of columns and answers; ${Math.round(many.answer)} ns a person on one processor`,
      against: `copying as many bytes, ${gigabytes(many.copied)}`,
      ratio: `${Math.round(many.ofMemmove * 100)} %`,
      hold: '≥ 20 %',
    },
    {
      work: `time a person, ${many.people} people`,
      figure: `${Math.round(many.answer)} ns`,
      against: `${fewer.people} people, ${Math.round(fewer.answer)} ns`,
      ratio: `${(many.answer / fewer.answer).toFixed(2)}×`,
      hold: '≤ 1.3×',
    },
    {
      work: 'memory',
      figure: `${Math.round(many.bytesEach)} bytes a person in columns and answers`,
      against: `everything at once, ${memory.toFixed(2)} GiB`,
      ratio: '',
      hold: '< 4 GiB',
    },
  ]
}

if (import.meta.main) console.table(await benchCohort(Number(process.argv[2] ?? 1_000_000)))
