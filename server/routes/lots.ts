import { refuse } from '../core/refusal.ts'
import { answer, route } from '../http/route.ts'
import { recallLot } from '../lots/recall-lot.ts'
import { lotKey } from '../search-indexing/resource-knowledge.ts'

export const lotRoutes = [
  route(
    'POST',
    '/api/lots/recall',
    { may: 'lot:recall', audit: 'lot-recall' },
    async ({ clinic, body, who, requestId }) => {
      if (lotKey(body.lot) === '') return refuse(422, 'bad-lot', 'A lot has letters or digits.', { where: 'lot' })
      const found = await recallLot(clinic, clinic.record, body.lot)
      await clinic.record.auditRead({
        actor: { id: who.id },
        what: `who got toxin of lot ${body.lot}`,
        action: 'lot-recall',
        patientIds: found.people.map(({ id }) => id),
        requestId,
      })
      return answer(found)
    },
  ),
]
