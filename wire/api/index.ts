import { accountsApi } from './accounts.ts'
import { auditApi } from './audit.ts'
import { boardApi } from './board.ts'
import { documentApi } from './document.ts'
import { draftsApi } from './drafts.ts'
import { emergencyApi } from './emergency.ts'
import type { Endpoint, Method } from './endpoint.ts'
import { frontDoorApi } from './front-door.ts'
import { lotsApi } from './lots.ts'
import { meApi } from './me.ts'
import { patientsApi } from './patients.ts'
import { policyApi } from './policy.ts'
import { requestsApi } from './requests.ts'
import { signInApi } from './sign-in.ts'
import { smartApi } from './smart.ts'

/**
 * Everything of our own that can be asked over HTTP. The server reads it; the clinic knows its types and nothing more,
 * so that no checking of shapes is sent to a browser.
 */
export const api = {
  ...documentApi,
  ...meApi,
  ...signInApi,
  ...accountsApi,
  ...boardApi,
  ...patientsApi,
  ...frontDoorApi,
  ...requestsApi,
  ...lotsApi,
  ...draftsApi,
  ...policyApi,
  ...auditApi,
  ...emergencyApi,
  ...smartApi,
} as const

export type Api = typeof api
export type Asking = keyof Api
/** The paths that can be asked by one method. */
export type PathOf<M extends Method> = Asking extends infer A ? (A extends `${M} ${infer P}` ? P : never) : never
export type EndpointAt<M extends Method, P extends string> = `${M} ${P}` extends infer A extends Asking ? Api[A] : never

/** The same table, to be looked up by what is only known while it runs. */
export const endpointAt = (method: string, path: string): Endpoint | undefined =>
  (api as Readonly<Record<string, Endpoint>>)[`${method} ${path}`]
