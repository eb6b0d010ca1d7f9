import type { Refusal } from '../core/refusal.ts'
import { outcomeOf } from '../http/outcome.ts'
import { etagOf } from './responses/answer.ts'
import { locationOf, type ReturnPreference } from './write/write-response.ts'
import type { WriteResult } from './write/write-result.ts'

const statuses: Readonly<Record<number, string>> = {
  200: '200 OK',
  201: '201 Created',
  204: '204 No Content',
  400: '400 Bad Request',
  403: '403 Forbidden',
  404: '404 Not Found',
  405: '405 Method Not Allowed',
  409: '409 Conflict',
  410: '410 Gone',
  412: '412 Precondition Failed',
  422: '422 Unprocessable Entity',
  413: '413 Content Too Large',
  428: '428 Precondition Required',
}

/** The entry that answers one which was written. */
export const writtenEntry = (written: WriteResult, wanted: ReturnPreference): object => ({
  ...(wanted === 'representation' && written.resource !== null ? { resource: written.resource } : {}),
  response: {
    status: statuses[written.status],
    ...(written.version === null
      ? {}
      : { location: locationOf(written), etag: etagOf(written.version), lastModified: written.lastUpdated }),
  },
})

/** The entry that answers one which was refused, with the reason. */
export const refusedEntry = (refusal: Refusal): object => ({
  response: { status: statuses[refusal.status] ?? String(refusal.status), outcome: outcomeOf(refusal) },
})
