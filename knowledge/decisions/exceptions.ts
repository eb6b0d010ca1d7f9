import {
  all,
  always,
  any,
  asOf,
  atLeast,
  atMost,
  before,
  type Condition,
  count,
  dateOf,
  daysBetween,
  decided,
  type ExceptionKind,
  entryDate,
  exceptionKind,
  has,
  is,
  latest,
  lessThan,
  named,
  no,
  not,
  onOrAfter,
  ownJudgement,
  quantity,
  recordedOn,
  some,
  unanswered,
  yes,
} from '@facialis/language'
import { exception, type exceptionCodes, imagingOrder, session, study } from '../entries/index.ts'
import {
  birthDate,
  chairNeuromuscular,
  examCranialNerves,
  mriDeclined,
  mriDeclinedCapacity,
  mriImpossible,
  onset,
  redFlagFacts,
  rfMsHistory,
} from '../facts/index.ts'
import {
  childAge,
  clinicDateFrom,
  continuitySessions,
  exceptionMaximum,
  goodRelief,
  mriBookedWithin,
  touchUpFrom,
} from '../policy.ts'
import { A4, A8, A9, A16, A19, A20, A21, AWorkflow, T31 } from '../sources/index.ts'
import { certainty } from './certainty.ts'
import { hfsToxin, sinceFacialToxin } from './course.ts'
import { phenotype } from './phenotype.ts'
import { anyPositive, noOpenRedFlag, ruleOuts } from './rule-outs.ts'

const f = exception.fields
export const child = lessThan({ kind: 'years-between', from: dateOf(birthDate), to: asOf }, childAge)

/** Needs and limits an exception may stand in for; what is not named here no exception covers. */
const lesions = ruleOuts.map((decision) => `BT-02/${decision.id.replace('rule-out.', '')}`)

/** A flag raised after the exception was signed ends it at once. */
const newFlagSince: Condition = any(
  ...redFlagFacts.map((flag) => all(is(flag, 'yes'), before(entryDate(exception), recordedOn(flag)))),
)

type ExceptionCode = (typeof exceptionCodes)[number]
const inForce = (code: ExceptionCode, once: boolean): Condition =>
  named(
    'a standing exception in force',
    all(
      is(f.code, code),
      is(f.signerRole, 'senior-clinician'),
      yes(f.patientTold),
      onOrAfter(dateOf(f.expires), asOf),
      atMost(daysBetween(entryDate(exception), dateOf(f.expires)), exceptionMaximum),
      not(newFlagSince),
      ...(once ? [is(f.used, 'no')] : []),
    ),
  )

const definite = decided(certainty, 'definite')

const ct = study.fields
const wellRead = all(
  is(ct.modality, 'ct', 'ct-angiography'),
  is(ct.readerRole, 'neuroradiologist'),
  is(ct.report, 'structured'),
  yes(ct.signed),
  yes(ct.acknowledged),
  onOrAfter(entryDate(study), dateOf(onset)),
  is(ct.posteriorFossaQuality, 'diagnostic'),
  is(ct.lesionExcluded, 'not-stated', 'yes'),
)
/** What stands in for an impossible MRI: thin contrast CT of fossa and temporal bone, and CT angiography, well read. */
export const substitute = named(
  'contrast CT of posterior fossa and temporal bone with CT angiography, read by a neuroradiologist',
  all(
    some(
      study,
      all(
        wellRead,
        has(ct.sequences, 'ct-contrast'),
        has(ct.coverage, 'posterior-fossa'),
        has(ct.coverage, 'temporal-bone'),
        is(ct.tumour, 'absent'),
        is(ct.boneLesion, 'absent'),
      ),
    ),
    some(
      study,
      all(wellRead, has(ct.sequences, 'cta'), is(ct.vascularMalformation, 'absent'), is(ct.aneurysm, 'absent')),
    ),
  ),
)

