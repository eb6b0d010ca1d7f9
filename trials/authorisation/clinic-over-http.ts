import type { Asked } from '@facialis/server/test/identity/things.ts'
import { answeredAs, byAsking, type Hired, type House, type Person, people } from '@facialis/server/test/support.ts'
import type { Profession, Role } from '@facialis/wire'
import { password, setUp } from '../clinic.ts'
import type { Product } from '../product.ts'
import { openSender } from '../sender.ts'

type Clinic = Asked &
  Readonly<{
    /** One more account, of a clinical profession. */
    hire: (login: string, role: Role) => Promise<Hired>
    end: () => void
  }>

/** Who has to be there before anybody can do anything. */
const staff: readonly Person[] = ['neurologist', 'nurse', 'coordinator', 'privacy']

/** A running product, asked as the clinics of other tests are; each person sits at an address of their own. */
export async function clinicOverHttp(product: Product): Promise<Clinic> {
  const sender = openSender(product.address)
  const administrator = await setUp(product)
  const cookies = new Map<string, string>()

  const ask: House['ask'] = async (who, method, url, body, { headers = {}, from } = {}) => {
    const cookie = who === null ? undefined : cookies.get(typeof who === 'string' ? who : who.login)
    const bytes = body === undefined ? null : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
    const {
      status,
      headers: told,
      text,
    } = await sender.send({
      method: method ?? 'GET',
      path: url,
      headers: {
        'x-facialis': '1',
        ...(bytes !== null && { 'content-type': 'application/json' }),
        ...(cookie !== undefined && { cookie }),
        ...headers,
      },
      body: bytes,
      ...(from !== undefined && { from: from.replace(/^\d+/, '127') }),
    })
    return answeredAs(status, told, text)
  }

  type Held = Readonly<{ roles: readonly Role[]; profession: Profession | null; senior?: boolean }>
  const employ = async (login: string, held: Held): Promise<Hired> => {
    const account = { login, name: `Demo ${login}`, ...held, password }
    const made = await product.ask('POST', '/api/accounts', { cookie: administrator, body: account })
    if (made.status !== 200 && made.status !== 201) throw new Error(`No ${login}: ${JSON.stringify(made.body)}`)
    const from = `127.9.0.${cookies.size + 1}`
    const { headers } = await ask(null, 'POST', '/api/sign-in', { login, password }, { from })
    cookies.set(login, String(headers['set-cookie']).replace(/;.*/s, ''))
    return { login }
  }
  for (const one of staff) await employ(one, { profession: null, ...people[one] })
  return {
    ask,
    ...byAsking(ask),
    hire: (login, role) => employ(login, { roles: [role], profession: 'neurologist' }),
    end: sender.end,
  }
}
