import {
  type Alert,
  alert,
  all,
  always,
  any,
  atLeast,
  dateOf,
  daysBetween,
  decided,
  established,
  has,
  is,
  lessThan,
  named,
  not,
  ownJudgement,
  recent,
  some,
  unanswered,
  yes,
} from '@facialis/language'
import { botulinum, botulinumSession } from '../decisions/botulinum.ts'
import { anyHfsToxin, consentStands, hfsToxin, lastFacialToxin, theatreAhead } from '../decisions/course.ts'
import { exceptionKinds } from '../decisions/exceptions.ts'
import { exception, session } from '../entries/index.ts'
import {
  chairAntiplatelet,
  chairPregnancy,
  phDownwardSpread,
  rfLowerFaceOnset,
  side,
  theatreDate,
} from '../facts/index.ts'
import {
  defaultBookingDay,
  minimumReinjectionInterval,
  plannedIntervalTo,
  seedInterval,
  surgeonToldOfToxin,
} from '../policy/index.ts'
import {
  A8,
  A17,
  A20,
  A21,
  A25a,
  AConsent,
  K53,
  K54,
  K58,
  K61a,
  K62,
  K64,
  K67,
  K70a,
  K71,
  K76,
  K78,
  LactMed,
  S9,
  S10,
  S17,
  T29,
} from '../sources/index.ts'
import { newProduct } from '../steps/toxin-series.ts'

const f = session.fields
const sixMonths = named(
  'the site plans six-monthly sessions',
  any(
    atLeast(plannedIntervalTo, seedInterval),
    atLeast(defaultBookingDay, seedInterval),
    atLeast(minimumReinjectionInterval, seedInterval),
  ),
)

export const toxinAlerts: readonly Alert[] = [
  alert(
    'six-month-plan',
    {
      severity: 'info',
      when: established(all(anyHfsToxin, sixMonths)),
      text: 'This site plans about six months between sessions, as the older page says; series find 12 to 17 weeks of relief, so part of that time is without it.',
      rules: ['BT-06'],
    },
    S10,
    K64,
    K67,
  ),
  alert(
    'units-never-convert',
    {
      severity: 'warning',
      when: established(any(newProduct, recent(session, 0, hfsToxin, unanswered(f.product)))),
      text: 'The product changed or is not known. Units never cross products: begin again at the new product’s own label, and record product and lot.',
      rules: ['BT-04'],
    },
    K58,
    K61a,
    K62,
    A17,
  ),
  alert(
    'other-side-injected',
    {
      severity: 'warning',
      when: established(
        recent(
          session,
          0,
          hfsToxin,
          any(all(is(side, 'left'), is(f.side, 'right')), all(is(side, 'right'), is(f.side, 'left'))),
        ),
      ),
      text: 'The last session for the spasm is on record for the other side of the face than the one affected: one of the two is wrong, or the other side is affected as well. Ask before the next injection.',
      rules: ['BT-03'],
    },
    ownJudgement('a side that is not the one on record is a slip until it is said twice, with the reason'),
  ),
  alert(
    'consent-before-the-needle',
    {
      severity: 'warning',
      when: established(all(decided(botulinumSession, 'permitted', 'caution'), not(established(consentStands)))),
      text: 'No consent to injections is in force, or it is more than a year old: the consent discussion comes first, and without it the injection cannot be signed.',
      rules: ['BT-13'],
    },
    AConsent,
    S9,
    S10,
  ),
  alert(
    'lower-face-droop-last-time',
    {
      severity: 'warning',
      when: established(recent(session, 0, hfsToxin, has(f.sideEffects, 'lower-face-droop'))),
      text: 'The lower face drooped last time: omit or halve its sites; facial movement becomes less symmetrical after one-sided injection.',
      rules: ['BT-12', 'BT-08'],
    },
    K76,
    K71,
  ),
  alert(
    'lower-face-plan',
    {
      severity: 'info',
      when: established(
        all(
          decided(botulinum, 'caution', 'permitted'),
          any(yes(phDownwardSpread), is(rfLowerFaceOnset, 'yes-resolved')),
        ),
      ),
      text: 'If the lower face is treated: weakness or droop followed 3.6 % of injections, 5 % and 11.8 % of treatments in three series. Eye first, lower face later, and less there.',
      rules: ['BT-12'],
    },
    K71,
    K70a,
    K78,
    K76,
    T29,
  ),
  alert(
    'toxin-masks-baseline',
    {
      severity: 'warning',
      when: established(
        all(theatreAhead, lessThan(daysBetween(lastFacialToxin, dateOf(theatreDate)), surgeonToldOfToxin)),
      ),
      text: 'Toxin was given less than twelve weeks before the operation: it hides how severe the spasm is and weakens the muscles that are monitored. Tell the surgeon.',
      rules: ['SX-03', 'SX-07'],
    },
    A25a,
    ownJudgement('the surgeon decides with the date of the last injection at hand'),
  ),
  alert(
    'exception-in-force',
    {
      severity: 'info',
      when: any(...exceptionKinds.map((kind) => established(all(kind.available, some(exception, kind.inForce))))),
      text: 'A standing exception is signed. The answer of the gate does not change; the gate says whether it lets an act pass.',
      rules: ['BT-02'],
    },
    A8,
  ),
  alert(
    'breastfeeding',
    {
      severity: 'info',
      when: established(is(chairPregnancy, 'breastfeeding')),
      text: 'Breastfeeding: no special precautions are asked for.',
      rules: ['BT-03'],
    },
    LactMed,
    A21,
  ),
  alert(
    'bruise-note',
    {
      severity: 'info',
      when: established(yes(chairAntiplatelet)),
      text: 'Aspirin or clopidogrel: a bruise is a little likelier; nothing is stopped.',
      rules: ['BT-03'],
    },
    A20,
  ),
  alert(
    'seed-page-past-review',
    {
      severity: 'info',
      when: always,
      text: 'The guidance this pathway is based on was last reviewed in April 2021 and is overdue for review; newer sources and local policy are shown beside it.',
      rules: ['GV-02'],
    },
    S17,
    K53,
    K54,
  ),
]
