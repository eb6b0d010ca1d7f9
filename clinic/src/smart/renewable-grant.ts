import { allowInsecureRequests, None, processRefreshTokenResponse, refreshTokenGrantRequest } from 'oauth4webapi'
import { isLoopback } from './discover.ts'
import type { AccessGrant } from './exchange-code.ts'
import type { KnownIssuer } from './issuer.ts'
import { withoutUnrequested } from './token-response.ts'

/** The access grant of this page, in its memory and nowhere else. */
export type RenewableGrant = Readonly<{
  now: () => AccessGrant
  /** Renews one that is not taken any more, once for all who ask. False where it cannot be: then somebody signs in again. */
  renew: (worn: AccessGrant) => Promise<boolean>
}>

export function renewableGrant({ issuer, server }: KnownIssuer, first: AccessGrant): RenewableGrant {
  let current = first
  let renewing: Promise<boolean> | null = null
  const client = { client_id: issuer.clientId }

  const renewed = async (refresh: string): Promise<AccessGrant | null> => {
    try {
      const response = await refreshTokenGrantRequest(server, client, None(), refresh, {
        signal: AbortSignal.timeout(20_000),
        [allowInsecureRequests]: isLoopback(new URL(server.token_endpoint ?? '')),
      })
      const given = await processRefreshTokenResponse(server, client, await withoutUnrequested(response))
      const { access_token: token, token_type: type, patient, scope, refresh_token: next } = given
      // Whoever is in context there by now, this page is about one person.
      if (type !== 'bearer' || (patient !== undefined && patient !== current.patientId)) return null
      return { patientId: current.patientId, token, scopes: scope ?? current.scopes, refresh: next ?? refresh }
    } catch {
      return null
    }
  }
  const renewOnce = async (): Promise<boolean> => {
    const { refresh } = current
    const fresh = refresh === null ? null : await renewed(refresh)
    // One that was refused is not shown again.
    current = fresh ?? { ...current, refresh: null }
    return fresh !== null
  }
  return {
    now: () => current,
    renew: async (worn) => {
      if (worn.token !== current.token) return true
      renewing ??= renewOnce().finally(() => {
        renewing = null
      })
      return renewing
    },
  }
}
