/** BT-13: before anything else, a closed journey is opened again before anything is injected: its answers are about the person, not about the clinic's list. */
import { type Check, check, is, not, ownJudgement } from '@facialis/language'
import { session } from '../entries/index.ts'
import { episodeClosed } from '../facts/index.ts'

export const closedJourneyChecks: readonly Check[] = [
  check('BT-13/journey', {
    of: session,
    effect: 'stop',
    code: 'journey-closed',
    about: episodeClosed,
    when: not(is(episodeClosed, 'no')),
    text: 'The journey is closed: it is opened again before a session is signed.',
  }).because(ownJudgement('nobody follows up who is on no list')),
]
