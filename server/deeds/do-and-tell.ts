import type { Act, Change } from '@facialis/record'
import type { PatientView, TimelineItem } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { nothingHere, ok, type Result, refusalOf } from '../ground/problem.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { instantAfter } from '../patient/instant-after.ts'
import { type OpenRecord, openChart } from '../patient/open-chart.ts'
import { provenanceOf, type ToldAct } from '../patient/provenance.ts'
import { viewOf } from '../patient/view.ts'

export type Deed = Readonly<{
  /** The record in use, as it was opened. */
  open: Pick<OpenRecord, 'id' | 'merged' | 'resources'>
  who: SignedIn
  requestId: string
  /** What the audit trail calls it. */
  action: string
  /** What the timeline says: under which heading, and in which words. */
  tells: Readonly<{ kind: TimelineItem['kind']; note: string }> & Pick<ToldAct, 'was' | 'now'>
  /** What is written beside that; `at` is the instant of the deed. */
  changes?: (at: string) => readonly Change[]
  again?: Pick<Act, 'idempotencyKey' | 'idempotencyBody'>
  /** Further writes that stand or fall with it. `told`: the reference of what tells of it. */
  alongside?: (told: string) => Act['alongside']
}>

/** Something done to a record that states nothing about the person: written, told on the timeline and audited as one. */
export async function doAndTell(clinic: Clinic, deed: Deed): Promise<Result<PatientView>> {
  const { open, who, requestId, action, changes, again, alongside } = deed
  const { kind, ...act } = deed.tells
  const patientId = open.id
  const at = instantAfter(open, clinic.nextInstant())
  const role = actingRole(who)
  const id = clinic.record.newId()
  const provenance = provenanceOf({
    id,
    patientId,
    accountId: who.id,
    kind,
    date: clinic.today(),
    recordedAt: at,
    by: who.name,
    role,
    act,
  })
  const besides = alongside?.(`Provenance/${id}`)
  const done = await clinic.record.act({
    actor: { id: who.id, role },
    action,
    patientId,
    alsoKeptAs: open.merged,
    at,
    requestId,
    ...again,
    changes: [...(changes?.(at) ?? []), { method: 'create', resource: provenance }],
    ...(besides && { alongside: besides }),
  })
  if (!done.ok) return refusalOf(done.problem)
  const after = await openChart(clinic, clinic.record, patientId)
  return after ? ok(await viewOf(clinic, after)) : nothingHere()
}
