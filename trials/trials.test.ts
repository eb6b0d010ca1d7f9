import { expect, test } from 'vitest'
import { auditTamper } from './audit-tamper/audit-tamper.ts'
import { bombs } from './bombs/bombs.ts'
import { canary } from './canary/canary.ts'
import { crash } from './crash/crash.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { race } from './race/race.ts'
import { session } from './session/session.ts'
import type { Trial } from './trial.ts'

/** A few rounds of what `npm run trials` does for long. How fast it is hangs on the machine, and is asked there. */
test.each<[string, Trial, number]>([
  ['what was acknowledged survives kill -9, whole', crash, 50],
  ['of many hands on one thing one wins, and no injection passes a red flag or an order that was taken back', race, 2],
  [
    'sessions and openings in an emergency do what the model of them does, in which nothing is so that must not be',
    session,
    25,
  ],
  ['whatever is sent is answered in words, and by no fault of ours', fuzz, 2000],
  ['what is small to send and large to take is refused', bombs, 1],
  [
    'whatever is done to the trail, its noted ends, versions, advice, files, numbers and roles is found',
    auditTamper,
    1,
  ],
  ['no word of a person is in a log, a refusal or a file beside the record', canary, 1],
])('%s', { timeout: 600_000 }, async (_, trial, rounds) => {
  const lines = await trial.run({ seed: 7, rounds, database: 'sqlite', tell: () => {} })
  const broken = lines.filter(({ held, isTimed }) => !held && !isTimed)
  expect(broken).toEqual([])
})
