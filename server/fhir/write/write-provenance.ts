import type { Resource } from '@facialis/record'
import type { Clinic } from '../../clinic/clinic.ts'
import { actingRole, type SignedIn } from '../../identity/account.ts'
import { provenanceOf } from '../../patient/provenance.ts'
import { resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import type { Target } from './targets.ts'

type Telling = Readonly<{ clinic: Clinic; who: SignedIn; at: string }>

/** Groups writes by the patient whose record they are part of. */
export function byPerson(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  const found = new Map<string, Target[]>()
  for (const target of targets) {
    if (target.does === 'nothing') continue
    const id =
      target.resource === null ? (target.before?.patientId ?? null) : resourceKnowledge.patientOf(target.resource)
    if (id === null) continue
    const own = found.get(id)
    if (own) own.push(target)
    else found.set(id, [target])
  }
  return found
}

/** What stands on the timeline: how many of what came, by whom. It also tells acts that the record has moved on. */
export function writeProvenanceOf(
  patientId: string,
  targets: readonly Target[],
  { clinic, who, at }: Telling,
): Resource {
  const counted = Map.groupBy(targets, ({ type, does }) => (does === 'delete' ? `${type} taken back` : type))
  const words = [...counted].map(([type, ones]) => (ones.length === 1 ? type : `${ones.length} × ${type}`))
  return provenanceOf({
    id: clinic.record.newId(),
    patientId,
    accountId: who.id,
    kind: 'resources',
    date: clinic.today(),
    recordedAt: at,
    by: who.name,
    role: actingRole(who),
    act: { note: words.join(', ') },
  })
}
