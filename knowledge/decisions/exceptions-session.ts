import {
  all,
  asOf,
  atLeast,
  daysSince,
  established,
  is,
  latestDate,
  not,
  onOrAfter,
  ownJudgement,
  yes,
} from '@facialis/language'
import { type ExceptionCode, exception, session } from '../entries/index.ts'
import { chairAnticoagulant, chairNeuromuscular, chairPregnancy, chairToxinElsewhere } from '../facts/index.ts'
import {
  allowClinicDate,
  allowInterval,
  allowNeuromuscularOpinion,
  allowPaediatricOpinion,
  allowPregnancyPlan,
  allowTouchUp,
  allowToxinElsewhere,
  allowWarfarin,
  clinicDateFrom,
  minimumReinjectionInterval,
  touchUpFrom,
} from '../policy/index.ts'
import { A16, A19, A20, A21 } from '../sources/index.ts'
import { anyFacialToxin, child, lastFacialToxin, sinceFacialToxin } from './course.ts'
import type { Kind } from './exception-kind.ts'

const f = exception.fields
const sinceAnyFacialToxin = daysSince(latestDate(session, anyFacialToxin))

/** Not known to lie outside the minimum interval. A session without any day is dated first, not excepted. */
const tooEarly = all(
  onOrAfter(asOf, lastFacialToxin),
  not(established(atLeast(sinceFacialToxin, minimumReinjectionInterval))),
)

/** For who the person is, for the day, and for what is found at the chair. */
export const sessionExceptions = {
  'paediatric-opinion': {
    label: 'Under 18: a paediatric neurologist asks for it',
    covers: ['A16'],
    allowed: allowPaediatricOpinion,
    available: child,
    states: [f.opinionBy],
    because: [A16],
  },
  'neuromuscular-opinion': {
    label: 'Neuromuscular disorder: the note of a neuromuscular specialist',
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
    label: 'INR above range or more than four weeks old, accepted with reason',
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
} satisfies Partial<Record<ExceptionCode, Kind>>
