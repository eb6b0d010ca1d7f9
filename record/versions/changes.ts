import { chunksOf } from '../core/chunks.ts'
import { ok, type Problem, type Result } from '../core/problem.ts'
import type { RecordContext } from '../core/record-context.ts'
import { address, addressProblem, type Method, type Resource, stamped } from '../core/resource.ts'
import type { Schema } from '../core/schema.ts'

/**
 * The version the caller saw, or `any` when the last writer may win. 0 says that nothing may be there yet.
 * Required, so that nobody forgets it.
 */
export type Expected = number | 'any'

export type Change =
  /** An id of the caller's is kept; without one a new id is given. Problem `already-exists` when the address is taken. */
  | { readonly method: 'create'; readonly resource: Resource }
  /** Writes the next version; with 0 or `any` also the first one, or one after a tombstone. */
  | {
      readonly method: 'update'
      readonly resource: Resource & { readonly id: string }
      readonly expectedVersion: Expected
    }
  | { readonly method: 'delete'; readonly type: string; readonly id: string; readonly expectedVersion: Expected }

/** A change as it will be stored, once it has passed the checks. */
export type Proposal = {
  readonly method: Method
  readonly type: string
  readonly id: string
  readonly version: number
  readonly patientId: string | null
  /** Stamped with id, version and instant; null for a delete. */
  readonly resource: Resource | null
  /** The address as committed before the act, or null when it is new. */
  readonly before: Before | null
}

export type Before = { readonly version: number; readonly deleted: boolean; readonly patientId: string | null }

type Addressed = { readonly change: Change; readonly type: string; readonly id: string; readonly where: string }

/** Checks changes against the record as committed. Problems: see `act`. */
export async function propose(
  context: RecordContext,
  changes: readonly Change[],
  { at, whose }: { at: string; whose: ReadonlySet<string> | null },
): Promise<Result<readonly Proposal[]>> {
  const addressed: Addressed[] = []
  const seen = new Set<string>()
  for (const [index, change] of changes.entries()) {
    const type = change.method === 'delete' ? change.type : change.resource.resourceType
    const id = change.method === 'delete' ? change.id : (change.resource.id ?? context.newId())
    const where = change.method === 'delete' ? `changes[${index}]` : `changes[${index}].resource`
    const problem = addressProblem(type, id, where)
    if (problem) return { ok: false, problem }
    if (seen.has(address(type, id))) {
      return {
        ok: false,
        problem: { code: 'changed-twice', sentence: `${address(type, id)} is changed twice.`, where },
      }
    }
    seen.add(address(type, id))
    addressed.push({ change, type, id, where })
  }

  const known = await currentBefore(context, addressed)
  const proposals: Proposal[] = []
  for (const one of addressed) {
    const before = known.get(address(one.type, one.id)) ?? null
    const proposal = proposalOf(context, one, { before, at })
    const problem = versionProblem(one, before) ?? patientProblem(proposal, { whose, where: one.where })
    if (problem) return { ok: false, problem }
    proposals.push(proposal)
  }
  return ok(proposals)
}

function proposalOf(
  context: RecordContext,
  { change, type, id }: Addressed,
  { before, at }: { before: Before | null; at: string },
): Proposal {
  const version = (before?.version ?? 0) + 1
  if (change.method === 'delete') {
    return { method: 'delete', type, id, version, patientId: before?.patientId ?? null, resource: null, before }
  }
  const resource = stamped(change.resource, id, version, at)
  // An update that brings an address into being, or back, is a creation to everyone who reads the history.
  const method = before === null || before.deleted ? 'create' : 'update'
  return { method, type, id, version, patientId: context.patientOf(resource), resource, before }
}

function versionProblem({ change, type, id, where }: Addressed, before: Before | null): Problem | null {
  const name = address(type, id)
  if (change.method === 'create') {
    if (before === null || before.deleted) return null
    return { code: 'already-exists', sentence: `${name} already exists.`, where }
  }
  if (change.method === 'delete' && before === null) {
    return { code: 'absent', sentence: `There is no ${name}.`, where }
  }
  const stored = before?.version ?? 0
  if (change.expectedVersion !== 'any' && change.expectedVersion !== stored) {
    const sentence = `${name} was changed by someone else: it is at version ${stored}, not ${change.expectedVersion}.`
    return { code: 'version-conflict', sentence, where, detail: { stored, expected: change.expectedVersion } }
  }
  if (change.method === 'delete' && before?.deleted) {
    return { code: 'deleted', sentence: `${name} was already deleted.`, where }
  }
  return null
}

/** An act for one patient may touch nobody else's record, neither where a resource is going nor where it was. */
function patientProblem(
  { type, id, patientId: becomes, before }: Proposal,
  { whose, where }: { whose: ReadonlySet<string> | null; where: string },
): Problem | null {
  if (whose === null) return null
  if ([becomes, before?.patientId ?? null].every((one) => one === null || whose.has(one))) return null
  return { code: 'wrong-patient', sentence: `${address(type, id)} belongs to another patient.`, where }
}

async function currentBefore(
  { db, tenantId }: RecordContext,
  asked: readonly Addressed[],
): Promise<Map<string, Before>> {
  const found = new Map<string, Before>()
  const idsByType = Map.groupBy(asked, (one) => one.type)
  for (const [type, ones] of idsByType) {
    for (const some of chunksOf(ones)) {
      const ids = some.map((one) => one.id)
      const rows: Schema['resource_current'][] = await db
        .selectFrom('resource_current')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('type', '=', type)
        .where('id', 'in', ids)
        .execute()
      for (const row of rows) {
        found.set(address(type, row.id), {
          version: row.version,
          deleted: row.deleted === 1,
          patientId: row.patient_id === '' ? null : row.patient_id,
        })
      }
    }
  }
  return found
}
