import { evaluate } from '@facialis/engine'
import { chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import type { Decided } from '@facialis/language'
import { describe, expect, it } from 'vitest'

/** What is told of an example person beside the answer. */
function told(id: string, decision: string): Decided['detail'] {
  const example = examples.find((one) => one.id === id)
  const read = example && chartFromPlainFacts(hemifacialSpasm, plainFactsOf(example))
  if (!read?.ok || read.value.asOf === null) throw new Error(`${id} cannot be read.`)
  const { decisions } = evaluate(hemifacialSpasm, read.value.chart, { asOf: read.value.asOf, policy: {} })
  return (decisions[decision] as Decided).detail
}

describe('beside its answer a rule-out tells', () => {
  it.each<[string, string, object]>([
    [
      'the scan it rests on, who read it and when, and that nothing re-opened it or was set aside',
      'typical-left-after-the-scan',
      { evidence: ['mri'], reader: 'neuroradiologist', date: '2026-08-20', setAside: [], reopenedBy: [] },
    ],
    ['the flag that re-opened it', 'new-flag-then-a-plain-no', { reopenedBy: ['rf.facialNumb'] }],
    ['every flag that keeps it open', 'tricky-11-child', { reopenedBy: ['rf.ageUnder18', 'rf.ageUnder30'] }],
    [
      'what was found and has nothing to do with the spasm, and who follows it up',
      'tricky-5-judged-unrelated',
      { setAside: ['relevance'], followUpOwner: 'neurosurgery, a scan every year' },
    ],
  ])('%s', (_, id, detail) => expect(told(id, 'rule-out.tumour')).toMatchObject(detail))
})
