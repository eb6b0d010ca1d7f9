import { entry, fieldsOf, neutral } from '@facialis/language'
import { facialToxin, toxinProducts } from '../facts/codes.ts'

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
  'unknown',
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
    lot: field.text('session.lot', { question: 'Which lot?', label: 'lot' }),
    expiry: field.date('session.expiry', {
      question: 'When does the vial expire?',
      label: 'expiry',
      may: 'any',
      adverse: history,
    }),
    map: field.text('session.map', { question: 'Which points were injected?', label: 'map of points' }),
  },
)
