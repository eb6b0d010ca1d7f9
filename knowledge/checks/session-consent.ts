/** BT-13: consent before the first session, once a year, and when product or side change. Only its absence holds a session. */
import {
  all,
  any,
  type Check,
  type Condition,
  check,
  dateOf,
  entryDate,
  is,
  not,
  onOrAfter,
  some,
  unanswered,
} from '@facialis/language'
import { consentStands } from '../decisions/course.ts'
import { session } from '../entries/index.ts'
import { consentToxin } from '../facts/index.ts'
import { toxinConsentValid } from '../policy/index.ts'
import { AConsent, S9, S10 } from '../sources/index.ts'
import { f, inWhole, productNamed, sameProduct, sameSide } from './session-terms.ts'

const given = dateOf(consentToxin)
/** A session for the spasm was otherwise, and consent was not given anew since. One more session never takes it back. */
const otherSince = (otherwise: Condition): Condition =>
  some(session, all(is(f.indication, 'hfs'), otherwise, onOrAfter(entryDate(session), given)))

const stop = { of: session, effect: 'stop', code: 'consent', about: consentToxin } as const

export const consentChecks: readonly Check[] = [
  check('BT-13/none', {
    ...stop,
    when: unanswered(consentToxin),
    text: 'There is no consent to injections on record.',
  }).because(AConsent, S9, S10),
  check('BT-13/over', {
    ...stop,
    when: all(not(unanswered(consentToxin)), not(consentStands)),
    text: 'Consent to injections is older than {days}, or lies ahead: it is asked again.',
    unknown: 'Whether consent to injections is older than {days} is not known: it is asked again.',
    tells: { days: inWhole(toxinConsentValid) },
  }).because(AConsent),
  check('BT-13/product', {
    ...stop,
    when: all(not(unanswered(consentToxin)), productNamed, otherSince(not(sameProduct))),
    text: 'The product differs from last time: ask for consent again.',
    unknown: 'Whether the product is the same as before is not known: consent is asked again.',
  }).because(AConsent),
  check('BT-13/side', {
    ...stop,
    when: all(
      not(any(unanswered(consentToxin), unanswered(f.side))),
      otherSince(not(any(is(f.side, 'both'), sameSide))),
    ),
    text: 'The side differs from last time: consent is asked again.',
    unknown: 'Whether the side is the same as before is not known: consent is asked again.',
  }).because(AConsent),
]
