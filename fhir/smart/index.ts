/** Reading one person's record from a server of others by what was granted (SMART on FHIR). Pure: whoever asks is passed in. */
export type { Fetch, FetchFailure, FetchResult } from './fetch.ts'
export type { GapReason } from './read-kind.ts'
export { type Gap, type RecordRead, readRecord, typesAskedOf } from './read-record.ts'
export { grantedIn, type ScopeStyle, scopesFor, writesIn } from './scopes.ts'
