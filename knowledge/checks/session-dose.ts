/** BT-07, BT-12: doses held against the numbers the site owns. Never a dose proposed. */
import {
  all,
  always,
  any,
  type Check,
  type Cites,
  check,
  detail,
  established,
  has,
  is,
  moreThan,
  none,
  not,
  type PolicyNumber,
  quantity,
} from '@facialis/language'
import { anyFacialToxin } from '../decisions/course.ts'
import { session } from '../entries/index.ts'
import { lowerFaceMuscles } from '../entries/muscles.ts'
import { side as affectedSide } from '../facts/index.ts'
import {
  cumulativeDose,
  hfsSessionRefusedAboveAbo,
  hfsSessionRefusedAboveInco,
  hfsSessionRefusedAboveOna,
  incoSiteCap,
  onaAllIndicationsSecondPress,
  onaFirstSessionSecondPress,
  onaSiteCap,
  onaThirtyDaysSecondPress,
  onaTwelveWeeksSecondPress,
  thirtyDayDose,
  twelveWeekDose,
} from '../policy/index.ts'
import { A17, A17a, ATimeOut, K54a, K57a, K62b, K71, K76, K78 } from '../sources/index.ts'
import { f, hundredths, inUnits, inWhole, ofProduct, productNamed, type Toxin, withEarlier } from './session-terms.ts'

const ona = ofProduct('onabotulinumtoxinA')
const sides = [
  [f.unitsLeft, f.eyeLeft],
  [f.unitsRight, f.eyeRight],
] as const
const above = (amount: typeof f.units, limit: PolicyNumber) => moreThan(quantity(amount), hundredths(limit))

const siteCap = (product: Toxin, cap: PolicyNumber, name: string): Check =>
  check(`BT-07/site-${name}`, {
    of: session,
    when: all(ofProduct(product), above(f.units, cap), above(f.highestPoint, cap)),
    effect: 'note',
    code: 'site-cap',
    about: f.map,
    text: '{most} at one point lies above {limit} for one site.',
    unknown: 'Without a map nobody can say whether a point lies above {limit} for one site.',
    tells: { most: inUnits(quantity(f.highestPoint)), limit: inWhole(cap) },
  }).because(A17, ...cap.because)

/** Both sides in one session may rightly add up to more; one side alone may not. */
const likelySlip = (product: Toxin, limit: PolicyNumber, name: string): Check =>
  check(`BT-07/slip-${name}`, {
    of: session,
    when: all(ofProduct(product), above(f.units, limit), any(...sides.map(([units]) => above(units, limit)))),
    effect: 'stop',
    code: 'likely-slip',
    about: f.units,
    text: '{most} of {product} on one side is above {limit}: likely a slip of unit or product. Check the vial and the number.',
    unknown:
      'How much of {units} lies on each side is not known, and more than {limit} on one side is likely a slip: draw the map.',
    tells: {
      most: detail.firstOf(
        { when: above(f.unitsLeft, limit), tell: inUnits(quantity(f.unitsLeft)) },
        { when: always, tell: inUnits(quantity(f.unitsRight)) },
      ),
      units: inUnits(quantity(f.units)),
      product: detail.valueOf(f.product),
      limit: inWhole(limit),
    },
  }).because(A17a)

const firstPerEye: Check = check('BT-07/first-per-eye', {
  of: session,
  when: all(
    ona,
    none(session, anyFacialToxin),
    any(
      ...sides.map(([units, eye]) =>
        all(above(units, onaFirstSessionSecondPress), above(eye, onaFirstSessionSecondPress)),
      ),
    ),
  ),
  effect: 'confirm',
  code: 'first-per-eye',
  about: f.units,
  text: 'First session, {most} around one eye (label: {limit} at most).',
  unknown: 'First session: how much of {units} lies around one eye is not known (label: {limit} at most).',
  tells: {
    most: detail.firstOf(
      { when: above(f.eyeLeft, onaFirstSessionSecondPress), tell: inUnits(quantity(f.eyeLeft)) },
      { when: always, tell: inUnits(quantity(f.eyeRight)) },
    ),
    units: inUnits(quantity(f.units)),
    limit: inWhole(onaFirstSessionSecondPress),
  },
}).because(A17, K57a)

/** What was given of one product in a span of time, for whatever reason: cosmetic and migraine count like the spasm. */
const window = (name: string, { days, limit }: Readonly<Record<'days' | 'limit', PolicyNumber>>, ...because: Cites) =>
  check(`BT-07/${name}`, {
    of: session,
    when: all(ona, moreThan(withEarlier(days), hundredths(limit))),
    effect: 'confirm',
    code: 'cumulative',
    about: f.units,
    text: '{total} in {days} with this session (limit {limit}).',
    unknown: 'Not everything given before is known: {total} in {days} with this session (limit {limit}).',
    tells: { total: inUnits(withEarlier(days)), days: inWhole(days), limit: inWhole(limit) },
  }).because(...because)

const affectedIsInjected = any(
  ...(['left', 'right'] as const).map((one) => all(is(affectedSide, one), is(f.side, one))),
)
const withTable = ofProduct('onabotulinumtoxinA', 'incobotulinumtoxinA', 'abobotulinumtoxinA')

export const doseChecks: readonly Check[] = [
  likelySlip('onabotulinumtoxinA', hfsSessionRefusedAboveOna, 'ona'),
  likelySlip('incobotulinumtoxinA', hfsSessionRefusedAboveInco, 'inco'),
  likelySlip('abobotulinumtoxinA', hfsSessionRefusedAboveAbo, 'abo'),
  check('BT-16/affected-side', {
    of: session,
    when: not(any(is(affectedSide, 'both'), affectedIsInjected)),
    effect: 'confirm',
    code: 'other-side',
    about: f.side,
    text: 'The affected side is {affected}, and the session is for {side}.',
    unknown: 'Which side is affected is not known.',
    tells: { affected: detail.valueOf(affectedSide), side: detail.valueOf(f.side) },
  }).because(ATimeOut),
  firstPerEye,
  window('thirty-days', { days: thirtyDayDose, limit: onaThirtyDaysSecondPress }, A17, K54a),
  window('twelve-weeks', { days: twelveWeekDose, limit: onaTwelveWeeksSecondPress }, A17, K57a),
  window('any-indication', { days: cumulativeDose, limit: onaAllIndicationsSecondPress }, A17, K62b),
  siteCap('onabotulinumtoxinA', onaSiteCap, 'ona'),
  siteCap('incobotulinumtoxinA', incoSiteCap, 'inco'),
  check('BT-07/no-table', {
    of: session,
    when: all(productNamed, not(withTable)),
    effect: 'note',
    code: 'no-table',
    about: f.product,
    text: 'The site has approved no table for this product: no ranges, and no caps are checked.',
  }).because(A17),
  check('BT-12/lower-face', {
    of: session,
    when: established(has(f.lowerFace, ...lowerFaceMuscles)),
    effect: 'note',
    code: 'lower-face',
    about: f.map,
    text: 'Lower face: weakness and a crooked smile are more likely here, and movement becomes less even.',
  }).because(K76, K71, K78),
]
