import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Act, PatientView, Problem, Profession, Referral, Role } from '@facialis/wire'
import { hash } from '@node-rs/argon2'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { putClinicSettings } from '../core/settings.ts'
import { storedRoles } from '../identity/account.ts'
import { type BuildOptions, type Built, buildServer } from '../index.ts'
import { watchAnswers } from './as-declared.ts'

export const password = 'quiet lantern under snow'
// What comparing costs stands in the hash itself: these people's passwords cost next to nothing, so that tests do not wait.
const passwordHash = hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 })

const endings: (() => unknown)[] = []
/** Closes and removes what a test opened, the last first. For `afterEach`. */
export async function cleanUp(): Promise<void> {
  for (const end of endings.splice(0).toReversed()) await end()
}

export type Clock = { now: string; later: (ms: number) => void; day: (day: string) => void }

/** A clock that stands still until it is moved. */
export function standingClock(start = '2026-11-23T09:00:00.000Z'): Clock {
  const clock: Clock = {
    now: start,
    later: (ms) => {
      clock.now = new Date(new Date(clock.now).getTime() + ms).toISOString()
    },
    day: (day) => {
      clock.now = `${day}T09:00:00.000Z`
    },
  }
  return clock
}

type Who = Readonly<{ roles: readonly Role[]; profession?: Profession; senior?: boolean }>
/** Who works in a clinic that is tried. */
export const people = {
  neurologist: { roles: ['clinician'], profession: 'neurologist', senior: true },
  juniorNeurologist: { roles: ['clinician'], profession: 'neurologist' },
  clinician: { roles: ['clinician'] },
  trainee: { roles: ['clinician'], profession: 'trainee' },
  surgeon: { roles: ['surgeon'], profession: 'neurosurgeon' },
  nurse: { roles: ['nurse'], profession: 'nurse' },
  reader: { roles: ['imaging-reader'], profession: 'neuroradiologist' },
  coordinator: { roles: ['coordinator'] },
  administrator: { roles: ['administrator'] },
  author: { roles: ['pathway-author'] },
  privacy: { roles: ['privacy-officer'] },
  researcher: { roles: ['researcher'] },
  referrer: { roles: ['referrer'] },
  patient: { roles: ['patient'] },
} as const satisfies Readonly<Record<string, Who>>
export type Person = keyof typeof people
/** Somebody who was given an account beside those. */
export type Hired = Readonly<{ login: string }>

export type Answered<T> = Readonly<{
  status: number
  body: T
  problem: Problem
  headers: LightMyRequestResponse['headers']
}>
type Sending = Readonly<{ headers?: Record<string, string>; from?: string }>

export type House = Readonly<{
  built: Built
  clock: Clock
  folder: string
  /** One request as a person, or as nobody. */
  ask: <T = unknown>(
    who: Person | Hired | null,
    method: InjectOptions['method'],
    url: string,
    body?: unknown,
    sending?: Sending,
  ) => Promise<Answered<T>>
  /** One more account. @returns who it is, to ask as */
  hire: (login: string, attributes: Who) => Promise<Hired>
  act: (
    who: Person,
    patientId: string,
    act: Act & { confirmed?: boolean },
    sending?: Sending,
  ) => Promise<Answered<PatientView>>
  /** A fresh patient by a paper referral. @returns the id */
  patient: (referral?: Partial<Referral>) => Promise<string>
  view: (patientId: string) => Promise<PatientView>
}>

