import type { SmartSetting } from '@facialis/wire'
import { answer, route } from '../http/route.ts'
import { policyInForce } from '../policy.ts'
import { clinicSettings } from '../settings.ts'

export const smartRoutes = [
  route('GET', '/api/smart', { may: 'anyone', audit: { not: 'tells nothing of any patient' } }, async ({ clinic }) => {
    const { name } = await clinicSettings(clinic.record)
    const setting: SmartSetting = {
      issuers: clinic.smartIssuers,
      clinic: name,
      today: clinic.today(),
      zone: clinic.zone,
      policy: await policyInForce(clinic),
    }
    return answer(setting)
  }),
]
