import { fields } from '@facialis/wire'
import * as z from 'zod/mini'
import { answer, route } from '../http/route.ts'
import { refusalOf } from '../problem.ts'
import { clinicSettings, putClinicSettings } from '../settings.ts'
import { meOf } from './me.ts'
import { text } from './shapes.ts'

export const clinicSettingsRoutes = [
  route(
    'PUT',
    '/api/clinic',
    { may: 'team:write', audit: 'clinic-changed', takes: z.strictObject({ phone: z.nullable(text(fields.phone)) }) },
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
