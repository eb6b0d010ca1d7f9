import { afterAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../server/demo/staff.ts'
import { openProvider, type TestProvider } from '../../server/test/identity/open-id-provider.ts'
import { freePort } from '../support/free-port.ts'
import { signInDemo } from './demo-clinic.ts'
import { arrive, fill, press, see } from './hands.ts'
import { barriers, settled } from './look.ts'
import { telephoneOf } from './telephone.ts'
import { walkDemo } from './walk-in.ts'

describe('other ways of signing in', () => {
  let provider: TestProvider
  /** What the browser sent to sign in by a passkey. */
  let shown = ''
  // Afterwards the hook that was written last runs first: the provider goes when nobody asks it any more.
  afterAll(() => provider?.close())
  const walk = walkDemo('demo.nurse', async () => {
    const url = `http://localhost:${await freePort()}`
    provider = await openProvider(`${url}/api/sign-in/openid/back`)
    const { issuer, clientId, clientSecret } = provider
    const openId = { issuer, clientId, clientSecret, name: 'Demo Hospital', claim: 'preferred_username', url }
    return { url, openId }
  })

  const signOut = async () => {
    await walk.page.getByRole('button', { name: /^Signed in as/ }).click()
    await walk.page.getByRole('menuitem', { name: 'Sign out' }).click()
    await arrive(walk.page, 'Sign in')
  }

  it('a nurse adds a passkey of her telephone, and comes in by it without typing anything', async () => {
    const { page } = walk
    await telephoneOf(page)
    await page.getByRole('button', { name: /^Signed in as/ }).click()
    await page.getByRole('menuitem', { name: 'How I sign in' }).click()
    await arrive(page, 'How I sign in')
    await fill(page, 'What do you call it?', 'Telephone')
    const passkeys = page.getByRole('region', { name: 'Passkeys' })
    await passkeys.getByLabel('Current password', { exact: true }).fill('not this one')
    await press(page, 'Add a passkey')
    await see(passkeys, 'The current password is not right.')
    await passkeys.getByLabel('Current password', { exact: true }).fill(demoPassword)
    await press(page, 'Add a passkey')
    await see(passkeys, 'Telephone')
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await signOut()
    expect(await barriers(page)).toEqual([])
    const sending = page.waitForRequest((request) => request.url().endsWith('/api/sign-in/passkey'))
    await press(page, 'Sign in with a passkey')
    await arrive(page, 'Board')
    shown = (await sending).postData() ?? ''
  })

  it('what a passkey signed once opens nothing a second time', async () => {
    await signOut()
    expect(JSON.parse(shown)).toMatchObject({ type: 'public-key' })
    const headers = { 'content-type': 'application/json', 'x-facialis': '1' }
    const again = await walk.page.request.post(`${walk.address}/api/sign-in/passkey`, { data: shown, headers })
    expect([again.status(), await again.json()]).toMatchObject([401, { problem: { code: 'passkey-not-taken' } }])
    await press(walk.page, 'Sign in with a passkey')
    await arrive(walk.page, 'Board')
  })

  it('a passkey that was removed opens nothing any more', async () => {
    const { page } = walk
    await page.goto(`${walk.address}/sign-in-ways`)
    await press(page, 'Remove Telephone')
    await see(page.getByRole('region', { name: 'Passkeys' }), /^None yet/)
    await signOut()
    await press(page, 'Sign in with a passkey')
    await see(page.getByRole('alert'), 'This passkey is not accepted here.')
  })

  it('connects the sign-in of the hospital, comes in by it, and is where she wanted to go', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.nurse')
    await page.goto(`${walk.address}/sign-in-ways`)
    const hospital = page.getByRole('region', { name: 'Demo Hospital' })
    await hospital.getByLabel('Current password', { exact: true }).fill(demoPassword)
    await press(hospital, 'Connect Demo Hospital')
    const there = async () => {
      await page.getByPlaceholder('Enter any login').fill('n.demo')
      await page.getByPlaceholder('and password').fill('anything')
      await page.getByRole('button', { name: 'Sign-in' }).click()
      await page.getByRole('button', { name: 'Continue' }).click()
    }
    await there()
    await see(page, /^Connected: you may sign in with Demo Hospital/)
    await signOut()
    await page.goto(`${walk.address}/guidance`)
    await arrive(page, 'Sign in')
    await press(page, 'Sign in with Demo Hospital')
    await arrive(page, 'Guidance')
    expect(walk.faults).toEqual([])
  })

  it('says what is wrong when a new password does not fit, and takes one that does', async () => {
    const { page } = walk
    await page.goto(`${walk.address}/sign-in-ways`)
    await arrive(page, 'How I sign in')
    const password = page.getByRole('region', { name: 'Password' })
    await password.getByLabel('Current password', { exact: true }).fill('not this one')
    await password.getByLabel('New password', { exact: true }).fill('seven brown herons')
    await press(password, 'Save the new password')
    await see(password, 'The current password is not right.')
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await barriers(page)).toEqual([])
  })
})
