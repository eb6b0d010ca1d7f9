import { refusalOf } from '../core/refusal.ts'
import { clinicSettings, putClinicSettings } from '../core/settings.ts'
import { answer, route } from '../http/route.ts'
import { meOf } from './me.ts'

export const clinicSettingsRoutes = [
  route(
    'PUT',
    '/api/clinic',
    { may: 'team:write', audit: 'clinic-changed' },
    async ({ clinic, body, who, requestId }) => {
      const done = await clinic.record.act({
        actor: { id: who.id },
        action: 'clinic-changed',
        changes: [],
        requestId,
        alongside: async (stores) => {
          await putClinicSettings(stores, { ...(await clinicSettings(stores)), phone: body.phone })
          return undefined
        },
      })
      return done.ok ? answer(await meOf(clinic, who)) : refusalOf(done.problem)
    },
  ),
]
