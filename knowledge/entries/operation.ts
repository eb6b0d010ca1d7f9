import { entry, fieldsOf, neutral } from '@facialis/language'
import { againstToxin } from '../facts/adverse.ts'
import { decompressionProcedure } from '../facts/codes.ts'
import { patterns, sites, vessels } from './study-findings.ts'

const field = fieldsOf('operation')
const prognosis = neutral('shown as prognosis only; it proves neither cure nor failure')
const found = neutral('what was found explains the spasm; it forbids no act')

/** An operation on the nerve. Its date is the day of surgery. */
export const operation = entry(
  'operation',
  { label: 'operation', plural: 'operations', ahead: 'To book it, use Theatre day.' },
  {
    kind: field.choice('operation.kind', ['other', 're-exploration', 'mvd'], {
      question: 'Which operation was it?',
      label: 'kind of operation',
      codes: decompressionProcedure,
      adverse: againstToxin('mvd', 're-exploration'),
    }),
    side: field.choice('operation.side', ['left', 'right'], {
      question: 'On which side?',
      label: 'side of the operation',
      adverse: found,
    }),
    vesselSeen: field.yesNo('operation.vesselSeen', {
      question: 'Was a vessel found pressing on the nerve?',
      label: 'vessel seen at surgery',
      adverse: found,
    }),
    vessels: field.set('operation.vessels', vessels, {
      question: 'Which vessels pressed on the nerve?',
      label: 'vessels at surgery',
      adverse: found,
    }),
    pattern: field.choice('operation.pattern', patterns, {
      question: 'How did the vessel press on the nerve?',
      label: 'pattern of compression at surgery',
      adverse: found,
    }),
    site: field.choice('operation.site', sites, {
      question: 'Where along the nerve did it press?',
      label: 'site of compression at surgery',
      adverse: found,
    }),
    technique: field.choice('operation.technique', ['transposition', 'interposition', 'both', 'other'], {
      question: 'Was the vessel transposed (moved away) or interposed (padded off)?',
      label: 'technique',
      adverse: found,
    }),
    lsrAtEnd: field.choice('operation.lsrAtEnd', ['gone', 'present', 'not-monitored'], {
      question: 'Was the lateral spread response gone at the end?',
      label: 'lateral spread response at the end',
      adverse: prognosis,
    }),
    baepBaselineTyped: field.yesNo('operation.baepBaselineTyped', {
      question:
        'Was a baseline of brainstem auditory evoked potentials entered after positioning and before the dura was opened?',
      label: 'baseline of brainstem auditory evoked potentials entered',
      adverse: prognosis,
    }),
    baepLatencyShift: field.quantity(
      'operation.baepLatencyShift',
      { unit: 'ms', min: 0, max: 10_000, decimals: 2 },
      {
        question: 'By how much was wave V of the brainstem auditory evoked potentials delayed at worst?',
        label: 'delay of wave V (brainstem auditory evoked potentials)',
        adverse: prognosis,
      },
    ),
    baepAmplitudeFall: field.quantity(
      'operation.baepAmplitudeFall',
      { unit: '%', min: 0, max: 100 },
      {
        question: 'By how much did the amplitude of wave V of the brainstem auditory evoked potentials fall at worst?',
        label: 'fall in amplitude of wave V (brainstem auditory evoked potentials)',
        adverse: prognosis,
      },
    ),
    baepWaveV: field.choice('operation.baepWaveV', ['kept', 'lost-and-back', 'lost'], {
      question: 'Was wave V of the brainstem auditory evoked potentials kept?',
      label: 'wave V (brainstem auditory evoked potentials)',
      adverse: prognosis,
    }),
  },
)
