import { describe, expect, it } from 'vitest'
import { screenOf } from './screen-of-step.ts'

describe('a step opens the screen where it can be done', () => {
  it.each([
    [['mri.tumour'], 'imaging'],
    [['study'], 'imaging'],
    [['session.units'], 'injection'],
    [['chair.infection'], 'injection'],
    [['screen.at-chair'], 'injection'],
    [['screen.red-flags'], 'evaluate'],
    [['operation.side'], 'surgery'],
    [['score.smc'], 'follow-up'],
    [['ph.unilateral'], 'evaluate'],
    [['consent.toxin'], 'injection'],
    [['audiogram'], 'surgery'],
    [['referral.triaged', 'referral.reason', 'rf.limbOrSpeech'], 'triage'],
    [[], 'evaluate'],
  ])('%s: %s', (ids, screen) => expect(screenOf(ids)).toBe(screen))
})
