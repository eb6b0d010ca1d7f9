import { expect, it } from 'vitest'
import { reasonWords } from './reason-words.ts'

it.each([
  ['policy-tried', '{"minimumReinjectionInterval":91}', /^[A-Z][^{"]+: 91 days$/],
  ['policy-changed', '{"minimumReinjectionInterval":91,"gone":3}', /: 91 days; gone: 3$/],
  [
    'cds-order-sign',
    '{"version":"1.2.1","cards":["a","b"],"held":1,"passed":0,"otherReason":2,"noReason":0,"unresolved":0}',
    /^by version 1\.2\.1; 2 cards; 1 order held; 2 orders for another reason$/,
  ],
  ['cds-patient-view', '{"version":"1.2.1","cards":[]}', /^by version 1\.2\.1; no card$/],
  ['emergency-reviewed', 'not-justified: Asked twice: no answer.', /^Not justified: Asked twice: no answer\.$/],
  ['request-declined', 'twice', /^Came in twice$/],
  ['request-declined', 'other: Moved: abroad', /^Another reason: Moved: abroad$/],
  // What nobody has words for stays readable as it is kept.
  ['policy-tried', 'twelve weeks', /^twelve weeks$/],
  ['request-declined', 'A tremor of the hand.', /^A tremor of the hand\.$/],
  ['emergency-opened', 'other: found on the floor', /^other: found on the floor$/],
])('why %s is read in words, not as programs keep it: %s', (action, kept, read) => {
  expect(reasonWords(action, kept)).toMatch(read)
})
