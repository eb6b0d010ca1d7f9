import * as z from 'zod/mini'
import { answer, route } from '../http/route.ts'
import { refuse } from '../problem.ts'

const mostDrafts = 200
const tooLong = (key: string) => key.length > 200

export const draftRoutes = [
  route(
    'GET',
    '/api/drafts/:key',
    { may: 'draft:own', audit: { not: 'a draft is read by nobody but its author' } },
    async ({ clinic, params, who }) => {
      const draft = await clinic.record.drafts.get(who.id, params.key)
      return draft ? answer({ key: draft.key, content: draft.json, saved: draft.updated }) : answer()
    },
  ),

  route(
    'PUT',
    '/api/drafts/:key',
    {
      may: 'draft:own',
      audit: { not: 'a draft is no part of the record' },
      takes: z.strictObject({ content: z.unknown() }),
    },
    async ({ clinic, params, body, who }) => {
      if (tooLong(params.key))
        return refuse(422, 'bad-key', 'The name of a draft has at most 200 signs.', { where: 'key' })
      const drafts = await clinic.record.drafts.list(who.id)
      // The oldest makes room, so that nobody is told off for drafts they have forgotten.
      if (drafts.length >= mostDrafts && !drafts.some(({ key }) => key === params.key)) {
        const oldest = drafts.at(-1)
        if (oldest) await clinic.record.drafts.drop(who.id, oldest.key)
      }
      const draft = await clinic.record.drafts.put(who.id, params.key, body.content)
      return answer({ key: draft.key, content: draft.json, saved: draft.updated })
    },
  ),

  route(
    'DELETE',
    '/api/drafts/:key',
    { may: 'draft:own', audit: { not: 'a draft is no part of the record' } },
    async ({ clinic, params, who }) => {
      await clinic.record.drafts.drop(who.id, params.key)
      return answer()
    },
  ),
]
