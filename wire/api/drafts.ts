import * as z from 'zod/mini'
import type { Endpoints, Output } from './endpoint.ts'
import { named } from './schema-notes.ts'

const draft = named(
  'Draft',
  z.object({ key: z.string(), content: z.unknown(), saved: z.string(), version: z.int() }),
  'What was typed and not yet recorded, kept on the server for its author alone.',
)
/**
 * What was typed is kept on the server, never in browser storage. Every write names in `If-Match` the version it was
 * typed over, 0 when there was none; another tab's newer draft is never overwritten unseen (412).
 */
export type Draft = Output<typeof draft>

export const draftsApi = {
  'GET /api/drafts/:key': { name: 'readDraft', does: 'Returns a saved draft.', gives: draft, maybeNothing: true },
  'PUT /api/drafts/:key': {
    name: 'keepDraft',
    does: 'Saves a draft; send `If-Match: "0"` if there is none yet.',
    takes: z.strictObject({ content: z.unknown() }),
    gives: draft,
    ifMatch: 'always',
  },
  'DELETE /api/drafts/:key': { name: 'dropDraft', does: 'Deletes a draft.', ifMatch: 'always' },
} as const satisfies Endpoints
