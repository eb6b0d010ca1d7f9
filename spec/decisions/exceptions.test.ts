import { evaluate } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { exceptionCodes } from '@facialis/knowledge/entries/index.ts'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { describe, expect, test } from 'vitest'
import { fromPlainFacts } from '../examples/forms.ts'

const kinds = hemifacialSpasm.decisions.flatMap(({ body }) => (body.kind === 'gate' ? body.exceptions : []))
const lesions = ['tumour', 'vascular-malformation', 'demyelination', 'other-lesion'].map((id) => `BT-02/${id}`)

describe('a standing exception', () => {
  test('of every reason there is stands in for one limit, or for the lesions not yet ruled out', () => {
    expect(kinds.map(({ code }) => code)).toEqual(exceptionCodes)
    for (const { code, covers } of kinds)
      if (covers.length > 1) expect(covers.slice(0, 4), code).toEqual(lesions)
      else expect(lesions).not.toContain(covers[0])
  })

  test('never covers a signature, an infection, an allergy, an urgent flag or a complaint', () => {
    const never = ['DX-05', 'RF-03', 'RF-03/complaint', 'BT-03/infection', 'BT-03/allergy', 'FU-04/chair']
    expect(kinds.flatMap(({ covers }) => covers).filter((id) => never.includes(id))).toEqual([])
  })

  test.each([
    ['exception-mri-booked', 'allowMriBooked'],
    ['exception-mri-impossible', 'allowMriImpossible'],
    ['exception-imaging-declined', 'allowImagingDeclined'],
    ['exception-known-meningioma', 'allowKnownCause'],
    ['exception-continuity', 'allowContinuity'],
    ['child-with-opinion', 'allowPaediatricOpinion'],
    ['exception-myasthenia-with-opinion', 'allowNeuromuscularOpinion'],
    ['exception-pregnancy-shared', 'allowPregnancyPlan'],
    ['exception-warfarin-accepted', 'allowWarfarin'],
    ['exception-toxin-elsewhere-accepted', 'allowToxinElsewhere'],
  ])('lets nothing pass in %s where the site has switched it off', (id, number) => {
    const example = examples.find((one) => one.id === id)
    if (!example) throw new Error(`There is no example ${id}.`)
    const { chart, asOf } = fromPlainFacts(example)
    const { botulinum } = evaluate(hemifacialSpasm, chart, { asOf, policy: { [number]: 0 } }).decisions
    expect(botulinum).toMatchObject({ answer: 'blocked', detail: { overridableBy: [], exceptions: [] } })
  })
})
