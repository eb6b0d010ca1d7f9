/** `node bench/cohort/ten-million.ts [PEOPLE]`: ten million made-up people as columns, beside a tenth of them. */
import { measurePlanes } from './planes.ts'

const people = Number(process.argv[2] ?? 10_000_000)
const fewer = await measurePlanes(people / 10)
const more = await measurePlanes(people)
const each = (nanoseconds: number): string => `${Math.round(nanoseconds)} ns`
console.log(`${fewer.compared + more.compared} people are answered in a cohort as they are alone.`)
console.table([
  { what: 'a person, answered, one processor', fewer: each(fewer.answer), more: each(more.answer) },
  { what: 'a person, rows to columns, one processor', fewer: each(fewer.gather), more: each(more.gather) },
  { what: 'speed of copying as many bytes', fewer: fewer.ofMemmove.toFixed(2), more: more.ofMemmove.toFixed(2) },
  { what: 'bytes a person', fewer: Math.round(fewer.bytesEach), more: Math.round(more.bytesEach) },
])
console.log(
  `${more.people} people take ${(more.answer / fewer.answer).toFixed(2)}× the time a person that ${fewer.people} take.`,
)
console.log(`At most ${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(2)} GiB were in memory.`)
