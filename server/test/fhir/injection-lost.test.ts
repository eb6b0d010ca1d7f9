import { facialToxin } from '@facialis/knowledge/terminology.ts'
import type { Chart } from '@facialis/language'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { injectionLost } from '../../fhir/write/removed-statements.ts'

type Given = Readonly<{ day: number | null; units: number }>

const charted = (all: readonly Given[]): Chart => ({
  observations: [],
  screens: [],
  entries: all.map(({ day, units }, at) => ({
    id: `${at}`,
    kind: facialToxin.entry.id,
    date: day === null ? null : { lo: day, hi: day },
    fields: { [facialToxin.amount.id]: { number: units } },
    withdrawn: false,
    supersedes: [],
    provenance: { source: 'demo' },
  })),
})
const given = fc.record({ day: fc.option(fc.nat(5)), units: fc.nat(3) })
const some = fc.array(given, { maxLength: 8 })

it('no injection is lost where all of them and perhaps more are there, in whichever order they stand', () =>
  fc.assert(
    fc.property(
      some.chain((before) =>
        fc.tuple(
          fc.constant(before),
          some.chain((more) => fc.shuffledSubarray([...before, ...more], { minLength: before.length + more.length })),
        ),
      ),
      ([before, after]) => {
        expect(injectionLost(charted(before), charted(after))).toBeUndefined()
      },
    ),
  ))

it('one that is gone, earlier or less is lost', () => {
  const before = charted([
    { day: 1, units: 20 },
    { day: 3, units: 20 },
  ])
  const lost = (...after: Given[]) => injectionLost(before, charted(after)) !== undefined
  expect(lost({ day: 3, units: 20 })).toBe(true)
  expect(lost({ day: 3, units: 20 }, { day: 0, units: 20 })).toBe(true)
  expect(lost({ day: 1, units: 20 }, { day: 3, units: 19 })).toBe(true)
  expect(lost({ day: 3, units: 20 }, { day: 1, units: 20 })).toBe(false)
})
