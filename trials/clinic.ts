import { acknowledged, atChair, cleanRead, evaluated, signed } from '@facialis/server/test/journey.ts'
import type { Act, PatientView, Profession, Role } from '@facialis/wire'
import type { Product } from './product.ts'

export const password = 'quiet lantern under snow'

/** A clinic with one doctor, who may do everything. @returns the cookie that signs them in */
export async function setUp(product: Product): Promise<string> {
  const [, token] = await product.until(/set-up#([\w-]+)\n/)
  const { status, body, cookie } = await product.ask('POST', '/api/setup', {
    body: {
      token,
      clinic: 'Demo clinic',
      name: 'Demo Dr Nora Nerve',
      login: 'nora',
      password,
      start: 'empty',
      profession: 'neurologist',
    },
  })
  if (status !== 201 || cookie === null) throw new Error(`The clinic could not be set up: ${JSON.stringify(body)}`)
  return cookie
}

export const today = (): string => new Date().toISOString().slice(0, 10)

export const referral = (name: string) => ({
  patient: { name: `Demo ${name}`, birthDate: '1970-05-04', phone: '555-0101' },
  side: 'left',
  referrer: { name: 'Demo Dr Rowan Refer', practice: 'Demo Practice' },
  facts: { 'hfs.onset': '2024', 'ph.unilateral': true },
})

/** Somebody who reads scans, since a doctor's own reading opens no gate. @returns the cookie that signs them in */
export const hireReader = (product: Product, cookie: string): Promise<string> =>
  hire(product, cookie, {
    login: 'rita',
    name: 'Demo Dr Rita Reader',
    roles: ['imaging-reader'],
    profession: 'neuroradiologist',
  })

/** A nurse, who injects under a doctor's order. @returns the cookie that signs them in */
export const hireNurse = (product: Product, cookie: string): Promise<string> =>
  hire(product, cookie, { login: 'nils', name: 'Demo Nurse Nils Gentle', roles: ['nurse'], profession: 'nurse' })

/** Whoever may set the numbers of the site. @returns the cookie that signs them in */
export const hireAuthor = (product: Product, cookie: string): Promise<string> =>
  hire(product, cookie, {
    login: 'otto',
    name: 'Demo Dr Otto Author',
    roles: ['pathway-author'],
    profession: 'neurologist',
  })

/** Whoever watches over privacy. @returns the cookie that signs them in */
export const hirePrivacy = (product: Product, cookie: string): Promise<string> =>
  hire(product, cookie, { login: 'petra', name: 'Demo Petra Privacy', roles: ['privacy-officer'], profession: null })

/** A neurologist who counts and treats nobody, and may open a record in an emergency. @returns the cookie that signs them in */
export const hireResearcher = (product: Product, cookie: string): Promise<string> =>
  hire(product, cookie, {
    login: 'rob',
    name: 'Demo Dr Rob Register',
    roles: ['researcher'],
    profession: 'neurologist',
  })

type Hired = Readonly<{ login: string; name: string; roles: readonly Role[]; profession: Profession | null }>

async function hire(product: Product, cookie: string, hired: Hired): Promise<string> {
  const { login } = hired
  const made = await product.ask('POST', '/api/accounts', { cookie, body: { ...hired, password } })
  const own = await product.ask('POST', '/api/sign-in', { body: { login, password } })
  if (made.status !== 201 || own.cookie === null) throw new Error(`No ${login}: ${JSON.stringify(made.body)}`)
  return own.cookie
}

/** Takes a person on and brings them to an open gate and to the chair. @returns their id and version */
export async function personAtTheChair(
  product: Product,
  { cookie, reader, name }: Readonly<{ cookie: string; reader: string; name: string }>,
): Promise<Readonly<{ id: string; version: number }>> {
  const made = await product.ask<{ patientId: string }>('POST', '/api/patients', { cookie, body: referral(name) })
  if (made.status !== 201) throw new Error(`Nobody was taken on: ${JSON.stringify(made.body)}`)
  const id = made.body.patientId
  let version = await versionOf(product, cookie, id)
  for (const act of openingActs(today(), `mri-${id}`)) {
    const who = act.kind === 'imaging-read' ? reader : cookie
    const path = `/api/patients/${id}/acts`
    const done = await product.ask<Seen>('POST', path, { cookie: who, body: act, ifMatch: version })
    if (done.status !== 200) throw new Error(`${act.kind}: ${JSON.stringify(done.body)}`)
    version = await versionOf(product, cookie, id)
  }
  return { id, version }
}

export async function versionOf(product: Product, cookie: string, id: string): Promise<number> {
  const { status, body } = await product.ask<Seen>('GET', `/api/patients/${id}`, { cookie })
  if (status !== 200) throw new Error(`${id} cannot be seen: ${JSON.stringify(body)}`)
  return body.version
}

const openingActs = (date: string, study: string): readonly Act[] =>
  [evaluated(date), signed(date), cleanRead(date), acknowledged(date), atChair(date)].map(
    (act) => JSON.parse(JSON.stringify(act).replaceAll('mri-1', study)) as Act,
  )

export type Seen = Pick<PatientView, 'version' | 'timeline'>

/** What came in by the front door and nobody has answered yet. */
export async function waitingRequests(product: Product, cookie: string): Promise<readonly Readonly<{ id: string }>[]> {
  const { body } = await product.ask<{ requests: readonly { id: string }[] }>('GET', '/api/board', { cookie })
  return body.requests
}
