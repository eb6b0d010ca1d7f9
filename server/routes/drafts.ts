import type { Draft as Kept } from '@facialis/record'
import { type Draft, may, neededForDraft } from '@facialis/wire'
import { draftsKeptSince, forgetOldDrafts } from '../clinic/old-drafts.ts'
import { refusalOf, refuse } from '../core/refusal.ts'
import { answer, route } from '../http/route.ts'

const mostDrafts = 200
const tooLong = (key: string) => key.length > 200

const told = ({ key, json, updated, version }: Kept): Draft => ({ key, content: json, saved: updated, version })

/** The draft on the writer's screen. What nobody says they have seen is not written over. */
const seenBy = (ifMatch: number | null): number | null => (ifMatch === 0 ? null : ifMatch)
const sayWhatYouSaw = () =>
  refuse(428, 'needs-version', 'Say in If-Match which draft this was typed over, "0" for none.', { where: 'If-Match' })

export const draftRoutes = [
  route(
    'GET',
    '/api/drafts/:key',
    { may: 'draft:own', ownership: 'asker', audit: { not: 'only its author can read a draft' } },
    async ({ clinic, params, who }) => {
      // It may tell what stood on record, and roles may have been taken away since it was typed.
      const needed = neededForDraft(params.key)
      if (needed !== null && !may(who.roles, needed)) return answer()
      const draft = await clinic.record.drafts.get(who.id, params.key)
      if (draft === null) return answer()
      if (draft.updated >= draftsKeptSince(clinic.now())) return answer(told(draft))
      await forgetOldDrafts(clinic)
      return answer()
    },
  ),

  route(
    'PUT',
    '/api/drafts/:key',
    {
      may: 'draft:own',
      ownership: 'asker',
      audit: { not: 'a draft is not part of the record' },
    },
    async ({ clinic, params: { key }, body, who, ifMatch }) => {
      if (tooLong(key))
        return refuse(422, 'bad-key', 'The name of a draft has at most 200 characters.', { where: 'key' })
      if (ifMatch === null) return sayWhatYouSaw()
      const { drafts } = clinic.record
      const all = await drafts.list(who.id)
      // The oldest makes room, so that nobody is told off for drafts they have forgotten.
      const oldest = all.length >= mostDrafts && !all.some((one) => one.key === key) ? all.at(-1) : undefined
      if (oldest) await drafts.drop({ accountId: who.id, key: oldest.key, seen: oldest.version })
      const kept = await drafts.put({ accountId: who.id, key, seen: seenBy(ifMatch) }, body.content)
      return kept.ok ? answer(told(kept.value)) : refusalOf(kept.problem)
    },
  ),

  route(
    'DELETE',
    '/api/drafts/:key',
    { may: 'draft:own', ownership: 'asker', audit: { not: 'a draft is not part of the record' } },
    async ({ clinic, params: { key }, who, ifMatch }) => {
      if (ifMatch === null) return sayWhatYouSaw()
      const dropped = await clinic.record.drafts.drop({ accountId: who.id, key, seen: seenBy(ifMatch) })
      return dropped.ok ? answer() : refusalOf(dropped.problem)
    },
  ),
]
