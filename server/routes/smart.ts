import type { SmartSetting } from '@facialis/wire'
import { policyInForce } from '../core/policy.ts'
import { clinicSettings } from '../core/settings.ts'
import { answer, route } from '../http/route.ts'

export const smartRoutes = [
  route(
    'GET',
    '/api/smart',
    {
      may: 'anyone',
      audit: {
        not: 'reveals nothing about any patient; the site’s numbers are shown only if another system is registered',
      },
    },
    async ({ clinic }) => {
      const { name } = await clinicSettings(clinic.record)
      const setting: SmartSetting = {
        issuers: clinic.smartIssuers,
        clinic: name,
        today: clinic.today(),
        zone: clinic.zone,
        // Nobody who is not signed in has a use for them where no other system is registered.
        policy: clinic.smartIssuers.length === 0 ? {} : await policyInForce(clinic),
      }
      return answer(setting)
    },
  ),
]
