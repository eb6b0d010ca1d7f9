import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  type Condition,
  count,
  dateOf,
  daysBetween,
  daysSince,
  decided,
  type ExceptionKind,
  entryDate,
  established,
  exceptionKind,
  type Fact,
  is,
  latest,
  latestDate,
  lessThan,
  named,
  no,
  not,
  onOrAfter,
  ownJudgement,
  type PolicyNumber,
  quantity,
  recordedOn,
  some,
  unanswered,
  yes,
} from '@facialis/language'
import { type ExceptionCode, exception, exceptionCodes, imagingOrder, session, study } from '../entries/index.ts'
import {
  chairAnticoagulant,
  chairNeuromuscular,
  chairPregnancy,
  chairToxinElsewhere,
  examCranialNerves,
  mriDeclined,
  mriDeclinedCapacity,
  mriImpossible,
  mriImpossibleReason,
  redFlagFacts,
  rfMsHistory,
} from '../facts/index.ts'
import {
  allowClinicDate,
  allowContinuity,
  allowImagingDeclined,
  allowInterval,
  allowKnownCause,
  allowMriBooked,
  allowMriImpossible,
  allowNeuromuscularOpinion,
  allowPaediatricOpinion,
  allowPregnancyPlan,
  allowTouchUp,
  allowToxinElsewhere,
  allowWarfarin,
  clinicDateFrom,
  continuitySessions,
  exceptionMaximum,
  goodRelief,
  minimumReinjectionInterval,
  mriBookedWithin,
  touchUpFrom,
} from '../policy/index.ts'
import { A4, A8, A9, A16, A19, A20, A21, AWorkflow, T31 } from '../sources/index.ts'
import { certainty } from './certainty.ts'
import { anyFacialToxin, child, hfsToxin, lastFacialToxin, sinceFacialToxin } from './course.ts'
import { substitute } from './mri-substitute.ts'
import { phenotype } from './phenotype.ts'
import { raisedAfter } from './red-flags.ts'
import { anyPositive, noOpenRedFlag, ruleOuts } from './rule-outs.ts'

const f = exception.fields

/** Needs and limits an exception may stand in for; what is not named here no exception covers. */
const lesions = ruleOuts.map((decision) => `BT-02/${decision.id.replace('rule-out.', '')}`)

/** A flag raised after the exception was signed ends it at once. */
const newFlagSince: Condition = any(...redFlagFacts.map((flag) => raisedAfter(flag, entryDate(exception))))

const stated = (fact: Fact): Condition =>
  fact.type === 'yes-no' ? { kind: 'is', fact, values: ['yes'] } : not(unanswered(fact))

type Kind = Readonly<{
  label: string
  covers: readonly string[]
  /** The site may switch it off. */
  allowed: PolicyNumber
  available: Condition
  states?: readonly Fact[]
  /** Good for one session; else until it ends. */
  once?: true
  warning?: string
  because: ExceptionKind['because']
}>

const kindOf = (code: ExceptionCode, kind: Kind): ExceptionKind => {
  const { label, covers, allowed, available, states = [], once, warning = null, because } = kind
  return exceptionKind(code, {
    label,
    covers,
    // Under age only the paediatric neurologist's opinion may be the reason for one.
    available: all(atLeast(allowed, 1), available, ...(code === 'paediatric-opinion' ? [] : [not(child)])),
    inForce: named(
      'a standing exception in force',
      all(
        is(f.code, code),
        is(f.signerRole, 'senior-clinician'),
        yes(f.patientTold),
        onOrAfter(dateOf(f.expires), asOf),
        atMost(daysBetween(entryDate(exception), dateOf(f.expires)), exceptionMaximum),
        not(newFlagSince),
        ...states.map(stated),
        ...(once ? [is(f.used, 'no')] : []),
      ),
    ),
    entry: exception,
    states,
    warning,
    because,
  })
}

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
const sinceAnyFacialToxin = daysSince(latestDate(session, anyFacialToxin))

/** Not known to lie outside the minimum interval. A session without any day is dated first, not excepted. */
const tooEarly = all(
  onOrAfter(asOf, lastFacialToxin),
  not(established(atLeast(sinceFacialToxin, minimumReinjectionInterval))),
)

/** The only way past a shut gate: coded, signed by a senior clinician, told to the person, ending by itself. */
const kinds: Readonly<Record<ExceptionCode, Kind>> = {
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
    label: 'Imaging declined with capacity, risks told, sedation and wide bore offered',
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
  'paediatric-opinion': {
    label: 'Under 18: a paediatric neurologist asks for it',
    covers: ['A16'],
    allowed: allowPaediatricOpinion,
    available: child,
    states: [f.opinionBy],
    because: [A16],
  },
  'neuromuscular-opinion': {
    label: 'Disease of nerve and muscle: the note of a neuromuscular specialist',
    covers: ['BT-03/neuromuscular'],
    allowed: allowNeuromuscularOpinion,
    available: yes(chairNeuromuscular),
    states: [f.opinionBy],
    because: [A21],
  },
  'clinic-date': {
    label: 'Clinic date falls a few days early',
    covers: ['BT-05'],
    allowed: allowClinicDate,
    available: all(tooEarly, atLeast(sinceFacialToxin, clinicDateFrom)),
    once: true,
    because: [A19],
  },
  'touch-up': {
    label: 'Small dose to a missed muscle; counts in totals and resets nothing',
    covers: ['BT-05'],
    allowed: allowTouchUp,
    available: all(tooEarly, atLeast(sinceAnyFacialToxin, touchUpFrom)),
    states: [f.missedMuscle],
    once: true,
    warning: 'Early top-ups may lead to antibodies; the units count in the totals and the interval is not reset.',
    because: [A19],
  },
  interval: {
    label: 'Another early session, a shared decision with reason',
    covers: ['BT-05'],
    allowed: allowInterval,
    available: tooEarly,
    states: [f.reason],
    once: true,
    because: [A19, ownJudgement('an elective decision shared with the person, written down and signed')],
  },
  'pregnancy-plan': {
    label: 'Pregnant or trying: a shared decision with reason',
    covers: ['BT-03/pregnancy'],
    allowed: allowPregnancyPlan,
    available: is(chairPregnancy, 'pregnant-or-trying'),
    states: [f.reason],
    once: true,
    because: [A21],
  },
  warfarin: {
    label: 'INR above range or unknown for four weeks, accepted with reason',
    covers: ['BT-03/warfarin'],
    allowed: allowWarfarin,
    available: is(chairAnticoagulant, 'warfarin-out-of-range'),
    states: [f.reason],
    once: true,
    because: [A20],
  },
  'toxin-elsewhere': {
    label: 'Toxin given elsewhere within twelve weeks, accepted with reason',
    covers: ['BT-03/toxin-elsewhere'],
    allowed: allowToxinElsewhere,
    available: yes(chairToxinElsewhere),
    states: [f.reason],
    once: true,
    because: [A19, ownJudgement('it is the interval again, asked at the chair; the same shared decision covers it')],
  },
}

export const exceptionKinds: readonly ExceptionKind[] = exceptionCodes.map((code) => kindOf(code, kinds[code]))
