import { any, asOf, type Defect, daysBetween, entryDate, is, lessThan, not, type Plant, some } from '@facialis/language'
import { vesselSeenOnItsSide } from './decisions/course.ts'
import { judged, malformations, masses, others, plaques } from './decisions/relevance.ts'
import { study, symptom } from './entries/index.ts'

const inDecision =
  (decision: string, breaks: string) =>
  (says: string, plant: Plant): Defect => ({ says, decision, plant, breaks })
const toxin = inDecision('botulinum', 'PR-01')

const lesions = [
  ['tumour', masses],
  ['vascular-malformation', malformations],
  ['demyelination', plaques],
  ['other-lesion', others],
] as const

/** Faults that must never get past the proof; `facialis prove --self-test` plants them one by one. */
export const plantedDefects: readonly Defect[] = [
  toxin('tumour is not ruled out before toxin', { kind: 'need-forgotten', need: 'BT-02/tumour' }),
  toxin('a vascular malformation is not ruled out before toxin', {
    kind: 'need-forgotten',
    need: 'BT-02/vascular-malformation',
  }),
  toxin('multiple sclerosis is not ruled out before toxin', { kind: 'need-forgotten', need: 'BT-02/demyelination' }),
  toxin('other lesions are not ruled out before toxin', { kind: 'need-forgotten', need: 'BT-02/other-lesion' }),
  toxin('nobody signs the diagnosis', { kind: 'need-forgotten', need: 'DX-05' }),
  toxin('an unsigned diagnosis counts unless it is denied', { kind: 'need-unless-denied', need: 'DX-05' }),
  toxin('the examination is left out', { kind: 'need-forgotten', need: 'BT-02/examination' }),
  inDecision('botulinum', 'unknown/botulinum')('a side nobody asked about counts as one side', {
    kind: 'need-unless-denied',
    need: 'DX-08',
  }),
  toxin('toxin is offered to somebody who has died', { kind: 'need-forgotten', need: 'ST-01' }),
  inDecision('botulinum', 'PR-08')('the interval between sessions is forgotten', {
    kind: 'limit-forgotten',
    limit: 'BT-05',
  }),
  inDecision('botulinum', 'PR-08')('the interval between sessions is only cautioned about', {
    kind: 'limit-only-cautions',
    limit: 'BT-05',
  }),
  inDecision('botulinum', 'unknown/botulinum')('an age nobody knows counts as grown up', {
    kind: 'limit-only-if-known',
    limit: 'A16',
  }),
  inDecision('botulinum', 'unknown/botulinum')('a last session on a day nobody knows counts as long ago', {
    kind: 'limit-only-if-known',
    limit: 'BT-05',
  }),
  inDecision('botulinum.session', 'unlisted/botulinum.session')(
    'trouble with swallowing that was there before is adverse to nothing',
    { kind: 'answer-not-adverse', fact: 'chair.swallowingBreathing', answer: 'existing' },
  ),
  inDecision('botulinum.session', 'unlisted/botulinum.session')('an anticoagulant is adverse to nothing', {
    kind: 'answer-not-adverse',
    fact: 'chair.anticoagulant',
    answer: 'doac',
  }),
  inDecision('botulinum.session', 'PR-01/session')('the session forgets the gate behind it', {
    kind: 'gate-behind-forgotten',
  }),
  inDecision('cause', 'PR-02')('a vessel is presumed without a signature', {
    kind: 'part-forgotten',
    rule: 'ET-01',
    part: 0,
  }),
  inDecision('cause', 'PR-02')('a vessel is presumed while a rule-out is open', {
    kind: 'part-forgotten',
    rule: 'ET-01',
    part: 1,
  }),
  inDecision('response.surgery', 'PR-07')('surgery is called persistent before the year is over', {
    kind: 'answers-mixed-up',
    rules: ['SX-08', 'SX-18'],
  }),
  inDecision('decompression', 'PR-04')('surgery needs no ground', { kind: 'part-forgotten', rule: 'SX-01', part: 0 }),
  inDecision('decompression', 'unknown/decompression')('what is not known speaks for surgery', {
    kind: 'rule-unless-denied',
    rule: 'SX-01',
  }),
  inDecision('cause', 'PR-02/vessel')('a vessel has to be seen before it is presumed', {
    kind: 'part-added',
    rule: 'ET-01',
    when: vesselSeenOnItsSide,
  }),
  // Of each side: a promise that holds for one of the vessels holds half.
  ...([study.fields.rightContact, study.fields.leftContact] as const).flatMap((contact) => [
    inDecision('certainty', 'PR-03/vessel')(`a vessel on a scan makes the diagnosis: ${contact.label}`, {
      kind: 'way-added',
      rule: 'DX-01',
      when: some(study, is(contact, 'seen')),
    }),
    inDecision('decompression', 'PR-02/vessel')(`an operation waits for a vessel: ${contact.label}`, {
      kind: 'part-added',
      rule: 'SX-01',
      when: some(study, is(contact, 'seen')),
    }),
  ]),
  inDecision('decompression', 'living/decompression')(
    'what only speaks for an operation ranks over what makes a candidate',
    {
      kind: 'rank-swapped',
      rule: 'SX-01',
    },
  ),
  inDecision('decompression', 'further/symptom/decompression')('a complaint makes a candidate for an operation', {
    kind: 'way-added',
    rule: 'SX-01',
    when: some(symptom, is(symptom.fields.kind, 'hearing-change')),
  }),
  inDecision('cause', 'living/cause')('a rule is written twice', { kind: 'rule-copied-below', rule: 'ET-03' }),
  ...lesions.flatMap(([lesion, { findings }]) => [
    inDecision(`study.${lesion}`, `PR-03/${lesion}`)(`found and not found are mixed up: ${lesion}`, {
      kind: 'answers-mixed-up',
      rules: ['RO-05', 'IM-08'],
    }),
    inDecision(`study.${lesion}`, `PR-05/${lesion}`)(`a finding ages away: ${lesion}`, {
      kind: 'part-added',
      rule: 'RO-05',
      when: lessThan(daysBetween(entryDate(study), asOf), 365),
    }),
    inDecision(`study.${lesion}`, `PR-05/${lesion}`)(`a judgement is a second fact beside the finding: ${lesion}`, {
      kind: 'part-added',
      rule: 'RO-05',
      when: not(judged),
    }),
    // Of each word for it: a promise that leaves one out holds of the others.
    ...(['present', 'present-possible', 'present-causal'] as const).map((word) =>
      inDecision(`study.${lesion}`, `PR-05/${lesion}`)(`what is ${word} does not count as found: ${lesion}`, {
        kind: 'part-added',
        rule: 'RO-05',
        when: not(any(...findings.map((finding) => is(finding, word)))),
      }),
    ),
    inDecision(`study.${lesion}`, `PR-03/${lesion}`)(`any kind of imaging clears: ${lesion}`, {
      kind: 'part-forgotten',
      rule: 'IM-08',
      part: 1,
    }),
    inDecision(`rule-out.${lesion}`, `further/study/rule-out.${lesion}`)(
      `that there was an ultrasound clears: ${lesion}`,
      {
        kind: 'way-added',
        rule: 'RO-01',
        when: some(study, is(study.fields.modality, 'ultrasound')),
      },
    ),
    inDecision(`study.${lesion}`, `unknown/study.${lesion}`)(`a study clears unless it is known not to: ${lesion}`, {
      kind: 'rule-unless-denied',
      rule: 'IM-08',
    }),
  ]),
]
