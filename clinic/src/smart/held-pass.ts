import { allowInsecureRequests, None, processRefreshTokenResponse, refreshTokenGrantRequest } from 'oauth4webapi'
import { asAsked } from './as-asked.ts'
import type { Pass } from './come-back.ts'
import { isHere } from './discover.ts'
import type { KnownIssuer } from './issuer.ts'

/** The pass of this page, in its memory and nowhere else. */
export type HeldPass = Readonly<{
  now: () => Pass
  /** Renews one that is not taken any more, once for all who ask. False where it cannot be: then somebody signs in again. */
  renew: (worn: Pass) => Promise<boolean>
}>

export function holdPass({ issuer, server }: KnownIssuer, first: Pass): HeldPass {
  let held = first
  let renewing: Promise<boolean> | null = null
  const client = { client_id: issuer.clientId }

  const renewed = async (refresh: string): Promise<Pass | null> => {
    try {
      const response = await refreshTokenGrantRequest(server, client, None(), refresh, {
        signal: AbortSignal.timeout(20_000),
        [allowInsecureRequests]: isHere(new URL(server.token_endpoint ?? '')),
      })
      const given = await processRefreshTokenResponse(server, client, await asAsked(response))
      const { access_token: token, token_type: type, patient, scope, refresh_token: next } = given
      // Whoever is in context there by now, this page is about one person.
      if (type !== 'bearer' || (patient !== undefined && patient !== held.patientId)) return null
      return { patientId: held.patientId, token, scopes: scope ?? held.scopes, refresh: next ?? refresh }
    } catch {
      return null
    }
  }
  const renewOnce = async (): Promise<boolean> => {
    const { refresh } = held
    const fresh = refresh === null ? null : await renewed(refresh)
    // One that was refused is not shown again.
    held = fresh ?? { ...held, refresh: null }
    return fresh !== null
  }
  return {
    now: () => held,
    renew: async (worn) => {
      if (worn.token !== held.token) return true
      renewing ??= renewOnce().finally(() => {
        renewing = null
      })
      return renewing
    },
  }
}
