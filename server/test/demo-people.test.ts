import { describe, expect, it } from 'vitest'
import { demoPeople } from '../demo/people.ts'

describe('everybody in the demo clinic', () => {
  it.each(
    demoPeople('2026-11-23').map(({ referral, steps }) => [referral.patient.name, referral.side, steps] as const),
  )('%s has the spasm, the vessel, the injections and the operation on one side (%s)', (_, side, steps) => {
    const told = JSON.stringify(steps.map(([, , told]) => told('2026-11-23')))
    const sides = [...told.matchAll(/"mri\.(left|right)\.|"(?:session|operation)\.side":"(left|right)"/g)]
    for (const [, read, treated] of sides) expect(read ?? treated).toBe(side)
  })
})
