import type { PatientView } from '@facialis/wire'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../server/demo/staff.ts'
import { arrive, press } from './hands.ts'
import { type Addressed, openWalk, patience, type Walk } from './open-walk.ts'

/** The clinic with its made-up people at every stage. @throws as `openWalk` */
export async function openDemo(today: string, addressed: Addressed = {}): Promise<Walk> {
  const walk = await openWalk(today, addressed)
  const answer = await walk.page.request.post(`${walk.address}/api/setup`, {
    headers: { 'X-Facialis': '1' },
    // Everybody is recorded act by act: on a busy machine that takes longer than a page may.
    timeout: 4 * patience,
    data: {
      token: (await walk.setUpLink()).split('#')[1],
      clinic: 'Demo clinic',
      name: 'Demo Administrator',
      login: 'demo.admin',
      password: demoPassword,
      start: 'demo',
    },
  })
  if (answer.status() !== 201) throw new Error(await answer.text())
  return walk
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
export async function ask(page: Page, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Asked> {
  return page.evaluate(
    async ([verb, to, sent]) => {
      const answer = await fetch(to, {
        method: verb,
        headers: { 'X-Facialis': '1', ...(sent === null ? {} : { 'Content-Type': 'application/json' }) },
        ...(sent === null ? {} : { body: sent }),
      })
      return { status: answer.status, body: await answer.json() }
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
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
