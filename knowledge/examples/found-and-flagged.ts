import { chart, mri, ready, ruleOuts, today } from './chart-parts.ts'
import type { Example } from './example.ts'

const flagged = (finding: string): string =>
  chart(ready(), mri({ id: 'second', date: '2026-10-01' }, { [finding]: 'present' }), `${today} | rf.facialNumb | yes`)
const found = (
  id: string,
  [finding, ruleOut]: readonly [string, 'tumour' | 'vascular-malformation' | 'other-lesion'],
  story: string,
): Example => ({
  id,
  title: 'A lesion and an open red flag at once',
  story,
  asOf: today,
  chart: flagged(finding),
  expected: {
    decisions: {
      ...ruleOuts('open', { [ruleOut]: 'positive' }),
      botulinum: 'blocked',
      decompression: 'treat-cause-first',
    },
  },
  about: ['RO-05', 'FU-04'],
})

/** What was found stays found, whatever else is open. */
export const foundAndFlagged: readonly Example[] = [
  found(
    'mass-and-new-numbness',
    ['tumour', 'tumour'],
    'The second scan shows a mass, and today the cheek is numb. The numbness opens the other questions again and hides nothing of the mass.',
  ),
  found(
    'malformation-and-new-numbness',
    ['vascularMalformation', 'vascular-malformation'],
    'The second scan shows a malformation, and today the cheek is numb. What was found stays found.',
  ),
  found(
    'chiari-and-new-numbness',
    ['chiari', 'other-lesion'],
    'The second scan shows a Chiari malformation, and today the cheek is numb. What was found stays found.',
  ),
]
