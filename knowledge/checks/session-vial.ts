/** BT-04, BT-16: what is in the hand is named, in date, and the sums of map and vials hold. */
import {
  all,
  any,
  type Check,
  check,
  dateOf,
  detail,
  established,
  is,
  latest,
  lessThan,
  moreThan,
  not,
  ownJudgement,
  plus,
  quantity,
  times,
  unanswered,
} from '@facialis/language'
import { anyFacialToxin } from '../decisions/course.ts'
import { session } from '../entries/index.ts'
import { A17b, ATimeOut, K58, K61a, K62 } from '../sources/index.ts'
import { daysUntil, differ, f, inMillilitres, inUnits, productNamed, sameProduct, stated } from './session-terms.ts'

const recallable = ownJudgement('without its lot nobody can be found again when a lot is recalled')
const missing = (field: Check['field'], text: string) =>
  ({ of: session, effect: 'stop', code: 'incomplete', about: field, text, unknown: text }) as const

/** Twice what volume and dilution hold, and twice what is said to be given: a hundredth of a millilitre is what a syringe can tell. */
const held = times(times(quantity(f.opened), quantity(f.volume)), 2)
const said = times(times(quantity(f.units), quantity(f.diluent)), 2)

export const vialChecks: readonly Check[] = [
  check('BT-04/product', {
    ...missing(f.product, 'Say which toxin is given.'),
    when: unanswered(f.product),
  }).because(K58),
  check('BT-16/units', {
    ...missing(f.units, 'Say how many units are given.'),
    when: not(established(moreThan(quantity(f.units), 0))),
  }).because(A17b),
  check('BT-16/side', {
    ...missing(f.side, 'Say which side of the person’s own face is injected.'),
    when: unanswered(f.side),
  }).because(ATimeOut),
  check('BT-04/lot', { ...missing(f.lot, 'Write down the lot.'), when: unanswered(f.lot) }).because(
    ATimeOut,
    recallable,
  ),
  check('BT-16/expiry', {
    ...missing(f.expiry, 'Write down when the vial expires.'),
    when: unanswered(f.expiry),
  }).because(ATimeOut),
  check('BT-16/expired', {
    of: session,
    when: established(lessThan(daysUntil(dateOf(f.expiry)), 0)),
    effect: 'stop',
    code: 'expired',
    about: f.expiry,
    text: 'This vial has expired. Take another one.',
  }).because(ATimeOut, ownJudgement('a vial is good to the last day of the month on its label')),
  check('BT-16/sum', {
    of: session,
    when: all(
      stated(f.units),
      stated(f.unitsLeft),
      stated(f.unitsRight),
      differ(plus(quantity(f.unitsLeft), quantity(f.unitsRight)), quantity(f.units)),
    ),
    effect: 'stop',
    code: 'sum',
    about: f.map,
    text: 'The points add up to {points}, but {units} are said to be given.',
    tells: { points: inUnits(plus(quantity(f.unitsLeft), quantity(f.unitsRight))), units: inUnits(quantity(f.units)) },
  }).because(A17b),
  check('BT-16/other-side', {
    of: session,
    when: established(
      any(
        all(is(f.side, 'left'), moreThan(quantity(f.unitsRight), 0)),
        all(is(f.side, 'right'), moreThan(quantity(f.unitsLeft), 0)),
      ),
    ),
    effect: 'stop',
    code: 'side',
    about: f.map,
    text: 'A point lies on the other side: the session is for the {side} side.',
    tells: { side: detail.valueOf(f.side) },
  }).because(ATimeOut),
  check('BT-16/vials', {
    of: session,
    when: all(stated(f.opened), differ(plus(quantity(f.units), quantity(f.waste)), quantity(f.opened))),
    effect: 'stop',
    code: 'vials',
    about: f.map,
    text: '{opened} were opened, but {units} given and {waste} wasted do not make that.',
    unknown: '{opened} were opened: say how much was given and how much wasted.',
    tells: {
      opened: inUnits(quantity(f.opened)),
      units: inUnits(quantity(f.units)),
      waste: inUnits(quantity(f.waste)),
    },
  }).because(A17b),
  check('BT-16/volume', {
    of: session,
    when: all(
      any(stated(f.diluent), stated(f.volume)),
      any(moreThan(held, plus(said, quantity(f.opened))), moreThan(said, plus(held, quantity(f.opened)))),
    ),
    effect: 'stop',
    code: 'volume',
    about: f.map,
    text: '{volume} of {opened} in {diluent} is not {units}.',
    unknown: 'Record dilution, injected volume and opened vials together, or neither dilution nor volume.',
    tells: {
      volume: inMillilitres(quantity(f.volume)),
      opened: inUnits(quantity(f.opened)),
      diluent: inMillilitres(quantity(f.diluent)),
      units: inUnits(quantity(f.units)),
    },
  }).because(A17b),
  check('BT-04/other-product', {
    of: session,
    when: all(productNamed, latest(session, anyFacialToxin, not(sameProduct))),
    effect: 'confirm',
    code: 'other-product',
    about: f.product,
    text: 'Last time {before} was given, now it is {product}; units do not carry over between products.',
    unknown: 'Which product was given last time is not known; units do not carry over between products.',
    tells: {
      before: detail.latestField({ entry: session, field: f.product, where: anyFacialToxin }),
      product: detail.valueOf(f.product),
    },
  }).because(K58, K61a, K62),
]