/** A whole clinic over an empty folder: real record, real server, one account for each kind of person. */
export async function openHouse(
  clock: Clock = standingClock(),
  more: Partial<
    Pick<BuildOptions, 'pathway' | 'earlier' | 'url' | 'openId' | 'heads' | 'database' | 'folder' | 'cds' | 'zone'>
  > = {},
): Promise<House> {
  const folder = more.folder ?? mkdtempSync(join(tmpdir(), 'facialis-server-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  const built = await buildServer({ now: () => clock.now, zone: 'UTC', ...more, folder })
  endings.push(() => built.close())
  // The last of all: what it throws must leave nothing open.
  endings.unshift(watchAnswers(built.app))
  const { record } = built.clinic
  const hireAll = async (some: readonly (readonly [string, Who])[], isNew = false): Promise<void> => {
    const cheap = await passwordHash
    const done = await record.act({
      actor: { id: 'set-up' },
      action: 'set-up',
      changes: [],
      alongside: async (stores) => {
        if (isNew) await putClinicSettings(stores, { name: 'Test clinic', phone: '555-0100', demo: false, ready: true })
        for (const [login, who] of some) {
          const fresh = { login, displayName: `Demo ${login}`, roles: storedRoles(who), passwordHash: cheap }
          const made = await stores.accounts.create(fresh)
          if (!made.ok) return made
        }
        return undefined
      },
    })
    if (!done.ok) throw new Error(done.problem.sentence)
  }
  const hire: House['hire'] = async (login, attributes) => {
    await hireAll([[login, attributes]])
    return { login }
  }
  await hireAll(Object.entries(people), true)
  const cookies = new Map<string, string>()

  const cookieOf = async (who: Person | Hired): Promise<string> => {
    const login = typeof who === 'string' ? who : who.login
    // Nobody stays signed in over night.
    const today = `${login} ${clock.now.slice(0, 10)}`
    const known = cookies.get(today)
    if (known) return known
    const response = await built.app.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { 'x-facialis': '1' },
      payload: { login, password },
    })
    const cookie = `facialis=${response.cookies.find(({ name }) => name === 'facialis')?.value}`
    cookies.set(today, cookie)
    return cookie
  }

  const ask: House['ask'] = async (who, method, url, body, { headers = {}, from } = {}) => {
    const response = await built.app.inject({
      method: method ?? 'GET',
      url,
      ...(from === undefined ? {} : { remoteAddress: from }),
      headers: { 'x-facialis': '1', ...(who === null ? {} : { cookie: await cookieOf(who) }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return answeredAs(response.statusCode, response.headers, response.body)
  }
  return {
    built,
    clock,
    folder,
    ask,
    hire,
    ...byAsking(ask),
  }
}

/** What came back, as what was asked for reads it. */
export function answeredAs<T>(status: number, headers: Answered<T>['headers'], text: string): Answered<T> {
  const isJson = /^application\/(fhir\+)?json/.test(String(headers['content-type'])) && text !== ''
  const body = (isJson ? JSON.parse(text) : text) as never
  return { status, body, problem: isJson ? problemIn(body) : none, headers }
}

/** What everybody does first, by nothing but asking. */
export function byAsking(ask: House['ask']): Pick<House, 'view' | 'act' | 'patient'> {
  const view: House['view'] = async (id) => (await ask<PatientView>('neurologist', 'GET', `/api/patients/${id}`)).body
  return {
    view,
    act: async (who, patientId, act, sending = {}) => {
      const version = (await view(patientId)).version
      const headers = { 'if-match': `"${version}"`, ...sending.headers }
      return ask<PatientView>(who, 'POST', `/api/patients/${patientId}/acts`, act, { ...sending, headers })
    },
    patient: async (referral = {}) => {
      const sent = { ...adaSample, ...referral }
      const made = await ask<{ patientId: string }>('coordinator', 'POST', '/api/patients', sent)
      if (made.status !== 201) throw new Error(JSON.stringify(made.body))
      return made.body.patientId
    },
  }
}

const none: Problem = { code: '', sentence: '' }

type Outcome = Readonly<{
  details: { text: string; coding?: readonly { code: string }[] }
  expression?: readonly string[]
}>

/** What went wrong, as the screens are told of it or as FHIR says it. */
function problemIn(json: Readonly<{ problem?: Problem; issue?: readonly Outcome[] }>): Problem {
  const [first] = json.issue ?? []
  if (!first) return json.problem ?? none
  const where = first.expression?.[0]
  return {
    code: first.details.coding?.[0]?.code ?? '',
    sentence: first.details.text,
    ...(where === undefined ? {} : { where }),
  }
}

export const adaSample: Referral = {
  patient: { name: 'Demo Ada Sample', birthDate: '1970-05-04', phone: '555-0101' },
  side: 'left',
  referrer: { name: 'Demo Dr Rowan Refer', practice: 'Demo Practice' },
  facts: { 'hfs.onset': '2024', 'ph.unilateral': true, 'ph.onsetOrbicularisOculi': true, 'ph.downwardSpread': true },
}
