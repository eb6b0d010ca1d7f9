import type { AuditPage, PatientView } from '@facialis/wire'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { cleanUp, type House, openHouse, password } from '../support.ts'

export const minute = 60_000
export const hour = 60 * minute
export const ada = { name: 'Demo Ada Sample', birthDate: '1970-05-04' }
export const ben = { name: 'Demo Ben Sample', birthDate: '1961-02-11' }
export const emergency = {
  ...ada,
  cause: 'threat-to-life',
  words: 'Found on the floor of the ward.',
  current: password,
}
const letter = { name: 'letter.pdf', mediaType: 'application/pdf', content: btoa('%PDF-1.7 demo') }
export const nothing = { code: 'not-found', sentence: 'There is nothing here that you may open.' }

export let house: House
export let adaId: string
export let benId: string
export let adaFile: string
export let benFile: string
let count = 0
let day = 23

/** For the tests of one file: a house in which Ada and Ben are on record. */
export function atNight(): void {
  beforeAll(async () => {
    house = await openHouse()
    adaId = await house.patient({ attachments: [letter] })
    benId = await house.patient({ patient: { ...ben, phone: '555-0199' }, attachments: [letter] })
    adaFile = (await house.view(adaId)).attachments[0]?.id ?? ''
    benFile = (await house.view(benId)).attachments[0]?.id ?? ''
    day = 23
  })
  // A day of its own for each case: nobody stays signed in over night, and nobody inherits the hours of the one before.
  beforeEach(() => house.clock.day(new Date(Date.UTC(2026, 10, ++day)).toISOString().slice(0, 10)))
  afterAll(cleanUp)
}

/** Somebody fresh at a screen: their cookie, and requests with it. */
export async function doctor(
  attributes: Parameters<House['hire']>[1] = { roles: ['researcher'], profession: 'neurologist' },
) {
  count += 1
  const hired = await house.hire(`doctor-${count}`, attributes)
  const from = `10.1.${count >> 8}.${count & 255}`
  const signIn = async () => {
    const { headers } = await house.ask(null, 'POST', '/api/sign-in', { login: hired.login, password }, { from })
    return String(headers['set-cookie']).replace(/;.*/s, '')
  }
  const at = (cookie: string) => {
    const ask = <T = unknown>(method: 'GET' | 'POST', url: string, body?: unknown) =>
      house.ask<T>(null, method, url, body, { from, headers: { cookie } })
    return {
      cookie,
      ask,
      open: (more: object = {}) => ask('POST', '/api/emergency/open', { ...emergency, ...more }),
      chart: () => ask<PatientView>('GET', '/api/emergency/chart'),
    }
  }
  const account = await house.built.clinic.record.accounts.byLogin(hired.login)
  return { ...at(await signIn()), id: account?.id ?? '', hired, again: async () => at(await signIn()) }
}
export type Doctor = Awaited<ReturnType<typeof doctor>>

/** The same with a record open. */
export async function opened(): Promise<Doctor> {
  const who = await doctor()
  expect((await who.open()).status).toBe(201)
  return who
}

export const trail = async (patientId: string) =>
  (await house.ask<AuditPage>('privacy', 'POST', '/api/audit/entries', { patientId })).body.lines
