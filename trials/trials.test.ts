import { expect, test } from 'vitest'
import { crash } from './crash/crash.ts'
import { race } from './race/race.ts'
import type { Trial } from './trial.ts'

/** A few rounds of what `npm run trials` does for long. How fast it is hangs on the machine, and is asked there. */
test.each<[string, Trial]>([
  ['what was acknowledged survives kill -9, whole', crash],
  ['of many hands on one thing one wins, and no injection passes a red flag', race],
])('%s', { timeout: 120_000 }, async (_, trial) => {
  const lines = await trial.run({ seed: 7, rounds: 2, database: 'sqlite', tell: () => {} })
  const broken = lines.filter(({ held, asked }) => !held && !asked.endsWith(' s'))
  expect(broken).toEqual([])
})
