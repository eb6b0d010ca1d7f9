import { createServer, type Server } from 'node:http'
import { Provider } from 'oidc-provider'

/** A real OpenID provider on this machine, where whoever types a name is that person. */
export type TestProvider = Readonly<{
  issuer: string
  clientId: string
  clientSecret: string
  /** Somebody goes by another name there from now on. */
  rename: (who: string, name: string) => void
  close: () => Promise<void>
}>

/** @param comingBack the address people come back to */
export async function openProvider(comingBack: string): Promise<TestProvider> {
  const [clientId, clientSecret] = ['demo-clinic', 'demo-secret-of-the-clinic']
  // Its address is part of what it says of itself, so it listens before it is made.
  const server = createServer((request, response) => void handle(request, response))
  const port = await listening(server)
  const issuer = `http://localhost:${port}`
  const names = new Map<string, string>()
  const handle = quietly(
    () =>
      new Provider(issuer, {
        clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [comingBack] }],
        claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
        ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
        cookies: { keys: ['a key for a test'] },
        findAccount: (_, accountId) => ({
          accountId,
          claims: async () => ({
            sub: accountId,
            preferred_username: names.get(accountId) ?? accountId,
            email: `${accountId}@demo.example`,
            email_verified: accountId !== 'unverified',
          }),
        }),
      }),
  ).callback()
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { issuer, clientId, clientSecret, rename: (who, name) => names.set(who, name), close }
}

export const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

/** It warns of its own pages, which are for tests; this is one. */
export function quietly<T>(make: () => T): T {
  const [warn, info] = [console.warn, console.info]
  console.warn = () => {}
  console.info = () => {}
  try {
    return make()
  } finally {
    Object.assign(console, { warn, info })
  }
}
