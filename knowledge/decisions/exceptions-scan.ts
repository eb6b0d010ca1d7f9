import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  count,
  dateOf,
  daysBetween,
  decided,
  is,
  latest,
  latestDate,
  lessThan,
  no,
  not,
  onOrAfter,
  quantity,
  recordedOn,
  some,
  unanswered,
  yes,
} from '@facialis/language'
import { type ExceptionCode, exception, imagingOrder, session, study } from '../entries/index.ts'
import {
  examCranialNerves,
  mriDeclined,
  mriDeclinedCapacity,
  mriImpossible,
  mriImpossibleReason,
  redFlagFacts,
  rfMsHistory,
} from '../facts/index.ts'
import {
  allowContinuity,
  allowImagingDeclined,
  allowKnownCause,
  allowMriBooked,
  allowMriImpossible,
  continuitySessions,
  goodRelief,
  mriBookedWithin,
} from '../policy/index.ts'
import { A4, A8, A9, AWorkflow, T31 } from '../sources/index.ts'
import { certainty } from './certainty.ts'
import { hfsToxin } from './course.ts'
import type { Kind } from './exception-kind.ts'
import { substitute } from './mri-substitute.ts'
import { phenotype } from './phenotype.ts'
import { raisedAfter } from './red-flags.ts'
import { anyPositive, noOpenRedFlag, ruleOuts } from './rule-outs.ts'

const f = exception.fields

/** Needs and limits an exception may stand in for; what is not named here no exception covers. */
const lesions = ruleOuts.map((decision) => `BT-02/${decision.id.replace('rule-out.', '')}`)

const definite = decided(certainty, 'definite')

/** A cause is known only by looking: somebody read a scan, and a flag raised since is not part of what is known. */
const readScan = all(
  is(study.fields.modality, 'mri', 'ct', 'ct-angiography', 'catheter-angiography'),
  is(study.fields.report, 'structured'),
  yes(study.fields.signed),
)
const scanned = some(study, readScan)
const flagSinceScan = any(...redFlagFacts.map((flag) => raisedAfter(flag, latestDate(study, readScan))))
const elsewhere = all(hfsToxin, no(session.fields.performedHere))
const reliefOf = quantity(session.fields.relief)

/** For want of a scan that clears all lesions. */
export const scanExceptions = {
  'mri-booked': {
    label: 'MRI booked within eight weeks; one session meanwhile',
    covers: lesions,
    allowed: allowMriBooked,
    available: all(
      definite,
      decided(phenotype, 'typical'),
      noOpenRedFlag,
      not(anyPositive),
      some(
        imagingOrder,
        all(
          is(imagingOrder.fields.modality, 'mri'),
          atLeast(daysBetween(asOf, dateOf(imagingOrder.fields.bookedFor)), 0),
          atMost(daysBetween(asOf, dateOf(imagingOrder.fields.bookedFor)), mriBookedWithin),
        ),
      ),
    ),
    once: true,
    because: [A8, T31],
  },
  'mri-impossible': {
    label: 'MRI impossible; contrast CT and CT angiography read instead',
    covers: lesions,
    allowed: allowMriImpossible,
    available: all(
      yes(mriImpossible),
      not(unanswered(mriImpossibleReason)),
      onOrAfter(asOf, recordedOn(mriImpossible)),
      substitute,
      is(examCranialNerves, 'no', 'yes-explained'),
      is(rfMsHistory, 'no'),
      noOpenRedFlag,
      not(anyPositive),
    ),
    because: [A9],
  },
  'imaging-declined': {
    label: 'Imaging declined with capacity, risks told, sedation and wide-bore scanner offered',
    covers: lesions,
    allowed: allowImagingDeclined,
    available: all(yes(mriDeclined), yes(mriDeclinedCapacity), definite, noOpenRedFlag, not(anyPositive)),
    because: [A8],
  },
  'known-cause-symptomatic': {
    label: 'Known cause, treated for its symptom; owner and plan named',
    covers: [...lesions, 'RF-02', 'DX-04'],
    allowed: allowKnownCause,
    available: all(
      any(anyPositive, is(rfMsHistory, 'yes'), some(study, is(study.fields.dolichoectasia, 'yes'))),
      scanned,
      not(flagSinceScan),
    ),
    states: [f.owner, f.plan],
    because: [A8],
  },
  continuity: {
    label: 'Treated elsewhere with good effect; report requested; one session',
    covers: lesions,
    allowed: allowContinuity,
    available: all(
      atLeast(count(session, elsewhere), continuitySessions),
      some(session, all(elsewhere, atLeast(reliefOf, goodRelief))),
      not(latest(session, all(hfsToxin, not(unanswered(session.fields.relief))), lessThan(reliefOf, goodRelief))),
      noOpenRedFlag,
      not(anyPositive),
    ),
    states: [f.reportRequested],
    once: true,
    because: [A8, A4, AWorkflow],
  },
} satisfies Partial<Record<ExceptionCode, Kind>>
