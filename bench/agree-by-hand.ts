/**
 * `npm run agree:hand [-- PEOPLE]`: the decisions written by hand beside the engine's, over so many made-up people of
 * each kind. Shows the smallest chart that is answered differently, and ends with code 1 where there is one.
 */
import { answersOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import fc from 'fast-check'
import { answersByHand } from './by-hand/index.ts'
import { madeUpPeople } from './made-up-people.ts'
import { differenceOf } from './rows/engine-by-hand.ts'

const count = Number(process.argv[2] ?? 20_000)
if (!Number.isInteger(count) || count < 1) {
  console.error(`${JSON.stringify(process.argv[2])} is not a number of people.`)
  process.exit(2)
}
const seed = Number(process.env.FACIALIS_SEED ?? 20261126)

for (const [kind, people] of Object.entries(madeUpPeople)) {
  console.error(`Making up ${count} ${kind}…`)
  let difference: string | null = null
  const outcome = fc.check(
    fc.property(people, ({ chart, asking }) => {
      const found = differenceOf(answersOf(hemifacialSpasm, chart, asking), answersByHand(chart, asking))
      difference = found ?? difference
      return found === null
    }),
    { seed, numRuns: count },
  )
  console.log(`${count} ${kind}: ${outcome.failed ? difference : 'no difference'}`)
  if (!outcome.failed) continue
  console.log(JSON.stringify(outcome.counterexample?.[0], null, 1))
  process.exitCode = 1
}
