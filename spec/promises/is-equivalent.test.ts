import { isEquivalent } from '@facialis/engine/mutants/is-equivalent.ts'
import { both, type Polarity } from '@facialis/engine/mutants/polarities.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { study } from '@facialis/knowledge/entries/index.ts'
import { onset, rfCancer } from '@facialis/knowledge/facts/index.ts'
import {
  all,
  any,
  before,
  type Condition,
  dateOf,
  entryDate,
  established,
  is,
  latestDate,
  latestOf,
  none,
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

const [isMri, isCt] = [is(modality, 'mri'), is(modality, 'ct')]
const anyMri = some(study, isMri)
const lastCt = latestDate(study, isCt)

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
  ['one of two kinds, asked of that one', any(isMri, anyMri, some(study, isCt)), some(study, any(isMri, isCt)), true],
  ['another of the kind, asked of one', isMri, all(isMri, none(study, isCt)), false],
  [
    'a later one of the kind, asked of one',
    isMri,
    all(isMri, not(established(before(entryDate(study), lastCt)))),
    false,
  ],
  [
    'an earlier one of the kind, asked of one',
    isMri,
    all(isMri, not(established(before(lastCt, entryDate(study))))),
    false,
  ],
  ['an older scan, and a newer one', some(study, all(isMri, before(entryDate(study), lastCt))), anyMri, false],
  ['a newer scan, and an older one', some(study, all(isMri, before(lastCt, entryDate(study)))), anyMri, false],
])('two conditions come to the same whoever’s entries they are, or may not: %s', (_, own, after, isSame) => {
  expect(isEquivalent(hemifacialSpasm, { before: own, after, matters: both })).toBe(isSame)
})

const knownToBeNo = established(not(isMri))

test.each<[string, Polarity, Condition, boolean]>([
  ['no, where that it is yes matters', { yes: true, no: false }, some(study, established(isMri)), true],
  ['no, where that it is no matters', { yes: false, no: true }, some(study, established(isMri)), false],
  ['yes, where that it is no matters', { yes: false, no: true }, some(study, not(knownToBeNo)), true],
  ['yes, where that it is yes matters', { yes: true, no: false }, some(study, not(knownToBeNo)), false],
])('what is not known counts as %s', (_, matters, after, isSame) => {
  expect(isEquivalent(hemifacialSpasm, { before: anyMri, after, matters })).toBe(isSame)
})
