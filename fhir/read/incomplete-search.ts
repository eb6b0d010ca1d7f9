import { isObject, type JsonObject, objectsIn } from '../json/json.ts'

/** Codes by which a server says that something is kept back, or did not get ready in time (FHIR R4, issue types). */
const withholding: ReadonlySet<unknown> = new Set([
  'security',
  'login',
  'unknown',
  'expired',
  'forbidden',
  'suppressed',
  'too-costly',
  'transient',
  'lock-error',
  'no-store',
  'exception',
  'timeout',
  'incomplete',
  'throttled',
])

const harmless: ReadonlySet<unknown> = new Set(['warning', 'information', 'success'])

/**
 * Whether any of these entries of a search is the server's own word that this is not all, or brings nothing that counts
 * where there should be a resource.
 */
export const isPartial = (entries: readonly JsonObject[]): boolean =>
  entries.some((entry) => {
    const { resource } = entry
    return !isObject(resource) || (isOutcome(resource) ? isOfLess(resource) : isAside(entry))
  })

/** What a search says about itself, and what a transaction takes away: nothing of it is read. */
export function isAside({ search, request, resource }: JsonObject): boolean {
  if (isObject(search) && search.mode === 'outcome') return true
  if (isObject(request) && request.method === 'DELETE') return true
  return isObject(resource) && isOutcome(resource)
}

/** Why what a page says of itself cannot be relied on: nobody can tell whether others follow, or how many there are. */
export function pageFault({ link, total }: JsonObject): 'cut short' | 'not readable' | null {
  if (link !== undefined && !(Array.isArray(link) && link.every(isObject))) return 'cut short'
  return total === undefined || (Number.isSafeInteger(total) && Number(total) >= 0) ? null : 'not readable'
}

/** Whether an entry of a search is nothing that was searched for, but stands beside it. */
export const isBeside = ({ search, resource }: JsonObject): boolean =>
  (isObject(search) && (search.mode === 'include' || search.mode === 'outcome')) ||
  (isObject(resource) && isOutcome(resource))

const isOutcome = ({ resourceType }: JsonObject): boolean => resourceType === 'OperationOutcome'

/** An outcome without an issue says nothing that could be relied on. */
function isOfLess({ issue }: JsonObject): boolean {
  const issues = objectsIn(issue)
  return issues.length === 0 || issues.some(({ severity, code }) => !harmless.has(severity) || withholding.has(code))
}
