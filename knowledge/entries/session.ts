import { entry, fieldsOf, neutral } from '@facialis/language'
import { facialToxin, toxinProducts } from '../facts/codes.ts'
import { lowerFaceMuscles } from './muscles.ts'

const field = fieldsOf('session')
const history = neutral('what was given is history; the interval since then is a comparison of dates')
const outcome = neutral('a poor response changes the next plan, not what may be offered')

export const toxins = [
  'onabotulinumtoxinA',
  'abobotulinumtoxinA',
  'incobotulinumtoxinA',
  'prabotulinumtoxinA',
  'daxibotulinumtoxinA',
  'letibotulinumtoxinA',
  'rimabotulinumtoxinB',
  'lanbotulinumtoxinA',
] as const
export const sideEffects = [
  'none',
  'bruise',
  'brow-asymmetry',
  'dry-eye',
  'blurred-vision',
  'ptosis',
  'diplopia',
  'exposure',
  'lower-face-droop',
  'dysphagia',
  'other',
] as const

/** Units and millilitres are kept in hundredths. */
const amount = (id: string, unit: 'U' | 'mL', label: string, question: string) =>
  field.quantity(id, { unit, min: 0, max: 5_000_000, decimals: 2 }, { question, label, adverse: history })

/** Toxin that was given, here or elsewhere. Its date is the day of injection. */
export const session = entry(
  'session',
  { label: 'injection session', plural: 'sessions' },
  {
    product: field.choice('session.product', toxins, {
      question: 'Which toxin was given?',
      label: 'product',
      codes: toxinProducts,
      adverse: history,
    }),
    units: field.quantity(
      'session.units',
      { unit: 'U', min: 0, max: 5_000_000, decimals: 2 },
      {
        question: 'How many units of that product in all (units never cross products)?',
        label: 'units given',
        adverse: history,
      },
    ),
    indication: field.choice('session.indication', ['hfs', 'cosmetic', 'other'], {
      question: 'What was it given for?',
      label: 'reason for the toxin',
      unrecorded: 'hfs',
      codes: facialToxin,
      adverse: history,
    }),
    touchUp: field.yesNo('session.touchUp', {
      question: 'Was it a touch-up of a missed muscle, under the exception for one?',
      label: 'touch-up',
      unrecorded: 'no',
      adverse: history,
    }),
    side: field.choice('session.side', ['left', 'right', 'both'], {
      question: 'Which side of the person’s own face was injected?',
      label: 'injected side',
      adverse: history,
    }),
    performedHere: field.yesNo('session.performedHere', {
      question: 'Was it given at this site?',
      label: 'given here',
      adverse: history,
    }),
    recordedAfter: field.yesNo('session.recordedAfter', {
      question: 'Was it written down afterwards (elsewhere, on paper, by mistake)?',
      label: 'recorded afterwards',
      adverse: history,
    }),
    doseConfirmed: field.yesNo('session.doseConfirmed', {
      question: 'Are product, dose, dilution and sites of that session confirmed?',
      label: 'dose confirmed',
      adverse: history,
    }),
    relief: field.quantity(
      'session.relief',
      { unit: '%', min: 0, max: 100 },
      {
        question: 'How much relief was there at best, between two and six weeks?',
        label: 'relief at best',
        adverse: outcome,
      },
    ),
    reliefAsked: field.date('session.reliefAsked', {
      question: 'When was the relief asked about?',
      label: 'day relief was asked about',
      may: 'past',
      daysAfterEntry: 0,
      adverse: outcome,
    }),
    wearOff: field.date('session.wearOff', {
      question: 'When did the relief fall below half of its best?',
      label: 'wear-off',
      may: 'past',
      daysAfterEntry: 1,
      adverse: outcome,
    }),
    sideEffects: field.set('session.sideEffects', sideEffects, {
      question: 'Which side effects followed?',
      label: 'side effects',
      adverse: outcome,
    }),
    lot: field.text('session.lot', { question: 'Which lot?', label: 'lot', longest: 60 }),
    expiry: field.date('session.expiry', {
      question: 'When does the vial expire?',
      label: 'expiry',
      may: 'any',
      adverse: history,
    }),
    /** Points as they were drawn. What rules read of it stands in the fields below: see `withMapFields`. */
    map: field.text('session.map', {
      question: 'Which points were injected?',
      label: 'map of points',
      longest: 40_000,
    }),
    highestPoint: amount(
      'session.highestPoint',
      'U',
      'highest units at one point',
      'How many units at the highest point?',
    ),
    unitsLeft: amount('session.unitsLeft', 'U', 'units on the left side', 'How many units on the left side?'),
    unitsRight: amount('session.unitsRight', 'U', 'units on the right side', 'How many units on the right side?'),
    eyeLeft: amount('session.eyeLeft', 'U', 'units around the left eye', 'How many units around the left eye?'),
    eyeRight: amount('session.eyeRight', 'U', 'units around the right eye', 'How many units around the right eye?'),
    lowerFace: field.set('session.lowerFace', lowerFaceMuscles, {
      question: 'Which muscles of the lower face were injected?',
      label: 'lower-face muscles injected',
      adverse: history,
    }),
    opened: amount(
      'session.opened',
      'U',
      'units in the opened vials',
      'How many units were in the vials that were opened?',
    ),
    waste: amount('session.waste', 'U', 'units wasted', 'How many units were thrown away?'),
    diluent: amount('session.diluent', 'mL', 'diluent', 'With how many millilitres were the opened vials diluted?'),
    volume: amount('session.volume', 'mL', 'injected volume', 'How many millilitres were injected in all?'),
  },
)
