import { hireAuthor, hirePrivacy, hireResearcher, password } from '../clinic.ts'
import type { Product } from '../product.ts'
import type { Request } from './request.ts'

const emergency = { cause: 'threat-to-life', words: 'Found on the floor of the ward.', current: password }

/** What concerns accounts, the numbers of the site, and records that are opened in an emergency. */
export async function ofTheHouse(
  product: Product,
  { cookie, person }: Readonly<{ cookie: string; person: Readonly<{ name: string; birthDate: string }> }>,
): Promise<readonly Request[]> {
  const author = await hireAuthor(product, cookie)
  const [privacy, researcher] = [await hirePrivacy(product, cookie), await hireResearcher(product, cookie)]
  const open = { method: 'POST', path: '/api/emergency/open', body: { ...person, ...emergency }, status: 201 } as const
  const opened = await product.ask(open.method, open.path, { cookie: researcher, body: open.body })
  if (opened.status !== open.status) throw new Error(`Not opened: ${JSON.stringify(opened.body)}`)
  const { body: openings } = await product.ask<{ waiting: readonly { id: string }[] }>(
    'GET',
    '/api/emergency/openings',
    { cookie: privacy },
  )
  const { body: accounts } = await product.ask<readonly { id: string; login: string }[]>('GET', '/api/accounts', {
    cookie,
  })
  const shut = accounts.find(({ login }) => login === 'rita')?.id
  return [
    { ...open, what: 'a record is opened in an emergency', cookie: author },
    {
      what: 'an opening ends',
      method: 'POST',
      path: '/api/emergency/end',
      cookie: researcher,
      status: 204,
    },
    {
      what: 'an opening is reviewed',
      method: 'POST',
      path: `/api/emergency/openings/${openings.waiting[0]?.id}/review`,
      body: { verdict: 'justified', note: 'Demo' },
      cookie: privacy,
      status: 204,
    },
    {
      what: 'a number of the site is set',
      method: 'PUT',
      path: '/api/policy',
      body: { values: { minimumReinjectionInterval: 90, defaultBookingDay: 91 } },
      cookie: author,
      status: 200,
    },
    {
      what: 'an account is shut',
      method: 'PUT',
      path: `/api/accounts/${shut}`,
      body: { disabled: true },
      cookie,
      status: 200,
    },
    {
      what: 'a password is changed',
      method: 'PUT',
      path: '/api/me/password',
      body: { current: password, password: 'another lantern under snow' },
      cookie,
      status: 204,
    },
    { what: 'somebody signs out', method: 'POST', path: '/api/sign-out', cookie, status: 204 },
  ]
}
