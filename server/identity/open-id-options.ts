import type { OpenIdOptions } from './open-id.ts'

type Sentence = Readonly<{ sentence: string }>

/** Says nothing by itself. */
const ofAnIssuer = [
  'FACIALIS_OPENID_CLIENT',
  'FACIALIS_OPENID_SECRET',
  'FACIALIS_OPENID_NAME',
  'FACIALIS_OPENID_CLAIM',
] as const

/** What the environment says of another sign-in; null when it names none, a sentence when it does so by half. */
export function readOpenIdOptions(env: NodeJS.ProcessEnv, url: string | null): OpenIdOptions | null | Sentence {
  const issuer = env.FACIALIS_OPENID_ISSUER || null
  if (issuer === null) {
    const alone = ofAnIssuer.find((name) => env[name])
    return alone === undefined ? null : { sentence: `${alone} needs FACIALIS_OPENID_ISSUER as well.` }
  }
  const address = addressIn(issuer)
  if (address === null)
    return { sentence: `FACIALIS_OPENID_ISSUER is an https address such as https://id.example, not "${issuer}".` }
  const [clientId, clientSecret] = [env.FACIALIS_OPENID_CLIENT || null, env.FACIALIS_OPENID_SECRET || null]
  if (clientId === null || clientSecret === null)
    return { sentence: 'FACIALIS_OPENID_ISSUER needs FACIALIS_OPENID_CLIENT and FACIALIS_OPENID_SECRET as well.' }
  if (url === null)
    return { sentence: 'FACIALIS_OPENID_ISSUER needs FACIALIS_URL as well: the address people return to.' }
  return {
    issuer,
    clientId,
    clientSecret,
    url,
    name: env.FACIALIS_OPENID_NAME || address.hostname,
    claim: env.FACIALIS_OPENID_CLAIM || 'preferred_username',
  }
}

/** Where the product itself is, as browsers know it; null when it is not said. */
export function readOwnAddress(env: NodeJS.ProcessEnv): string | null | Sentence {
  const named = env.FACIALIS_URL || null
  if (named === null) return null
  const address = addressIn(named)
  return address !== null && address.pathname === '/' && address.search === ''
    ? address.origin
    : { sentence: `FACIALIS_URL is an https address without a path, such as https://clinic.example, not "${named}".` }
}

/** What travels unencrypted stays on this very machine. */
function addressIn(text: string): URL | null {
  const address = URL.parse(text)
  if (address === null || address.username !== '' || address.hash !== '') return null
  const isHere = address.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
  return address.protocol === 'https:' || isHere ? address : null
}
