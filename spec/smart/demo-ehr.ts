import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { ParsedUrlQuery } from 'node:querystring'
import { Provider } from 'oidc-provider'
import { grantedIn, typesAskedOf } from '../../fhir/smart/index.ts'
import { hemifacialSpasm } from '../../knowledge/index.ts'
import { listening, quietly } from '../../server/test/identity/open-id-provider.ts'

/** How the demo EHR behaves from now on; a test changes what it is about. */
export type Manners = {
  /** Whose record is open, or is chosen at the sign-in; null: nobody's. */
  patient: string | null
  /** Whether whoever signs in is asked for their consent; otherwise it is given, but for what is withheld. */
  asksConsent: boolean
  /** Types to which no access is given. */
  withheld: readonly string[]
  /** What is answered in place of the record, by type. */
  instead: Map<string, (path: string) => Readonly<{ status: number; body: unknown }>>
  /** What it says of itself. */
  configuration: (own: Readonly<Record<string, unknown>>) => unknown
}

/** A record system of others: a real authorisation server that speaks SMART, and a FHIR server that asks for its tokens. */
export type DemoEhr = Readonly<{
  iss: string
  clientId: string
  manners: Manners
  /** The address by which it opens the app about whoever is in context. */
  launchOf: (app: string) => string
  /** Everything it was asked, as `GET /fhir/Patient/1`. */
  asked: string[]
  close: () => Promise<void>
}>

type Behind = (path: string) => Promise<Readonly<{ status: number; text: string }>>

const anyone = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization, accept' }

/**
 * @param app the address of the app, which is registered there as a public client
 * @param behind answers for the record itself, e.g. `Observation?patient=1`
 */
export async function openDemoEhr(app: string, behind: Behind): Promise<DemoEhr> {
  const clientId = 'facialis-in-the-demo-ehr'
  const server = createServer((request, response) => void serve(request, response))
  const origin = `http://127.0.0.1:${await listening(server)}`
  const iss = `${origin}/fhir`
  const manners: Manners = {
    patient: null,
    asksConsent: false,
    withheld: [],
    instead: new Map(),
    configuration: (own) => own,
  }
  const asked: string[] = []
  const provider = quietly(
    () =>
      new Provider(origin, {
        clients: [
          {
            client_id: clientId,
            token_endpoint_auth_method: 'none',
            redirect_uris: [`${app}/smart/`],
            grant_types: ['authorization_code'],
          },
        ],
        scopes,
        extraParams: ['launch', 'aud'],
        pkce: { required: () => true },
        clientBasedCORS: () => true,
        loadExistingGrant: async ({ oidc }) => {
          const saved = oidc.result?.consent?.grantId
          if (saved !== undefined) return oidc.provider.Grant.find(saved)
          if (manners.asksConsent) return undefined
          const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' })
          for (const scope of scopes) {
            if (manners.withheld.some((type) => scope.startsWith(`patient/${type}.`))) grant.rejectOIDCScope(scope)
            else grant.addOIDCScope(scope)
          }
          await grant.save()
          return grant
        },
        ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, AuthorizationCode: 60 },
        cookies: { keys: ['a key for a test'] },
        findAccount: (_, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
      }),
  )
  provider.use(async (ctx, next) => {
    if (ctx.path === '/auth' && isForeign(ctx.query, iss)) ctx.throw(400, 'unknown launch or audience')
    await next()
    if (ctx.path === '/token' && isToken(ctx.body))
      ctx.body = {
        ...ctx.body,
        ...(manners.patient === null ? {} : { patient: manners.patient }),
        need_patient_banner: true,
      }
  })
  const auth = provider.callback()

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', origin)
    asked.push(`${request.method} ${address.pathname}`)
    if (!address.pathname.startsWith('/fhir/')) return auth(request, response)
    const say = (status: number, body: unknown) => {
      response.writeHead(status, { ...anyone, 'Content-Type': 'application/fhir+json' })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    }
    if (request.method === 'OPTIONS') return say(204, '')
    const path = `${address.pathname.slice('/fhir/'.length)}${address.search}`
    if (path === '.well-known/smart-configuration') return say(200, manners.configuration(configurationOf(origin)))
    const token = await provider.AccessToken.find(request.headers.authorization?.replace('Bearer ', '') ?? '')
    if (token === undefined) return say(401, outcome('login'))
    const type = /^\w+/.exec(path)?.[0] ?? ''
    if (grantedIn([...token.scopes].join(' '), type, 'read') === 'no') return say(403, outcome('forbidden'))
    const instead = manners.instead.get(type)?.(path)
    if (instead !== undefined) return say(instead.status, instead.body)
    const { status, text } = await behind(path)
    return say(status, text.replaceAll(`${app}/fhir/`, `${iss}/`))
  }

  return {
    iss,
    clientId,
    manners,
    asked,
    launchOf: (address) => `${address}/smart/launch?${new URLSearchParams({ iss, launch: knownLaunch })}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const scopes = [
  'launch',
  'launch/patient',
  ...typesAskedOf(hemifacialSpasm).flatMap((type) => [`patient/${type}.rs`, `patient/${type}.read`]),
]
const knownLaunch = 'a-launch-of-the-demo-ehr'

/** As the specification wants it: `aud` is the address of the records, and a launch is one that was given out. */
const isForeign = ({ aud, launch }: ParsedUrlQuery, iss: string): boolean =>
  aud !== iss || (launch !== undefined && launch !== knownLaunch)

const isToken = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && 'access_token' in body

const outcome = (code: string) => ({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] })

const configurationOf = (origin: string) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/auth`,
  token_endpoint: `${origin}/token`,
  grant_types_supported: ['authorization_code'],
  code_challenge_methods_supported: ['S256'],
  scopes_supported: scopes,
  capabilities: [
    'launch-ehr',
    'launch-standalone',
    'client-public',
    'context-ehr-patient',
    'permission-patient',
    'permission-v2',
  ],
})
