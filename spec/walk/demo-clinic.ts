import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PatientView } from '@facialis/wire'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../server/demo/staff.ts'
import { buildServer, issueSetUpLink, setUpPurpose } from '../../server/index.ts'
import { arrive, press } from './hands.ts'
import { type Addressed, type KeptRecord, openWalk, type Walk } from './open-walk.ts'

/** The day it is in the demo clinic when somebody begins to walk through it. */
export const today = '2026-11-23'

/** The demo clinic of a day as its set-up left it. Everybody in it is recorded act by act, so it is made once a day. */
const made = new Map<string, Promise<KeptRecord>>()

/** The clinic with its made-up people at every stage. @throws as `openWalk` */
export async function openDemo(today: string, addressed: Addressed = {}): Promise<Walk> {
  const kept = made.get(today) ?? makeDemo(today)
  made.set(today, kept)
  return openWalk(today, { ...addressed, kept: await kept })
}

/** Sets the demo clinic up as its administrator would. @throws when that is refused */
async function makeDemo(today: string): Promise<KeptRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'facialis-demo-'))
  const now = () => `${today}T09:00:00.000Z`
  const { app, clinic, close } = await buildServer({ folder, now, zone: 'UTC', jurisdiction: 'us' })
  const token = await issueSetUpLink(clinic.record, { purpose: setUpPurpose, subject: 'clinic', now: now() })
  const answer = await app.inject({
    method: 'POST',
    url: '/api/setup',
    headers: { 'X-Facialis': '1' },
    payload: {
      token,
      clinic: 'Demo clinic',
      name: 'Demo Administrator',
      login: 'demo.admin',
      password: demoPassword,
      start: 'demo',
    },
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  await close()
  const names = await readdir(folder)
  const kept = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const))
  await rm(folder, { recursive: true })
  return new Map(kept)
}

/** Signs somebody of the demo staff in, e.g. `demo.neurologist`; they begin at the board unless said otherwise. */
export async function signInDemo({ address }: Walk, page: Page, login: string, start = 'Board'): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${address}/sign-in`)
  await page.getByRole('textbox', { name: 'Sign-in name' }).fill(login)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await press(page, 'Sign in')
  await arrive(page, start)
}

export type Asked = Readonly<{ status: number; body: unknown }>

/** A request of the page itself, with its cookie, past every screen. */
export async function ask(
  page: Page,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<Asked> {
  return page.evaluate(
    async ([verb, to, sent, more]) => {
      const answer = await fetch(to, {
        method: verb,
        headers: { 'X-Facialis': '1', ...more, ...(sent === null ? {} : { 'Content-Type': 'application/json' }) },
        ...(sent === null ? {} : { body: sent }),
      })
      const told = await answer.text()
      return { status: answer.status, body: told === '' ? null : JSON.parse(told) }
    },
    [method, path, body === undefined ? null : JSON.stringify(body), more] as const,
  )
}

export const viewOf = async (page: Page, id: string): Promise<PatientView> =>
  (await ask(page, 'GET', `/api/patients/${id}`)).body as PatientView

/** The id of somebody on the board, by name. */
export async function idOf(page: Page, name: string): Promise<string> {
  const { rows } = (await ask(page, 'GET', '/api/board')).body as {
    rows: readonly { readonly id: string; readonly name: string }[]
  }
  const found = rows.find((row) => row.name === name)
  if (found === undefined) throw new Error(`${name} is not on the board`)
  return found.id
}
