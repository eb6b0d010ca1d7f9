import type { Act, Change } from '@facialis/record'
import type { PatientView, TimelineItem } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { notFound, ok, type Result, refusalOf } from '../core/refusal.ts'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { instantAfter } from '../patient/instant-after.ts'
import { type OpenRecord, openChart } from '../patient/open-chart.ts'
import { type ActContent, provenanceOf } from '../patient/provenance.ts'
import { viewOf } from '../patient/view.ts'

/** A change to a patient's record that states no fact about the person, such as booking a visit or withdrawing a clip. */
export type PatientAction = Readonly<{
  /** The record in use, as it was opened. */
  open: Pick<OpenRecord, 'id' | 'merged' | 'resources'>
  who: SignedIn
  requestId: string
  /** The action as the audit trail names it. */
  action: string
  /** The timeline entry: its heading and its text. */
  tells: Readonly<{ kind: TimelineItem['kind']; note: string }> & Pick<ActContent, 'was' | 'now'>
  /** Further resources to write; `at` is the instant of the action. */
  changes?: (at: string) => readonly Change[]
  again?: Pick<Act, 'idempotencyKey' | 'idempotencyBody'>
  /** Further writes in the same transaction. `told`: the reference of its Provenance. */
  alongside?: (told: string) => Act['alongside']
}>

/** Performs an action in one transaction: the changes, a Provenance for the timeline, and the audit event. */
export async function performAction(clinic: Clinic, performing: PatientAction): Promise<Result<PatientView>> {
  const { open, who, requestId, action, changes, again, alongside } = performing
  const { kind, ...act } = performing.tells
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
  return after ? ok(await viewOf(clinic, after)) : notFound()
}
