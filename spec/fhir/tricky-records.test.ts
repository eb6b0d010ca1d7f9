import { evaluate } from '@facialis/engine'
import { chartFromBundle } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { parseDate } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { claimed } from '../examples/claimed.ts'
import { trickyRecords } from './tricky-records.ts'

describe('the tricky patients, from the record of another clinic, get what the guidance says of them', () => {
  it.each(Object.entries(trickyRecords))('%s', (id, bundle) => {
    const example = examples.find((one) => one.id === id)
    const asOf = parseDate(example?.asOf ?? '')
    if (!example || !asOf) throw new Error(`There is no example ${id}.`)
    const read = chartFromBundle(hemifacialSpasm, JSON.parse(JSON.stringify(bundle)), { zone: 'Europe/Vienna' })
    if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.sentence}`)
    const advice = evaluate(hemifacialSpasm, read.value.chart, { asOf: asOf.lo, policy: {} })
    const { said, expected } = claimed(example.expected, advice)
    expect(said).toEqual(expected)
  })

  it('are all twelve', () => {
    const numbers = new Set(Object.keys(trickyRecords).map((id) => Number(id.split('-')[1])))
    expect([...numbers].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })
})
