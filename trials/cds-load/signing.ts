import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** Those that CDS Hooks names to be signed with. To check the first takes a core eight times as long as the second. */
export const algorithms = ['ES384', 'RS384'] as const
export type Signing = (typeof algorithms)[number]

const issuer = 'https://ehr.example'

/** Another system that signs its calls of one path, in either way; no token is made twice. */
export async function signing(path: string) {
  const pairs = { ES384: await generateKeyPair('ES384'), RS384: await generateKeyPair('RS384') }
  const keyOf = async (alg: Signing) => ({ ...(await exportJWK(pairs[alg].publicKey)), kid: alg, alg })
  let made = 0
  const token = (alg: Signing): Promise<string> => {
    const iat = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, aud: `http://localhost:1${path}`, iat, exp: iat + 240, jti: `t${++made}` }
    return new SignJWT(claims).setProtectedHeader({ alg, typ: 'JWT', kid: alg }).sign(pairs[alg].privateKey)
  }
  return {
    registered: { issuer, keys: { keys: await Promise.all(algorithms.map(keyOf)) } },
    tokens: (many: number, alg: Signing): Promise<readonly string[]> =>
      Promise.all(Array.from({ length: many }, () => token(alg))),
  }
}
