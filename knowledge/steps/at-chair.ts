import {
  type Cites,
  type Condition,
  is,
  type NumberTerm,
  recordedOn,
  type Step,
  step,
  type Urgency,
} from '@facialis/language'
import { exception, session } from '../entries/index.ts'
import {
  chairAllergy,
  chairAnticoagulant,
  chairInfection,
  chairNeuromuscular,
  chairNewFlag,
  chairPregnancy,
  chairSwallowingBreathing,
  chairToxinElsewhere,
  redFlagFacts,
  wishDrugs,
  wishSurgery,
} from '../facts/index.ts'
import {
  expertReviewDue,
  recordedAfterReviewDue,
  soonWithin,
  treatmentChoiceDue,
  urgentWithin,
  yearlyReviewDue,
} from '../policy/index.ts'
import { A1, A19, A20, A21, K13, K55, K56b, K80 } from '../sources/index.ts'
import { onPathway, untilGone } from './calling.ts'

type Barred = Readonly<{
  id: string
  fact: Step['settles'][number] & Parameters<typeof recordedOn>[0]
  when: Condition
  label: string
  text: string
  due: NumberTerm
  urgency?: Urgency
  also?: Step['settles']
  because: Cites
}>

/** An answer at the chair that shuts the gate stays until somebody asks again: each has its own way on. */
const barred = ({ id, fact, when, label, text, due, urgency = 'routine', also = [], because }: Barred): Step =>
  step(
    id,
    {
      label,
      text,
      when: onPathway(when, untilGone),
      owner: 'clinician',
      urgency,
      anchor: { name: fact.id, date: recordedOn(fact) },
      window: { due },
      settles: [fact, ...also],
      rules: ['BT-03'],
    },
    ...because,
  )

export const atChairSteps: readonly Step[] = [
  barred({
    id: 'infection-healed',
    fact: chairInfection,
    when: is(chairInfection, 'yes'),
    label: 'Check the infected injection site again',
    text: 'The session waits until the infection at the planned site has cleared.',
    due: soonWithin,
    because: [K56b],
  }),
  barred({
    id: 'pregnancy-talk',
    fact: chairPregnancy,
    when: is(chairPregnancy, 'pregnant-or-trying'),
    label: 'Ask again about pregnancy, or decide together',
    text: 'Injections are elective in pregnancy; a shared, written decision may let a session pass.',
    due: yearlyReviewDue,
    also: [exception],
    because: [A21, K80],
  }),
  barred({
    id: 'examine-swallowing',
    fact: chairSwallowingBreathing,
    when: is(chairSwallowingBreathing, 'new'),
    label: 'Examine the new swallowing, breathing or limb trouble',
    text: 'It is new: it is looked into before any toxin, and trouble with breathing or swallowing after toxin is an emergency.',
    due: urgentWithin,
    urgency: 'urgent',
    because: [K55, A1],
  }),
  barred({
    id: 'warfarin-value',
    fact: chairAnticoagulant,
    when: is(chairAnticoagulant, 'warfarin-out-of-range'),
    label: 'Get a fresh INR, or accept with a reason',
    text: 'INR above range or more than four weeks old: wait for a new value; never stop the medicine for the injection.',
    due: soonWithin,
    also: [exception],
    because: [A20],
  }),
  barred({
    id: 'another-way-for-allergy',
    fact: chairAllergy,
    when: is(chairAllergy, 'product'),
    label: 'Allergic to the product: clarify, or choose another treatment',
    text: 'An allergy to the product forbids it: an allergist identifies the component, or discuss surgery or tablets.',
    due: treatmentChoiceDue,
    also: [wishSurgery, wishDrugs],
    because: [K56b],
  }),
  barred({
    id: 'neuromuscular-opinion',
    fact: chairNeuromuscular,
    when: is(chairNeuromuscular, 'yes'),
    label: 'Ask the neuromuscular specialist',
    text: 'With a neuromuscular disorder, an exception needs that specialist’s note.',
    due: expertReviewDue,
    also: [exception],
    because: [K56b, A21],
  }),
  barred({
    id: 'enter-toxin-elsewhere',
    fact: chairToxinElsewhere,
    when: is(chairToxinElsewhere, 'yes'),
    label: 'Enter the toxin given elsewhere',
    text: 'With its day and product on record, the interval counts from it.',
    due: recordedAfterReviewDue,
    also: [session],
    because: [A19, A1],
  }),
  barred({
    id: 'name-new-flag',
    fact: chairNewFlag,
    when: is(chairNewFlag, 'yes'),
    label: 'Name the new red flag',
    text: 'A new red flag was mentioned at the chair: which one it is decides how soon the patient must be seen.',
    due: urgentWithin,
    urgency: 'urgent',
    also: redFlagFacts,
    because: [K13, A1],
  }),
]