/** Toxin that helped, elsewhere. */
const helpedElsewhere = all(
  hfsToxin,
  no(session.fields.performedHere),
  atLeast(quantity(session.fields.relief), goodRelief),
)

/** The only way past a shut gate: coded, signed by a senior clinician, told to the person, ending by itself. */
export const exceptionKinds: readonly ExceptionKind[] = [
  exceptionKind('mri-booked', {
    label: 'MRI booked within eight weeks; one session meanwhile',
    covers: lesions,
    available: all(
      definite,
      decided(phenotype, 'typical'),
      noOpenRedFlag,
      not(child),
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
    inForce: inForce('mri-booked', true),
    entry: exception,
    because: [A8, T31],
  }),
  exceptionKind('mri-impossible', {
    label: 'MRI impossible; contrast CT and CT angiography read instead',
    covers: lesions,
    available: all(
      yes(mriImpossible),
      substitute,
      is(examCranialNerves, 'no', 'yes-explained'),
      noOpenRedFlag,
      not(anyPositive),
    ),
    inForce: inForce('mri-impossible', false),
    entry: exception,
    because: [A9],
  }),
  exceptionKind('imaging-declined', {
    label: 'Imaging declined with capacity, risks told, sedation and wide bore offered',
    covers: lesions,
    available: all(yes(mriDeclined), yes(mriDeclinedCapacity), definite, noOpenRedFlag, not(anyPositive)),
    inForce: inForce('imaging-declined', false),
    entry: exception,
    because: [A8],
  }),
  exceptionKind('known-cause-symptomatic', {
    label: 'Known cause, treated for its symptom; owner and plan named',
    covers: [...lesions, 'RF-02', 'DX-04'],
    available: any(anyPositive, is(rfMsHistory, 'yes')),
    inForce: inForce('known-cause-symptomatic', false),
    entry: exception,
    because: [A8],
  }),
  exceptionKind('continuity', {
    label: 'Treated elsewhere with good effect; report requested; one session',
    covers: lesions,
    available: all(
      atLeast(count(session, all(hfsToxin, no(session.fields.performedHere))), continuitySessions),
      some(session, helpedElsewhere),
      not(
        latest(
          session,
          all(hfsToxin, not(unanswered(session.fields.relief))),
          lessThan(quantity(session.fields.relief), goodRelief),
        ),
      ),
      noOpenRedFlag,
      not(anyPositive),
    ),
    inForce: inForce('continuity', true),
    entry: exception,
    because: [A8, A4, AWorkflow],
  }),
  exceptionKind('specialist-opinion', {
    label: 'Opinion of the specialist concerned (paediatric neurologist, neuromuscular)',
    covers: ['A16', 'BT-03/neuromuscular', 'RF-02'],
    available: any(child, is(chairNeuromuscular, 'yes')),
    inForce: inForce('specialist-opinion', false),
    entry: exception,
    because: [A16, A21],
  }),
  exceptionKind('clinic-date', {
    label: 'Clinic date falls a few days early',
    covers: ['BT-05'],
    available: atLeast(sinceFacialToxin, clinicDateFrom),
    inForce: inForce('clinic-date', true),
    entry: exception,
    because: [A19],
  }),
  exceptionKind('touch-up', {
    label: 'Small dose to a missed muscle; counts in totals and resets nothing',
    covers: ['BT-05'],
    available: atLeast(sinceFacialToxin, touchUpFrom),
    inForce: inForce('touch-up', true),
    entry: exception,
    because: [A19],
  }),
  exceptionKind('other', {
    label: 'Shared decision with reason (interval, pregnancy plan, blood thinner, toxin elsewhere)',
    covers: ['BT-05', 'BT-03/pregnancy', 'BT-03/warfarin', 'BT-03/toxin-elsewhere'],
    available: always,
    inForce: inForce('other', true),
    entry: exception,
    because: [A19, A20, A21, ownJudgement('elective decisions shared with the person, written down and signed')],
  }),
]
