import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asItIs } from './encoding.ts'
import { faults } from './faults.ts'
import { everyLook, noticed } from './noticed.ts'
import { questioned } from './questions.ts'
import { withFault } from './with-a-fault.ts'

/** A few cases find every fault; what else is met is looked for in everybody.test.ts. */
const cases = fc.sample(questioned, { numRuns: 8, seed: 20261126 })

describe('a fault in how everybody is looked at', () => {
  it('is none as it is', () => {
    expect(noticed(asItIs, everyLook, cases.slice(0, 3))).toBeNull()
  })

  it.each(faults.map((fault) => [fault.says, fault] as const))('is noticed: %s', async (_, fault) => {
    expect(noticed(await withFault(fault), [fault.by], cases)).not.toBeNull()
  })
})
