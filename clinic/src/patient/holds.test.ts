import type { Advice, Because, MissingFact, NextStep } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import type { Recording } from '../recorded.ts'
import { holdsOf } from './holds.ts'

const shut = (rule: string, waitsFor: readonly string[], facts: readonly string[] = []): Because => ({
  rule,
  passage: 'S13',
  passages: ['S13'],
  facts,
  text: rule,
  from: [],
  shuts: true,
  waitsFor,
})
const asked = (fact: string): MissingFact => ({ fact, question: fact, why: 'not-asked', settles: [] })
const advice = (because: readonly Because[], more: Partial<Advice> = {}) =>
  ({
    decisions: { botulinum: { answer: 'blocked', detail: {}, because, missing: [], whyNot: {} } },
    nextSteps: [],
    missing: [],
    ...more,
  }) as unknown as Advice
const study = (acknowledged: boolean | null) => ({
  id: 'mri',
  kind: 'study',
  date: '2026-11-20',
  by: null,
  fields: { 'study.acknowledged': acknowledged },
})
const judging: NextStep = {
  id: 'judge-relevance',
  label: 'Judge whether it matters',
  text: '',
  owner: 'clinician',
  urgency: 'soon',
  anchor: { fact: 'study', date: '2026-11-20' },
  dueBy: '2026-12-04',
  state: 'due',
  rules: [],
  passages: [],
  missing: ['study'],
}
const recorded: Recording = { fact: () => null, entries: (kind) => (kind === 'study' ? [study(null)] : []) }
const told = (given: Advice) =>
  holdsOf(given, recorded).map(({ reasons, ways }) => [
    reasons.map(({ rule }) => rule).join(' '),
    ways.map(({ label, place }) => `${label} (${place.screen})`).join(', '),
  ])

describe('what holds the toxin gate', () => {
  it('one acknowledgement is one thing to do, whatever number of rule-outs wait for it', () => {
    const four = ['tumour', 'malformation', 'demyelination', 'other'].map((id) => shut(id, ['study.acknowledged']))
    expect(told(advice(four))).toEqual([
      ['tumour malformation demyelination other', 'Acknowledge the report of 20 Nov 2026 (imaging)'],
    ])
  })

  it('a scan that is not there is one thing to get, though every rule-out lacks other fields of it', () => {
    const two = [
      shut('tumour', ['mri.tumour', 'study.signed', 'study.acknowledged']),
      shut('demyelination', ['mri.demyelination', 'study.signed', 'study.acknowledged']),
    ]
    expect(told(advice(two))).toEqual([['tumour demyelination', 'Get a scan read and recorded (imaging)']])
  })

  it('what no answer takes away comes first, then what the best next question is about', () => {
    const three = [
      shut('diagnosis', ['dx.class', 'dx.agreed']),
      shut('flags', ['screen.red-flags']),
      shut('interval', [], ['session']),
    ]
    const missing = [asked('screen.red-flags'), asked('dx.class')]
    expect(told(advice(three, { missing }))).toEqual([
      ['interval', ''],
      ['flags', 'Ask every red flag (evaluate)'],
      ['diagnosis', 'Conclude and sign the diagnosis (evaluate)'],
    ])
  })

  it('what one answer takes away with another is told with it', () => {
    const three = [
      shut('urgent', ['screen.red-flags', 'screen.examination']),
      shut('examined', ['screen.examination']),
      shut('tumour', ['screen.red-flags', 'mri.tumour']),
    ]
    expect(told(advice(three, { missing: [asked('screen.red-flags'), asked('screen.examination')] }))).toEqual([
      ['urgent examined', 'Ask every red flag (evaluate), Examine, and mark the list (evaluate)'],
      ['tumour', 'Ask every red flag (evaluate), Get a scan read and recorded (imaging)'],
    ])
  })

  it('many questions of one list are the list to ask, told with what else it takes away', () => {
    const flags = ['rf.limbOrSpeech', 'rf.facialNumb', 'rf.cancer', 'rf.suddenPalsy']
    const three = [shut('urgent', ['screen.red-flags']), shut('some flag', flags), shut('two flags', flags.slice(0, 2))]
    expect(told(advice(three, { missing: [asked('screen.red-flags')] }))).toEqual([
      ['urgent some flag', 'Ask every red flag (evaluate)'],
      [
        'two flags',
        'Answer: limb weakness, changed speech or reduced alertness (evaluate), Answer: numbness or stabbing pain of the face (evaluate)',
      ],
    ])
  })

  it('a lesion leads to the step that judges it, and to no answer', () => {
    const given = advice([shut('lesion', [], ['rule-out.tumour'])], { nextSteps: [judging] })
    expect(told(given)).toEqual([['lesion', 'Judge whether it matters (imaging)']])
  })

  it('a conclusion that somebody may not sign alone leads to whoever agrees with it', () => {
    const agreeing = { ...judging, id: 'co-sign-diagnosis', label: 'Confirm the diagnosis or disagree' }
    const given = advice([shut('diagnosis', [], ['dx.signedBy', 'dx.agreed'])], { nextSteps: [judging, agreeing] })
    expect(told(given)).toEqual([['diagnosis', 'Confirm the diagnosis or disagree (evaluate)']])
  })

  it('an open red flag leads to the line that answers for it, beside the scan that would', () => {
    const open = { 'red-flags': { answer: [{ id: 'rf.facialNumb', resolved: 'no' }] } }
    const given = advice([shut('flag', ['mri.tumour'], ['rf.facialNumb', 'rf.cancer'])])
    const flagged = { ...given, decisions: { ...given.decisions, ...open } } as unknown as Advice
    expect(told(flagged)).toEqual([
      [
        'flag',
        'Get a scan read and recorded (imaging), Say what became of it: numbness or stabbing pain of the face (evaluate)',
      ],
    ])
    expect(holdsOf(flagged, recorded)[0]?.ways[1]?.place).toEqual({ screen: 'evaluate', ask: 'rf.facialNumb' })
  })

  it('a reason that does not shut it holds nothing', () => {
    const { shuts: _, ...caution } = shut('caution', [])
    expect(told(advice([caution]))).toEqual([])
  })
})
