import { evaluated, session } from '@facialis/server/test/journey.ts'
import { hireReader, password, personAtTheChair, referral, setUp, today, waitingRequests } from '../clinic.ts'
import type { Product } from '../product.ts'
import { ofTheHouse } from './of-the-house.ts'
import { overFhir } from './over-fhir.ts'
import type { Request } from './request.ts'

/** Fills a clinic with what the requests are about. @returns them */
export async function requestsAbout(product: Product): Promise<readonly Request[]> {
  const cookie = await setUp(product)
  const date = today()
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const { status, body: answer } = await product.ask<T>('POST', path, { cookie, body })
    if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`)
    return answer
  }
  const reader = await hireReader(product, cookie)
  const { id: patientId, version } = await personAtTheChair(product, { cookie, reader, name: 'Open' })
  const { patientId: shut } = await post<{ patientId: string }>('/api/patients', referral('Shut'))
  await post('/api/front-door/referrals', referral('Waiting'))
  await post('/api/front-door/referrals', referral('Turned down'))
  const [first, second] = await waitingRequests(product, cookie)
  const attachment = {
    name: 'letter.pdf',
    mediaType: 'application/pdf',
    content: btoa(`%PDF-1.4\n${'Demo letter '.repeat(500)}`),
  }
  const { name, birthDate } = referral('Open').patient
  const acts = `/api/patients/${patientId}/acts`
  const asking = { method: 'POST', cookie, status: 200 } as const
  return [
    { ...asking, what: 'a person is taken on', path: '/api/patients', body: referral('New'), status: 201 },
    { ...asking, what: 'a visit is recorded', path: acts, body: evaluated(date) },
    {
      ...asking,
      what: 'an injection is signed',
      path: acts,
      body: { ...session(date), confirmed: true },
      ifMatch: version,
    },
    {
      ...asking,
      what: 'an injection is refused',
      path: `/api/patients/${shut}/acts`,
      body: session(date),
      status: 422,
    },
    {
      ...asking,
      what: 'a referral comes in, with a letter',
      path: '/api/front-door/referrals',
      body: { ...referral('Letter'), attachments: [attachment] },
      status: 201,
    },
    { ...asking, what: 'a request is taken on', path: `/api/requests/${first?.id}/accept` },
    {
      ...asking,
      what: 'a request is turned down',
      path: `/api/requests/${second?.id}/decline`,
      body: { reason: 'other', note: 'Demo' },
      status: 204,
    },
    {
      ...asking,
      what: 'a draft is kept',
      method: 'PUT',
      path: '/api/drafts/evaluate',
      body: { content: { side: 'left' } },
      ifMatch: 0,
    },
    {
      ...asking,
      what: 'an account is made',
      path: '/api/accounts',
      body: { login: 'nils', name: 'Demo Nils', roles: ['nurse'], password },
      status: 201,
    },
    {
      what: 'somebody signs in',
      method: 'POST',
      path: '/api/sign-in',
      body: { login: 'nora', password },
      status: 200,
    },
    { ...asking, what: 'a record is looked at', method: 'GET', path: `/api/patients/${patientId}` },
    ...(await overFhir(product, cookie)),
    ...(await ofTheHouse(product, { cookie, person: { name, birthDate } })),
  ]
}
