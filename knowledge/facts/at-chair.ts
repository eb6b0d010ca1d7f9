import { atChair, type Code, fact, neutral } from '@facialis/language'
import { againstToxin } from './adverse.ts'
import { milkProteinAllergy } from './codes.ts'

type Extra = Readonly<{ codes?: readonly Code[]; unverified?: boolean }>
const asked = (id: string, label: string, question: string, extra: Extra = {}) =>
  atChair(fact.yesNo(id, { question, label, adverse: againstToxin('yes'), ...extra }))

export const chairInfection = asked(
  'chair.infection',
  'infection at the injection site',
  'Is there an infection at the planned injection site?',
)
export const chairPregnancy = atChair(
  fact.choice('chair.pregnancy', ['no', 'breastfeeding', 'pregnant-or-trying'], {
    question: 'Is the person pregnant, trying to be, or breastfeeding?',
    label: 'pregnancy',
    adverse: againstToxin('pregnant-or-trying'),
  }),
)
export const chairSwallowingBreathing = atChair(
  fact.choice('chair.swallowingBreathing', ['no', 'existing', 'new'], {
    question: 'Is there trouble with swallowing or breathing, or new weakness of a limb?',
    label: 'swallowing or breathing trouble',
    adverse: againstToxin('existing', 'new'),
  }),
)
export const chairAnticoagulant = atChair(
  fact.choice('chair.anticoagulant', ['no', 'doac', 'warfarin-in-range', 'warfarin-out-of-range'], {
    question:
      'Is an anticoagulant taken, and if warfarin, was the last value within range and no older than four weeks?',
    label: 'an anticoagulant',
    adverse: againstToxin('doac', 'warfarin-in-range', 'warfarin-out-of-range'),
  }),
)
export const chairAntiplatelet = atChair(
  fact.yesNo('chair.antiplatelet', {
    question: 'Is aspirin or clopidogrel taken?',
    label: 'aspirin or clopidogrel',
    adverse: neutral('a bruise note; a caution for it would make every caution meaningless'),
  }),
)
export const chairPotentiator = asked(
  'chair.potentiator',
  'a medicine that strengthens the effect of toxin',
  'Is an aminoglycoside, a polymyxin or a neuromuscular blocker (curare-like) being given?',
  { unverified: true },
)
export const chairWeakener = asked(
  'chair.weakener',
  'a medicine that weakens the effect of toxin',
  'Is chloroquine, hydroxychloroquine or another aminoquinoline taken?',
)
export const chairAllergy = atChair(
  fact.choice('chair.allergy', ['no', 'milk-protein', 'product'], {
    question: 'Is there an allergy to the product or, for products made with it, to cow’s-milk protein?',
    label: 'allergy',
    codes: milkProteinAllergy,
    adverse: againstToxin('milk-protein', 'product'),
  }),
)
export const chairNeuromuscular = asked(
  'chair.neuromuscular',
  'a neuromuscular disorder',
  'Is there myasthenia gravis, Lambert–Eaton syndrome, motor neuron disease or another neuromuscular disorder?',
)
export const chairEye = asked(
  'chair.eye',
  'an eye at risk',
  'Is there narrow-angle glaucoma, a dry or numb cornea, weak eye closure, or earlier eyelid surgery?',
  { unverified: true },
)
export const chairToxinElsewhere = asked(
  'chair.toxinElsewhere',
  'toxin given elsewhere',
  'Was botulinum toxin given anywhere else in the last twelve weeks, cosmetic use included?',
)
export const chairNewFlag = asked('chair.newFlag', 'a new red flag', 'Is there any new red flag since the last visit?')

/** The closed list that is asked on the day of every session; one press answers "asked, nothing new". */
export const atChairList = [
  chairInfection,
  chairPregnancy,
  chairSwallowingBreathing,
  chairAnticoagulant,
  chairAntiplatelet,
  chairPotentiator,
  chairWeakener,
  chairAllergy,
  chairNeuromuscular,
  chairEye,
  chairToxinElsewhere,
  chairNewFlag,
] as const
