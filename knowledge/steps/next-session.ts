import {
  all,
  any,
  atLeast,
  before,
  daysBetween,
  established,
  is,
  lessThan,
  not,
  type Step,
  shifted,
  some,
  step,
} from '@facialis/language'
import { hfsToxin, lastFacialToxin, lastHfsToxin, sinceFacialToxin } from '../decisions/course.ts'
import { session } from '../entries/index.ts'
import {
  defaultBookingDay,
  minimumReinjectionInterval,
  missingFactsLetterDue,
  overdueInterval,
  plannedIntervalFrom,
  plannedIntervalTo,
  wearOffLead,
} from '../policy/index.ts'
import { A19, K54, K64, K67, S10 } from '../sources/index.ts'
import { ahead, answered, isOpen, laterOf, onPathway, received, untilGone } from './calling.ts'
import { datedAtAll, last, lastSession, planned } from './toxin-series.ts'

const f = session.fields
const wornOff = lastSession(answered(f.wearOff))
/** Days from the last session to some days before its effect began to go. */
const beforeWearOff = daysBetween(
  lastFacialToxin,
  shifted(
    { kind: 'latest-date', entry: session, where: all(hfsToxin, answered(f.wearOff)), of: f.wearOff },
    ahead(wearOffLead),
  ),
)
/** The minimum interval outlasts the plan where a site sets it longer. */
const notBefore = laterOf(plannedIntervalFrom, minimumReinjectionInterval)
/** Cosmetic toxin came after the last session for the spasm: it moves the first day, not the end of relief. */
const cosmeticSince = before(lastHfsToxin, lastFacialToxin)
/** From the last session for the spasm to the first day that keeps its distance from all toxin in this face. */
const untilIntervalPassed = daysBetween(lastHfsToxin, shifted(lastFacialToxin, minimumReinjectionInterval))

const tooEarly = lessThan(sinceFacialToxin, minimumReinjectionInterval)
const undated = all(some(session, not(is(f.indication, 'other'))), not(established(datedAtAll)))

/** Each of them proposes a session. */
export const sessionsProposed: readonly Step[] = [
  step(
    'next-session',
    {
      label: 'Plan the next injection session',
      text: 'Relief lasts about 12 to 16 weeks for most people and the person’s own wear-off sets the day; the six months of the older page are the latest, and twelve weeks the earliest.',
      when: onPathway(all(planned, not(established(any(cosmeticSince, wornOff)))), untilGone),
      owner: 'coordinator',
      anchor: { name: 'session', date: lastFacialToxin },
      window: { opens: notBefore, due: plannedIntervalTo, overdue: overdueInterval },
      settles: [session],
      rules: ['BT-05', 'BT-06'],
    },
    S10,
    K64,
    K54,
    K67,
    A19,
  ),
  step(
    'next-session-worn-off',
    {
      label: 'Plan the next injection session around the wear-off',
      text: 'The person said when the effect began to go: the session is booked a little before that day came round, never before the interval has passed.',
      when: onPathway(all(planned, wornOff, not(established(cosmeticSince))), untilGone),
      owner: 'coordinator',
      urgency: 'soon',
      anchor: { name: 'session', date: lastFacialToxin },
      window: {
        opens: minimumReinjectionInterval,
        due: laterOf(defaultBookingDay, beforeWearOff),
        overdue: laterOf(plannedIntervalTo, beforeWearOff),
      },
      settles: [session],
      rules: ['BT-05', 'BT-06'],
    },
    K64,
    K54,
    A19,
  ),
  step(
    'next-session-after-cosmetic',
    {
      label: 'Plan the next injection session, counted from the cosmetic toxin as well',
      text: 'The session for the spasm sets when relief ends; the cosmetic toxin since then sets the earliest day.',
      when: onPathway(all(planned, cosmeticSince), untilGone),
      owner: 'coordinator',
      urgency: [[wornOff, 'soon']],
      anchor: last,
      window: {
        opens: untilIntervalPassed,
        due: laterOf(plannedIntervalTo, untilIntervalPassed),
        overdue: laterOf(overdueInterval, untilIntervalPassed),
      },
      settles: [session],
      rules: ['BT-05', 'BT-06'],
    },
    S10,
    K64,
    K54,
    K67,
    A19,
  ),
]

export const nextSessionSteps: readonly Step[] = [
  ...sessionsProposed,
  step(
    'wait-interval',
    {
      label: 'Wait: toxin was given to the face',
      text: 'The next injection must keep the minimum interval, cosmetic toxin included. No date is planned while anything else blocks it.',
      when: onPathway(
        all(datedAtAll, not(established(planned))),
        atLeast(sinceFacialToxin, minimumReinjectionInterval),
      ),
      owner: 'coordinator',
      anchor: { name: 'session', date: lastFacialToxin },
      window: { opens: minimumReinjectionInterval, due: plannedIntervalTo, overdue: overdueInterval },
      settles: [session],
      rules: ['BT-05'],
    },
    A19,
    K54,
  ),
  step(
    'ask-session-date',
    {
      label: 'Ask when toxin was last given, and for what',
      text: 'A session is on record without its day, or without what it was for; until that is known the interval cannot be counted and the gate stays shut.',
      when: onPathway(any(undated, isOpen(tooEarly)), untilGone),
      owner: 'coordinator',
      anchor: received,
      window: { due: missingFactsLetterDue },
      settles: [session],
      rules: ['BT-05', 'BT-06'],
    },
    A19,
    K54,
  ),
]
