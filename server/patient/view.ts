import { isInUse } from '@facialis/fhir/read/linked-people.ts'
import type { Advice } from '@facialis/language'
import type { PatientView } from '@facialis/wire'
import type { CoreContext } from '../core/core-context.ts'
import { policyInForce } from '../core/policy.ts'
import { dayNumber, dayWritten } from '../core/site-day.ts'
import { fileInfo } from './file-info.ts'
import { firstVisitOf } from './first-visit.ts'
import { filesOf, hiddenFilesIn } from './hidden-files.ts'
import { identityOf } from './identity.ts'
import { letterOwed } from './letter-owed.ts'
import type { OpenRecord } from './open-chart.ts'
import { referredBy } from './referred-by.ts'
import { reviewsIn } from './reviews.ts'
import { timelineOf } from './timeline.ts'

/** Everything the screens show of one person, with the advice of today. */
export async function viewOf(clinic: CoreContext, open: OpenRecord): Promise<PatientView> {
  const today = clinic.today()
  const asOf = dayNumber(today)
  const policy = await policyInForce(clinic)
  const advice: Advice = clinic.advise(open.chart, { asOf, policy }, open.follows)
  const hidden = hiddenFilesIn(open.resources)
  const [shown, withdrawn] = split(await filesOf(clinic.record, open), ({ id }) => hidden.has(id))
  const broughtBy = new Set(withdrawn.map(({ subject }) => subject))
  return {
    patient: identityOf(open.patient, { pathway: clinic.pathway, chart: open.chart, asOf }),
    referredBy: referredBy(open.resources),
    chart: open.chart,
    policy,
    today,
    advice,
    timeline: timelineOf(open.resources).map((item) =>
      broughtBy.has(`Provenance/${item.id}`) ? { ...item, withdrawn: true } : item,
    ),
    attachments: shown.map(fileInfo),
    reviews: reviewsIn(open.resources).map((one) => ({ ...one, opened: dayWritten(clinic.zone, one.opened) })),
    firstVisit: firstVisitOf(open, advice),
    letterOwed: letterOwed(open.patient, open.resources),
    follows: {
      version: open.follows,
      newest: clinic.versions.newest.version,
      isHere: clinic.versions.of(open.follows) !== null,
      guidance: clinic.versions.speaking(open.follows).status,
    },
    kept: { inUse: isInUse(open.patient), merged: await mergedInto(clinic, open), unread: open.unread },
    version: open.version,
  }
}

/** Whom each of the others names: two people taken for one have two names, and somebody sees it. */
async function mergedInto({ record }: CoreContext, { merged }: OpenRecord): Promise<PatientView['kept']['merged']> {
  const read = await Promise.all(merged.map((id) => record.read('Patient', id)))
  return read.flatMap((one) => {
    if (!one.ok) return []
    const { id, name, birthDate } = identityOf(one.value.resource, null)
    return [{ id, name, birthDate }]
  })
}

const split = <T>(all: readonly T[], isSecond: (one: T) => boolean): readonly [readonly T[], readonly T[]] => [
  all.filter((one) => !isSecond(one)),
  all.filter(isSecond),
]
