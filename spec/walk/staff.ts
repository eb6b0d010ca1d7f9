import type { Page } from 'playwright-core'
import { arrive, press } from './hands.ts'
import type { Walk } from './open-walk.ts'

const password = 'quiet lantern under snow'

/** The people of the clinic. Everybody but the first is made by the administrator. */
const staff = {
  administrator: { login: 'demo-admin', name: 'Demo Administrator' },
  coordinator: { login: 'demo-coordinator', name: 'Demo Coordinator', roles: ['coordinator'] },
  neurologist: {
    login: 'demo-neurologist',
    name: 'Demo Neurologist',
    roles: ['clinician'],
    profession: 'neurologist',
    senior: true,
  },
  surgeon: { login: 'demo-surgeon', name: 'Demo Surgeon', roles: ['surgeon'], profession: 'neurosurgeon' },
  nurse: { login: 'demo-nurse', name: 'Demo Nurse', roles: ['nurse'], profession: 'nurse' },
  reader: { login: 'demo-reader', name: 'Demo Reader', roles: ['imaging-reader'], profession: 'neuroradiologist' },
} as const
export type Staff = keyof typeof staff

/** First run: the link from the console, the first administrator, an empty clinic. */
export async function setUp({ page, setUpLink }: Walk): Promise<void> {
  await page.goto(await setUpLink())
  await arrive(page, 'Set up Facialis')
  await page.getByRole('textbox', { name: 'Name of the clinic' }).fill('Demo clinic of the walk')
  await page.getByRole('textbox', { name: 'Your name' }).fill(staff.administrator.name)
  await page.getByRole('textbox', { name: 'Sign-in name' }).fill(staff.administrator.login)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Password again', { exact: true }).fill(password)
  await page.getByRole('radio', { name: 'An empty clinic' }).check()
  await press(page, 'Set up and open the board')
  await arrive(page, 'Board')
}

/** Accounts have no screen yet: the signed-in administrator makes them through the same interface a screen would use. */
export async function makeAccounts({ page, address }: Walk): Promise<void> {
  for (const { login, name, ...held } of Object.values(staff)) {
    if (!('roles' in held)) continue
    const made = await page.request.post(`${address}/api/accounts`, {
      headers: { 'X-Facialis': '1' },
      data: { login, name, password, ...held },
    })
    if (made.status() !== 201) throw new Error(`${name}: ${made.status()} ${await made.text()}`)
  }
}

/** Ends whatever session the page has and signs somebody in, as they would: name, password, one press. */
export async function signIn({ address }: Pick<Walk, 'address'>, page: Page, who: Staff): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${address}/sign-in`)
  await arrive(page, 'Sign in')
  await page.getByRole('textbox', { name: 'Sign-in name' }).fill(staff[who].login)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await press(page, 'Sign in')
  await arrive(page, 'Board')
}
