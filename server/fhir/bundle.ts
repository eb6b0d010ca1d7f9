import { isObject } from '@facialis/fhir/json/json.ts'
import type { Resource } from '@facialis/record'
import { ok, type Refusal, type Result, refusalOf, refuse } from '../core/refusal.ts'
import { actingRole } from '../identity/account.ts'
import { refusedEntry, writtenEntry } from './bundle-answers.ts'
import { bundleReads } from './bundle-reads.ts'
import { type Step, stepOf } from './bundle-steps.ts'
import { nonEmptyLists } from './responses/non-empty-lists.ts'
import type { SearchContext } from './search/search.ts'
import { sentBeside } from './write/references.ts'
import { writeAll } from './write/write-all.ts'
import type { ReturnPreference } from './write/write-response.ts'
import type { WriteResult } from './write/write-result.ts'

/** As many as one transaction of the record takes well. */
const mostEntries = 500
/** A read may answer with hundreds of resources: many of them in one bundle would fill the memory of the server. */
const mostReads = 100

export type BundleContext = SearchContext &
  Readonly<{ idempotencyKey: string | null; confirmed: boolean; wanted: ReturnPreference }>

/**
 * Several requests in one. A transaction is done as a whole or not at all, judged by the record as it was before; the
 * entries of a batch stand for themselves.
 */
export async function processBundle(bundle: Resource, bundling: BundleContext): Promise<Result<Resource>> {
  const { type, entry = [] } = bundle
  if (bundle.resourceType !== 'Bundle' || (type !== 'transaction' && type !== 'batch'))
    return refuse(400, 'bundle-type', 'A Bundle of type "transaction" or "batch" is expected.', {
      where: 'Bundle.type',
    })
  if (!Array.isArray(entry))
    return refuse(400, 'bad-entry', 'The entries of a bundle are a list.', { where: 'Bundle.entry' })
  if (entry.length > mostEntries)
    return refuse(413, 'too-large', `A bundle has at most ${mostEntries} entries.`, { where: 'Bundle.entry' })
  if (entry.filter(isRead).length > mostReads)
    return refuse(413, 'too-large', `A bundle has at most ${mostReads} reads.`, { where: 'Bundle.entry' })
  const steps = entry.map((one, index) => stepOf(one, { where: `Bundle.entry[${index}]`, ours: bundling.ours }))
  if (type === 'transaction') return transaction(steps, bundling)
  return (await usedForAnother(entry, bundling)) ?? batch(steps, bundling)
}

/** A key names a batch as a whole, before any entry of it is done: of another one under the same key some entries would be done and others not. */
async function usedForAnother(
  entry: unknown,
  { clinic, who, requestId, idempotencyKey }: BundleContext,
): Promise<Refusal | null> {
  if (idempotencyKey === null) return null
  const action = 'fhir-batch'
  const known = await clinic.record.act({
    actor: { id: who.id, role: actingRole(who) },
    action,
    requestId,
    idempotencyKey,
    idempotencyBody: { action, entry },
    changes: [],
  })
  return known.ok ? null : refusalOf(known.problem)
}

const isRead = (entry: unknown): boolean => isObject(entry) && isObject(entry.request) && entry.request.method === 'GET'

async function transaction(steps: readonly Step[], bundling: BundleContext): Promise<Result<Resource>> {
  const refused = steps.find((step) => 'wrong' in step)
  if (refused) return refused.wrong
  const intents = steps.flatMap((step) => ('intent' in step ? [step.intent] : []))
  const written =
    intents.length === 0
      ? ok([] as readonly WriteResult[])
      : await writeAll(intents, { ...bundling, action: 'fhir-transaction' })
  if (!written.ok) return written
  const gotten = bundleReads(bundling)
  const entries: object[] = []
  let next = 0
  for (const step of steps) {
    if ('get' in step) {
      // Read after what was written, as the standard says; what cannot be read does not undo it.
      entries.push(await gotten(step))
    } else entries.push(writtenEntry(written.value[next++] as WriteResult, bundling.wanted))
  }
  return ok({ resourceType: 'Bundle', type: 'transaction-response', ...nonEmptyLists({ entry: entries }) } as Resource)
}

async function batch(steps: readonly Step[], bundling: BundleContext): Promise<Result<Resource>> {
  const entries: object[] = []
  const gotten = bundleReads(bundling)
  const along = sentBeside(steps.flatMap((step) => ('intent' in step ? [step.intent] : [])))
  for (const [index, step] of steps.entries()) {
    if ('wrong' in step) {
      await tellWrong(step.wrong, bundling)
      entries.push(refusedEntry(step.wrong))
    } else if ('get' in step) entries.push(await gotten(step))
    else {
      const key = bundling.idempotencyKey
      const idempotencyKey = key === null ? null : `${key}.${index}`
      const written = await writeAll([step.intent], {
        ...bundling,
        along,
        action: `fhir-${step.intent.method}`,
        idempotencyKey,
      })
      entries.push(written.ok ? writtenEntry(written.value[0] as WriteResult, bundling.wanted) : refusedEntry(written))
    }
  }
  return ok({ resourceType: 'Bundle', type: 'batch-response', ...nonEmptyLists({ entry: entries }) } as Resource)
}

/** Behind the status of the bundle nobody would see what was wrong with one of its entries. */
async function tellWrong({ problem }: Refusal, { clinic, who, requestId }: BundleContext): Promise<void> {
  const what = 'an entry of a bundle'
  await clinic.rejectedWrites.refused({ who, what, code: problem.code, patientIds: [], requestId })
}
