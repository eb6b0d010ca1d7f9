import type { Change, Resource } from '@facialis/record'
import { fields, type PatientIdentity, type PatientView, type TimelineItem } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Refusal, type Result } from '../core/refusal.ts'
import { dayNumber } from '../core/site-day.ts'
import type { SignedIn } from '../identity/account.ts'
import { type IdentityField, identityFields, identityOf, identityText } from '../patient/identity.ts'
import { instantAfter } from '../patient/instant-after.ts'
import { chartAfter, type OpenRecord, openInUse } from '../patient/open-chart.ts'
import { staleVersionRefusal } from '../patient/stale-version.ts'
import { viewOf } from '../patient/view.ts'
import { performAction } from './perform-action.ts'

/** Who changes what stands of a person, and which version they saw. */
export type Changer = Readonly<{ patientId: string; seen: number | null; who: SignedIn; requestId: string }>

type Changing = Changer &
  Readonly<{
    action: string
    /** How the timeline heads it. */
    kind: TimelineItem['kind']
    /** The person as they are to stand there. */
    after: (patient: Resource) => Resource
    /** Why it cannot be so, beside what is on record; null where it can. */
    unfit?: (open: OpenRecord) => Refusal | null
    /** What has to be written with it. */
    besides?: (open: OpenRecord, at: string) => readonly Change[]
  }>

/** Who somebody is or how they are reached, from now on; what stood there before is told on the timeline. The same said twice changes nothing. */
export const changePerson = (clinic: Clinic, changing: Changing): Promise<Result<PatientView>> =>
  // Of two at once, the later one sees what the other wrote; so does whoever records an act or a booking meanwhile.
  clinic.queue(changing.patientId, () => change(clinic, changing))

async function change(clinic: Clinic, changing: Changing): Promise<Result<PatientView>> {
  const { patientId, seen, who, requestId, action, kind, besides } = changing
  const opened = await openInUse(clinic, clinic.record, patientId)
  if (!opened.ok) return opened
  const open = opened.value
  const after = changing.after(open.patient)
  const changesAt = (at: string): readonly Change[] => [
    {
      method: 'update',
      resource: { ...after, id: open.id },
      expectedVersion: Number(open.patient.meta?.versionId),
    },
    ...(besides?.(open, at) ?? []),
  ]
  // What was asked at a visit stands on the page, too.
  const said = { pathway: clinic.pathway, asOf: dayNumber(clinic.today()) }
  const was = identityOf(open.patient, { ...said, chart: open.chart })
  const is = identityOf(after, {
    ...said,
    chart: chartAfter(clinic, open, changesAt(instantAfter(open, clinic.nextInstant()))),
  })
  const changed = identityFields.filter((field) => was[field] !== is[field])
  const unseen = staleVersionRefusal(open, seen)
  // An answer that was lost is asked for again: it is there already, and takes nothing from anybody.
  if (unseen && (seen === null || changed.length > 0)) return unseen
  if (changed.length === 0) return ok(await viewOf(clinic, open))
  const unfit = changing.unfit?.(open) ?? null
  if (unfit) return unfit
  return performAction(clinic, {
    open,
    who,
    requestId,
    action,
    tells: {
      kind,
      note: changed.map((field) => toldOf(field, was, is)).join('\n'),
      was: saidOf(was, changed),
      now: saidOf(is, changed),
    },
    changes: changesAt,
  })
}

/** As it is kept with the deed: a date as it stands, and words as they are told. */
const saidOf = (person: PatientIdentity, changed: readonly IdentityField[]) =>
  Object.fromEntries(
    changed.map((field) => [field, field === 'birthDate' ? person.birthDate : identityText(person, field)]),
  )

const toldOf = (field: IdentityField, was: PatientIdentity, is: PatientIdentity): string => {
  const [before, now] = [identityText(was, field), identityText(is, field)]
  const none = field === 'birthDate' ? 'not known any more' : 'none any more'
  return `${fields[field].label}: ${now ?? none}${before === null ? '' : ` (before: ${before})`}`
}
