import {
  all,
  any,
  assumption,
  atLeast,
  dateOf,
  decided,
  type Invariant,
  invariant,
  is,
  lessThan,
  not,
  ownJudgement,
  type PolicyNumber,
  type ToProve,
  unanswered,
  yearsBetween,
} from '@facialis/language'
import { botulinum, botulinumSession } from './decisions/botulinum.ts'
import { cause } from './decisions/cause.ts'
import { alive, sinceDecompression, sinceFacialToxin } from './decisions/course.ts'
import { decompression } from './decisions/decompression.ts'
import { examined, signedDiagnosis } from './decisions/diagnosis-conditions.ts'
import { imaging } from './decisions/imaging.ts'
import { responseSurgery } from './decisions/response-surgery.ts'
import { allCleared, noOpenRedFlag, reads, ruleOuts } from './decisions/rule-outs.ts'
import { stage } from './decisions/stage.ts'
import { study, symptom } from './entries/index.ts'
import { birthDate, onset, type RedFlag, rfAgeUnder18, rfAgeUnder30, rfOnsetUnder2 } from './facts/index.ts'
import { childAge, failureNotBefore, infantOnset, minimumReinjectionInterval, youngOnset } from './policy/index.ts'
import { A3, A5, K54, S3, S7, S12, S13, S14, S16 } from './sources/index.ts'

const offered = (gate: typeof botulinum | typeof botulinumSession) => decided(gate, 'caution', 'permitted')
/** What the first sentence about toxin asks for. */
const ruledOut = all(signedDiagnosis, noOpenRedFlag, allCleared)

/** A rule-out is cleared by an MRI that was signed and acknowledged, of one study at a time; nothing else clears. */
const clearedByMri: readonly Invariant[] = Object.values(reads).map(({ each }) =>
  invariant(
    `PR-03/${each.id.replace('study.', '')}`,
    {
      text: 'A study clears only if it is an MRI, signed and acknowledged, that shows no such lesion: no CT, EEG or EMG does.',
      about: study.id,
      whenever: decided(each, 'cleared'),
      holds: all(
        is(study.fields.modality, 'mri'),
        is(study.fields.signed, 'yes'),
        is(study.fields.acknowledged, 'yes'),
      ),
    },
    S13,
    A3,
  ),
)

const invariants: readonly Invariant[] = [
  invariant(
    'PR-01',
    {
      text: 'No toxin may be offered unless the diagnosis is signed, no red flag is open and all four rule-outs are cleared.',
      whenever: offered(botulinum),
      holds: all(ruledOut, examined, alive),
    },
    S13,
    S12,
  ),
  invariant(
    'PR-01/session',
    {
      text: 'No session may be signed unless toxin may be offered.',
      whenever: offered(botulinumSession),
      holds: offered(botulinum),
    },
    S13,
  ),
  invariant(
    'PR-02',
    {
      text: 'A vessel is presumed only with a signed diagnosis and all four rule-outs cleared.',
      whenever: decided(cause, 'vascular-presumed'),
      holds: all(signedDiagnosis, allCleared),
    },
    S3,
    S7,
  ),
  ...clearedByMri,
  invariant(
    'PR-04',
    {
      text: 'An operation is a candidate’s only with a signed diagnosis, every rule-out cleared and no red flag open.',
      whenever: decided(decompression, 'candidate'),
      holds: ruledOut,
    },
    S14,
    S12,
  ),
  invariant(
    'PR-05',
    {
      text: 'While a lesion counts as found, neither toxin nor an operation for the vessel is offered.',
      whenever: any(...ruleOuts.map((ruleOut) => decided(ruleOut, 'positive'))),
      holds: all(not(offered(botulinum)), decided(decompression, 'not-candidate', 'treat-cause-first')),
    },
    S13,
    A5,
  ),
  invariant(
    'PR-07',
    {
      text: 'Surgery is never called persistent before the year is over.',
      whenever: decided(responseSurgery, 'persistent'),
      holds: atLeast(sinceDecompression, failureNotBefore),
    },
    S16,
  ),
  invariant(
    'PR-08',
    {
      text: 'Toxin is never offered while the last toxin for the face was given less than the minimum interval ago.',
      whenever: lessThan(sinceFacialToxin, minimumReinjectionInterval),
      holds: decided(botulinum, 'blocked'),
    },
    K54,
  ),
]

const onsetBefore = (age: PolicyNumber) => lessThan(yearsBetween(dateOf(birthDate), dateOf(onset)), age)
const asked = ownJudgement('two ways of asking for one age; where they differ, the dates count and the flag is open')
const recorded = ownJudgement('a complaint is chosen from a list when it is recorded')
/** Who says no to an age is not of that age. */
const agrees = (id: string, flag: RedFlag, age: PolicyNumber) =>
  assumption(
    id,
    { text: `${flag.label}: the answer and the dates agree.`, holds: not(all(is(flag, 'no'), onsetBefore(age))) },
    asked,
  )

const assumptions = [
  agrees('PR-A1', rfOnsetUnder2, infantOnset),
  agrees('PR-A2', rfAgeUnder18, childAge),
  agrees('PR-A3', rfAgeUnder30, youngOnset),
  assumption(
    'PR-A4',
    { text: 'A complaint says what it is.', about: symptom.id, holds: not(unanswered(symptom.fields.kind)) },
    recorded,
  ),
]

export const toProve: ToProve = {
  invariants,
  assumptions,
  offers: [
    ...Object.values(reads).map(({ each }) => each),
    ...ruleOuts,
    cause,
    botulinum,
    botulinumSession,
    decompression,
  ],
  wide: [imaging, stage],
}
