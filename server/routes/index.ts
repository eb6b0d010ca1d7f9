import type { Route } from '../http/route.ts'
import { accountRoutes } from './accounts.ts'
import { auditRoutes } from './audit.ts'
import { boardRoutes } from './board.ts'
import { clinicSettingsRoutes } from './clinic-settings.ts'
import { documentRoutes } from './document.ts'
import { draftRoutes } from './drafts.ts'
import { emergencyRoutes } from './emergency.ts'
import { fhirRoutes } from './fhir.ts'
import { frontDoorRoutes } from './front-door.ts'
import { lotRoutes } from './lots.ts'
import { meRoutes } from './me.ts'
import { openIdRoutes } from './open-id.ts'
import { passkeyRoutes } from './passkeys.ts'
import { patientRoutes } from './patients.ts'
import { policyRoutes } from './policy.ts'
import { setUpRoutes } from './set-up.ts'
import { signInRoutes } from './sign-in.ts'
import { smartRoutes } from './smart.ts'

/** Everything that can be asked of this server. What is not in this table does not exist. */
export const routes: readonly Route[] = [
  ...documentRoutes(() => routes),
  ...meRoutes,
  ...setUpRoutes,
  ...signInRoutes,
  ...openIdRoutes,
  ...passkeyRoutes,
  ...clinicSettingsRoutes,
  ...accountRoutes,
  ...boardRoutes,
  ...patientRoutes,
  ...emergencyRoutes,
  ...frontDoorRoutes,
  ...lotRoutes,
  ...draftRoutes,
  ...policyRoutes,
  ...auditRoutes,
  ...smartRoutes,
  ...fhirRoutes,
]
