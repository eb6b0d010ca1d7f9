import { isSameClosely } from '@facialis/engine/mutants/closely.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { study } from '@facialis/knowledge/entries/index.ts'
import { onset, rfCancer } from '@facialis/knowledge/facts/index.ts'
import {
  all,
  any,
  type Condition,
  dateOf,
  entryDate,
  established,
  is,
  latestOf,
  not,
  onOrAfter,
  provided,
  recordedOn,
  some,
  yes,
} from '@facialis/language'
import { expect, test } from 'vitest'

const { modality, quality, signed } = study.fields
const raised = established(is(rfCancer, 'yes'))
const scannedSince = (day: Parameters<typeof onOrAfter>[1]): Condition => some(study, onOrAfter(entryDate(study), day))
const sinceRaised = recordedOn(rfCancer)
const sinceRaisedOrOnset = latestOf(provided(raised, recordedOn(rfCancer)), provided(not(raised), dateOf(onset)))

test.each<[string, Condition, Condition, boolean]>([
  ['a scan of another kind', some(study, is(modality, 'mri')), some(study, is(modality, 'ct')), false],
  [
    'two things of one scan, and each of any scan',
    some(study, all(is(modality, 'mri'), yes(signed))),
    all(some(study, is(modality, 'mri')), some(study, yes(signed))),
    false,
  ],
  [
    'either of one scan, and either of any scan',
    some(study, any(is(modality, 'mri'), yes(signed))),
    any(some(study, is(modality, 'mri')), some(study, yes(signed))),
    true,
  ],
  [
    'one of two words, said at once or one after the other',
    established(some(study, is(quality, 'limited', 'non-diagnostic'))),
    established(any(some(study, is(quality, 'non-diagnostic')), some(study, is(quality, 'limited')))),
    true,
  ],
  ['a day that counts only for others', scannedSince(sinceRaised), scannedSince(sinceRaisedOrOnset), false],
  [
    'the same, of those for whom it does not count',
    all(raised, scannedSince(sinceRaised)),
    all(raised, scannedSince(sinceRaisedOrOnset)),
    true,
  ],
  ['what stands in no entry', raised, all(raised), false],
])('two conditions come to the same whoever’s entries they are, or may not: %s', (_, before, after, isSame) => {
  expect(isSameClosely(hemifacialSpasm, before, after)).toBe(isSame)
})
