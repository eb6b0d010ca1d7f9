import { type House, openHouse, password, standingClock } from '@facialis/server/test/support.ts'
import type { PatientView } from '@facialis/wire'
import type { Place } from '../place.ts'
import type { Answer, Command, Person } from './machine.ts'

/** One account at one screen of the real server; each has an address of its own. */
export type Screen = Readonly<{ does: (command: Command) => Promise<Answer> }>

const names = { ada: 'Demo Ada Sample', ben: 'Demo Ben Sample' } as const
const born = { ada: '1970-05-04', ben: '1961-02-11' } as const

/** The real server over a fresh record, with two people in it. @returns fresh screens, one after the other */
export async function realClinic({ folder, env }: Place): Promise<() => Promise<Screen>> {
  const house = await openHouse(standingClock(), { folder, database: env.FACIALIS_DATABASE_URL || null })
  const ids: Record<Person, string> = { ada: '', ben: '' }
  for (const one of ['ada', 'ben'] as const)
    ids[one] = await house.patient({ patient: { name: names[one], birthDate: born[one], phone: '555-0101' } })
  let count = 0
  return async () => {
    count += 1
    return screenOf(house, ids, count)
  }
}

async function screenOf(house: House, ids: Readonly<Record<Person, string>>, count: number): Promise<Screen> {
  const { login } = await house.hire(`doctor-${count}`, { roles: ['researcher'], profession: 'neurologist' })
  const { id } = (await house.built.clinic.record.accounts.byLogin(login)) ?? { id: '' }
  const from = `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`
  let cookie = ''
  const ask = async <T>(method: 'GET' | 'POST', url: string, body?: object, headers: Record<string, string> = {}) => {
    const answered = await house.ask<T>(null, method, url, body, { from, headers: { cookie, ...headers } })
    const set = answered.headers['set-cookie']
    if (set !== undefined) cookie = String(set).split(';')[0] ?? ''
    return answered
  }
  const change = async (change: object): Promise<null> => {
    const admin = { login: 'administrator', password }
    const { headers } = await house.ask(null, 'POST', '/api/sign-in', admin, { from: `${from}0`.slice(0, 15) })
    const sent = { headers: { cookie: String(headers['set-cookie']).split(';')[0] ?? '' }, from }
    const { status } = await house.ask(null, 'PUT', `/api/accounts/${id}`, change, sent)
    if (status !== 200) throw new Error(`The account could not be changed: ${status}`)
    return null
  }
  const look = async (headers: Record<string, string> = {}): Promise<Answer> => {
    const { status, body } = await ask<PatientView>('GET', '/api/emergency/chart', undefined, headers)
    if (status !== 200) return { status }
    return { status, sees: body.patient.id === ids.ada ? 'ada' : 'ben' }
  }
  const does = async (command: Command): Promise<Answer> => {
    switch (command.do) {
      case 'wait':
        house.clock.later(command.seconds * 1000)
        return null
      case 'clock-goes-back': {
        // Somebody else reads something before and after, so that it is noticed to the second.
        const { record } = house.built.clinic
        const notice = async () => {
          await record.auditRead({ actor: { id: 'trial' }, what: 'something else' })
        }
        await notice()
        house.clock.later(-command.seconds * 1000)
        await notice()
        return null
      }
      case 'sign-in': {
        const given = command.right ? password : 'not this one at all'
        return { status: (await ask('POST', '/api/sign-in', { login, password: given })).status }
      }
      case 'sign-out':
        return { status: (await ask('POST', '/api/sign-out')).status }
      case 'shut':
        return change({ disabled: true })
      case 'reopen':
        return change({ disabled: false })
      case 'become':
        return change({ roles: [command.role] })
      case 'elsewhere':
        return { status: (await ask('GET', `/api/patients/${ids.ada}`)).status }
      case 'look':
        return look()
      case 'look-by-timer':
        return look({ 'x-facialis-by': 'timer' })
      case 'end':
        return { status: (await ask('POST', '/api/emergency/end')).status }
      case 'open': {
        const { of, right } = command
        const why = { cause: 'other', words: 'a trial', current: right ? password : 'not this one at all' }
        const body = { name: names[of], birthDate: born[of], ...why }
        return { status: (await ask('POST', '/api/emergency/open', body)).status }
      }
      default:
        throw command satisfies never
    }
  }
  return { does }
}
