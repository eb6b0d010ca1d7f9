/** What has happened so far, in the words the treatment decisions share. */
import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  before,
  dateOf,
  daysSince,
  entryDate,
  established,
  is,
  latest,
  latestDate,
  lessThan,
  named,
  no,
  not,
  onOrAfter,
  some,
  yearsBetween,
  yes,
} from '@facialis/language'
import { operation, score, session, spasmReport, study, visit } from '../entries/index.ts'
import { seenAt } from '../entries/visit.ts'
import { birthDate, consentToxin, dxPhenotype, episodeClosed, phPriorPalsy, side, theatreDate } from '../facts/index.ts'
import { afterSurgeryStage, childAge, toxinConsentValid } from '../policy/index.ts'

/** To nobody who has died is anything offered; every other end leaves a way back. */
export const alive = not(is(episodeClosed, 'deceased'))
/** Under age: the paediatric neurologist's. Unknown while the date of birth is. */
export const child = lessThan(yearsBetween(dateOf(birthDate), asOf), childAge)

/** Toxin for the face, touch-ups included: HFS or cosmetic, here or elsewhere. */
export const anyFacialToxin = is(session.fields.indication, 'hfs', 'cosmetic')
/** A touch-up of a missed muscle resets nothing: intervals and responses count from the session it belongs to. */
const wholeSession = no(session.fields.touchUp)
const facialToxin = all(anyFacialToxin, wholeSession)
const otherToxin = is(session.fields.indication, 'other')
export const hfsToxin = all(is(session.fields.indication, 'hfs'), wholeSession)
export const lastFacialToxin = latestDate(session, facialToxin)
export const sinceFacialToxin = daysSince(lastFacialToxin)
export const sinceOtherToxin = daysSince(latestDate(session, otherToxin))
export const lastHfsToxin = latestDate(session, hfsToxin)
export const anyHfsToxin = some(session, hfsToxin)

const sinceConsent = daysSince(dateOf(consentToxin))
/** Given, not to come, and within the time it holds. */
export const consentStands = named(
  'consent to injections in force',
  all(atLeast(sinceConsent, 0), atMost(sinceConsent, toxinConsentValid)),
)

export const decompressionDone = is(operation.fields.kind, 'mvd', 're-exploration')
export const lastDecompression = latestDate(operation, decompressionDone)
export const sinceDecompression = daysSince(lastDecompression)
export const anyDecompression = named('an operation on record', some(operation, decompressionDone))
/** Of somebody who had one side operated on, the other may still be looked at. */
export const operatedOnItsSide = named(
  'an operation on the affected side',
  any(
    ...(['left', 'right'] as const).map((one) =>
      all(is(side, one), some(operation, all(decompressionDone, is(operation.fields.side, one)))),
    ),
  ),
)
/** Injections go on: none has been overtaken by an operation. */
export const seriesRunning = all(
  anyHfsToxin,
  any(not(anyDecompression), before(lastDecompression, latestDate(session, hfsToxin))),
)
export const inFirstYearAfterSurgery = named(
  'in the first year after the operation',
  lessThan(sinceDecompression, afterSurgeryStage),
)

/** Reports of spasm since the operation; earlier ones say nothing about it. */
export const sinceSurgery = onOrAfter(entryDate(spasmReport), lastDecompression)
const status = spasmReport.fields.status
export const free = is(status, 'none')
export const spasm = not(free)
export const lately = (holds: Parameters<typeof latest>[2]) => latest(spasmReport, sinceSurgery, holds)
export const everFreeSinceSurgery = some(spasmReport, all(sinceSurgery, free))
export const hardlyBetter = is(status, 'unchanged', 'worse')

/** Where the nerve is looked at, on the side that spasms. */
const f = study.fields
export const vesselSeenOnItsSide = named(
  'a vessel was seen on the affected side',
  some(
    study,
    any(
      all(is(side, 'right', 'both'), is(f.rightContact, 'seen')),
      all(is(side, 'left', 'both'), is(f.leftContact, 'seen')),
    ),
  ),
)
export const vesselLookedFor = some(
  study,
  any(is(f.rightContact, 'seen', 'not-seen'), is(f.leftContact, 'seen', 'not-seen')),
)
export const vesselSeenAtSurgery = named(
  'a vessel was seen at the operation',
  some(operation, all(decompressionDone, yes(operation.fields.vesselSeen))),
)

/** A palsy came first, or is known not to have: the kind concluded by a clinician says which. */
export const postParalytic = named('a palsy came first', any(is(dxPhenotype, 'post-paralytic'), yes(phPriorPalsy)))
export const notPostParalytic = named(
  'no palsy came first',
  all(not(is(dxPhenotype, 'post-paralytic')), no(phPriorPalsy)),
)

export const unread = named('a study not yet read', is(f.report, 'none'))
export const notStructured = named('a report not yet entered', is(f.report, 'not-structured'))
export const visited = some(visit, is(visit.fields.kind, ...seenAt))
/** Booked for today or later, and not yet done: the operation itself ends the waiting, on its own day too. */
export const theatreAhead = all(
  atMost(daysSince(dateOf(theatreDate)), 0),
  not(established(some(operation, all(decompressionDone, onOrAfter(entryDate(operation), dateOf(theatreDate)))))),
)
export const severe = named(
  'severe by grade',
  latest(score, is(score.fields.smc, 'I', 'II', 'III', 'IV'), is(score.fields.smc, 'III', 'IV')),
)
