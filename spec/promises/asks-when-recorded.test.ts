import { planOf } from '@facialis/engine'
import { always, asOf, assumption, invariant, onOrAfter, recordedOn, yes } from '@facialis/language'
import { expect, it } from 'vitest'
import { alarm, pathwayOf, reason, signed, yesWhere } from '../naive/small-charts.ts'

const isNew = onOrAfter(recordedOn(signed), asOf)
const stage = yesWhere('stage', yes(alarm))
const asks = (part: 'whenever' | 'holds') =>
  invariant('asked', { text: '?', whenever: always, holds: always, [part]: isNew }, reason)

it.each([
  ['what it holds of', { invariants: [asks('whenever')] }],
  ['what it says holds', { invariants: [asks('holds')] }],
  ['what it takes for granted', { assumptions: [assumption('asked', { text: '?', holds: isNew }, reason)] }],
])('a promise may ask when something was recorded, in %s, though no decision does', (_, promised) => {
  const pathway = pathwayOf(stage)
  const { layout } = planOf({ ...pathway, toProve: { ...pathway.toProve, ...promised } })
  expect(layout.placeOf(signed).observed).not.toBeNull()
  expect(layout.placeOf(alarm).observed).toBeNull()
})
