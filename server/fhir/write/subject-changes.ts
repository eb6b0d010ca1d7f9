import { isObject, isText } from '@facialis/fhir/json/json.ts'
import { canonical, compareText, type RecordView } from '@facialis/record'
import { openPeriodicYield } from '../../core/periodic-yield.ts'
import { referencePattern } from '../../core/reference-pattern.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { personIn, resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import { dependencyRefusal, lastOf } from './immutable-dependencies.ts'
import { type Intent, placeIn } from './intent.ts'
import type { Target } from './targets.ts'
import { peopleTold, unknownSubjectIn } from './unknown-subject.ts'

/** Whose a resource is stays as it is, and they are here; what a medicine or a problem is called stays, too. */
export async function subjectChangeAmong(targets: readonly Target[], view: RecordView): Promise<Refusal | null> {
  const yieldNow = openPeriodicYield()
  const owners = await ownersOf(targets, view)
  const made = new Set(
    targets.flatMap(({ type, id, resource }) => (type === 'Patient' && resource !== null ? [id] : [])),
  )
  for (const target of targets) {
    await yieldNow()
    const refusal = await subjectChange(target, { view, made, owner: owners.get(target) })
    if (refusal) return refusal
  }
  return null
}

type Placing = Readonly<{
  view: RecordView
  /** People who come with it, and whoever is known to be here. */
  made: Set<string>
  /** Whose it is by now; left out of what there never was. */
  owner?: string | null | undefined
}>

/** The same of one of them. */
export async function subjectChange(target: Target, { view, made, owner }: Placing): Promise<Refusal | null> {
  const { resource, before, intent, type } = target
  const held = await dependencyRefusal(target, view)
  if (resource === null) return held
  const patientId = resourceKnowledge.patientOf(resource)
  const where = placeIn(intent, type)
  if (owner !== undefined && owner !== patientId) {
    const whose = personIn(resource)?.at
    return refuse(
      422,
      'wrong-patient',
      before === null
        ? `${type}/${target.id} was not theirs before it was taken back: write another.`
        : `Whose ${type} it is does not change: take it back, and write another.`,
      { where: whose === undefined ? where : `${where}.${whose}` },
    )
  }
  if (
    before !== null &&
    (type === 'Medication' || type === 'Condition') &&
    canonical(before.resource.code) !== canonical(resource.code)
  )
    return refuse(422, 'another-thing', `What a ${type} is called does not change: take it back, and write another.`, {
      where: `${where}.code`,
    })
  if (held) return held
  const stranger = patientId === null ? unknownSubjectIn(resource) : null
  // What came so long ago can still be taken back.
  if (stranger !== null && canonical(before?.resource[stranger] ?? null) !== canonical(resource[stranger]))
    return refuse(422, 'no-such-person', ofAnotherServer(intent, stranger) ?? ofNobody, {
      where: `${where}.${stranger}`,
    })
  if (type === 'Patient') return null
  const anew = toldAnew(target)
  const named = [...(patientId === null ? [] : [{ id: patientId, at: personIn(resource)?.at ?? '' }]), ...anew]
  const absent = await absentAmong(named, { view, made })
  return absent === null
    ? null
    : refuse(422, 'no-such-person', `There is no Patient/${absent.id} here.`, { where: `${where}.${absent.at}` })
}

type Named = Readonly<{ id: string; at: string }>

/** People of whom it tells, and the version before did not. */
function toldAnew({ before, resource }: Target): readonly Named[] {
  const now = resource === null ? [] : peopleTold(resource)
  if (before === null || now.length === 0) return now
  // A group may have thousands.
  const told = new Set(peopleTold(before.resource).map(({ id }) => id))
  return now.filter(({ id }) => !told.has(id))
}

/** The first of these who is not here; those who are, are known from then on. */
async function absentAmong(
  named: readonly Named[],
  { view, made }: Readonly<{ view: RecordView; made: Set<string> }>,
): Promise<Named | null> {
  const asked = named.filter(({ id }) => !made.has(id))
  if (asked.length === 0) return null
  // A Patient is never deleted.
  for (const id of await view.everExisted('Patient', [...new Set(asked.map(({ id }) => id))])) made.add(id)
  return asked.find(({ id }) => !made.has(id)) ?? null
}

/** Whose each of them is, or was before it was taken back: what is made anew under its id has a history, and stays theirs. */
async function ownersOf(targets: readonly Target[], view: RecordView): Promise<ReadonlyMap<Target, string | null>> {
  const owners = new Map(targets.flatMap((one) => (one.before === null ? [] : [[one, one.before.patientId] as const])))
  const anew = targets.filter(
    ({ before, does, intent }) => before === null && does === 'create' && intent.method === 'update',
  )
  for (const [type, ones] of Map.groupBy(anew, (one) => one.type)) {
    const known = await view.everExisted(type, ones.map(({ id }) => id).sort(compareText))
    for (const one of ones.filter(({ id }) => known.has(id))) {
      const last = await lastOf(type, one.id, view)
      if (last !== null) owners.set(one, resourceKnowledge.patientOf(last))
    }
  }
  return owners
}

/** Whoever wrote Patient/7 named somebody of the server that the entry says it is of. */
function ofAnotherServer(intent: Intent, member: string): string | null {
  const link = 'resource' in intent ? intent.resource[member] : null
  const named = isObject(link) && isText(link.reference) && personShape.test(link.reference) ? link.reference : null
  return named === null
    ? null
    : `The fullUrl of this entry makes ${named} somebody of another server, whom no entry brings: send them along, or leave the fullUrl out where the one here is meant.`
}
const personShape = referencePattern('Patient')

const ofNobody =
  'Nobody can tell who of those here this names: name them as Patient/[id] or Patient?identifier=[system]|[number]. What is no person says its type.'
