import { beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../server/demo/staff.ts'
import { issueRecoveryLink } from '../../server/identity/admin-recovery.ts'
import { ask, idOf, signInDemo, viewOf } from './demo-clinic.ts'
import { arrive, choose, eventually, go, press, see } from './hands.ts'
import { stillPage } from './still-page.ts'
import { walkDemo } from './walk-in.ts'

const film = {
  name: 'film.mp4',
  mimeType: 'video/mp4',
  buffer: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(2000)]),
}

describe('two people at one browser', () => {
  const walk = walkDemo()
  let allAnswered: () => Promise<void>
  beforeAll(async () => {
    allAnswered = await stillPage(walk.page)
  })

  /** From the board; what waits there to be gone on with has been read by then. */
  const openFollowUp = async (name: string) => {
    const { page } = walk
    await page.getByRole('link', { name }).first().click()
    await arrive(page, 'Overview')
    const answered = page.waitForResponse((one) => one.url().endsWith('.missed-visit'))
    await go(page, 'Follow-up')
    await answered
  }
  const said = () => walk.page.locator('#missed').getByRole('textbox', { name: 'What was said (optional)' })

  /** Whoever is signed in by the cookie of this browser, in another tab of it. */
  const signInBeside = async (login: string) => {
    await walk.page.context().clearCookies()
    const beside = await walk.page.context().newPage()
    await beside.goto(`${walk.address}/sign-in`)
    await beside.getByRole('textbox', { name: 'Sign-in name' }).fill(login)
    await beside.getByLabel('Password', { exact: true }).fill(demoPassword)
    await press(beside, 'Sign in')
    await beside.getByRole('button', { name: /^Signed in as/ }).waitFor()
    await beside.close()
  }
  const account = (name: string) => walk.page.getByRole('button', { name: `Signed in as ${name}` })
  const ended = () => walk.page.getByRole('dialog', { name: 'Your session has ended' })
  /** A referral on paper, typed and not sent. */
  const typedByTheCoordinator = async (name: string) => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await page.goto(`${walk.address}/referrals/new`)
    await arrive(page, 'Enter a referral from paper')
    // What waits there to be gone on with has been read: who types before it is asked which of the two is kept.
    await allAnswered()
    const form = page.getByRole('main')
    await form.getByRole('textbox', { name: 'Full name' }).fill(name)
    await form.getByRole('textbox', { name: 'Referrer’s name' }).fill('Demo Dr Rowan Refer')
    await choose(form, 'Which side of the patient’s own face moves?', 'Left')
    await page.clock.runFor(1000)
    await see(form, /^Draft kept/)
    return form
  }
  const isOnTheBoard = async (name: string) => {
    const { rows } = (await ask(walk.page, 'GET', '/api/board')).body as { rows: readonly { name: string }[] }
    return rows.some((row) => row.name === name)
  }

  it('what one sent when their session had ended does not go out for somebody who signs in in another tab', async () => {
    const { page } = walk
    const form = await typedByTheCoordinator('Demo Unsent Sample')
    await page.context().clearCookies()
    await press(form, 'Enter the referral')
    await ended().waitFor()
    await signInBeside('demo.nurse')
    await page.clock.runFor('01:05')
    await account('Demo Nurse').waitFor()
    await ended().waitFor({ state: 'hidden' })
    expect(await isOnTheBoard('Demo Unsent Sample')).toBe(false)
  })

  it('nor are words that could not be kept put among the drafts of who signs in there', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await page.goto(`${walk.address}/board`)
    await openFollowUp('Demo Rosa Sample')
    await page.context().clearCookies()
    await said().fill('Of the coordinator.')
    await page.clock.runFor(1000)
    await ended().waitFor()
    await signInBeside('demo.nurse')
    await page.clock.runFor('01:05')
    await account('Demo Nurse').waitFor()
    await allAnswered()
    await page.goto(`${walk.address}/board`)
    await openFollowUp('Demo Rosa Sample')
    expect(await said().inputValue()).toBe('')
    expect(walk.faults).toEqual([])
  })

  it('nor what they send before their page has heard that somebody else signed in there', async () => {
    const { page } = walk
    const form = await typedByTheCoordinator('Demo Unheard Sample')
    await page.context().clearCookies()
    await signInBeside('demo.nurse')
    await press(form, 'Enter the referral')
    await ended().waitFor()
    await account('Demo Cora Diary').waitFor()
    expect(await isOnTheBoard('Demo Unheard Sample')).toBe(false)
  })

  it('a film that one attaches then waits, too, until they have signed in again, and is attached once', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await page.getByRole('link', { name: 'Demo Ben Sample' }).first().click()
    await arrive(page, 'Overview')
    await go(page, 'Evaluate')
    await press(page, 'Attach a video or photo')
    await page.locator('input[type=file]').setInputFiles(film)
    await page.getByRole('checkbox', { name: 'The person agreed to keep this for their care' }).check()
    await signInBeside('demo.nurse')
    await press(page, 'Attach')
    await ended().getByRole('textbox', { name: 'Sign-in name' }).fill('demo.coordinator')
    await ended().getByLabel('Password', { exact: true }).fill(demoPassword)
    await press(ended(), 'Sign in and go on')
    await page.getByRole('button', { name: /^Open Video from home/ }).waitFor()
    const { timeline } = await viewOf(page, await idOf(page, 'Demo Ben Sample'))
    expect(timeline.filter(({ kind }) => kind === 'attachment')).toHaveLength(1)
  })

  it('whoever comes back to a tab is told at once that somebody else is signed in by now', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await page.context().clearCookies()
    await signInBeside('demo.nurse')
    await lookHere()
    await account('Demo Nurse').waitFor()
  })

  const theRecord = /api\/patients\/[^/]+$/
  const lookHere = () => walk.page.evaluate("window.dispatchEvent(new Event('visibilitychange'))")

  it('what is answered slowly is not sent again by whoever is there by then, and asks them for no password', async () => {
    const { page } = walk
    const form = await typedByTheCoordinator('Demo Slow Sample')
    const arrives = Promise.withResolvers<void>()
    const onItsWay = page.waitForRequest('**/api/patients')
    await page.route('**/api/patients', async (route) => {
      await arrives.promise
      await route.continue()
    })
    await press(form, 'Enter the referral')
    await onItsWay
    await signInBeside('demo.nurse')
    await lookHere()
    await account('Demo Nurse').waitFor()
    const answered = page.waitForResponse('**/api/patients')
    arrives.resolve()
    expect((await answered).status()).toBe(401)
    await page.unroute('**/api/patients')
    await allAnswered()
    await arrive(page, 'Enter a referral from paper')
    expect(await ended().count()).toBe(0)
  })

  it('whoever comes back to a record that somebody else opened is asked for no password, and sees it as theirs', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await page.getByRole('link', { name: 'Demo Rosa Sample' }).first().click()
    await arrive(page, 'Overview')
    await signInBeside('demo.nurse')
    // Who is there is known before the record has answered.
    const arrives = Promise.withResolvers<void>()
    const onItsWay = page.waitForRequest(theRecord)
    await page.route(theRecord, async (route) => {
      await arrives.promise
      await route.continue()
    })
    await lookHere()
    await onItsWay
    await account('Demo Nurse').waitFor()
    arrives.resolve()
    await allAnswered()
    await page.unroute(theRecord)
    await arrive(page, 'Overview')
    expect(await ended().count()).toBe(0)
  })

  it('nobody sees what somebody else opened there and they themselves may not', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await page.getByRole('link', { name: 'Demo Rosa Sample' }).first().click()
    await arrive(page, 'Overview')
    await signInBeside('demo.author')
    await lookHere()
    await account('Demo Dr Paul Pathway').waitFor()
    await allAnswered()
    await eventually(() => page.getByText('Demo Rosa Sample').count()).toBe(0)
    expect(await ended().count()).toBe(0)
  })

  /** The missed visit is recorded; what the server answers waits to be let through. */
  const recordedButNotAnswered = async () => {
    const { page } = walk
    const [isDone, arrives] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    await page.route('**/acts', async (route) => {
      const response = await route.fetch()
      isDone.resolve()
      await arrives.promise
      await route.fulfill({ response })
    })
    await press(page.locator('#missed'), 'Record it')
    await isDone.promise
    return arrives
  }

  it('what one saved throws away their draft, and not that of who is there by the time it is answered', async () => {
    const { page } = walk
    const typed = async (text: string) => {
      await openFollowUp('Demo Karl Sample')
      await said().fill(text)
      await page.clock.runFor(1000)
      await see(page.locator('#missed'), /^Draft kept/)
    }
    await signInDemo(walk, page, 'demo.nurse')
    await typed('Of the nurse.')
    await signInDemo(walk, page, 'demo.coordinator')
    await typed('Of the coordinator.')
    await page.locator('#missed').getByRole('radio', { name: 'Did not attend' }).check()
    const arrives = await recordedButNotAnswered()
    await signInBeside('demo.nurse')
    await lookHere()
    await account('Demo Nurse').waitFor()
    const answered = page.waitForResponse('**/acts')
    arrives.resolve()
    await answered
    await allAnswered()
    await page.unroute('**/acts')
    await page.getByRole('link', { name: 'Board' }).click()
    await openFollowUp('Demo Karl Sample')
    await eventually(() => said().inputValue()).toBe('Of the nurse.')
    // It is thrown away once they are back.
    await page.getByRole('button', { name: /^Signed in as/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('textbox', { name: 'Sign-in name' }).fill('demo.coordinator')
    await page.getByLabel('Password', { exact: true }).fill(demoPassword)
    await press(page, 'Sign in')
    await arrive(page, 'Board')
    const draft = `/api/drafts/patient.${await idOf(page, 'Demo Karl Sample')}.missed-visit`
    expect((await ask(page, 'GET', draft)).status).toBe(200)
    await openFollowUp('Demo Karl Sample')
    await eventually(async () => (await ask(page, 'GET', draft)).status).toBe(204)
    expect(await said().inputValue()).toBe('')
  })

  it('what one saved is answered to them alone, and not read by who is there by then', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await openFollowUp('Demo Rosa Sample')
    await page.locator('#missed').getByRole('radio', { name: 'Did not attend' }).check()
    const isRead = Promise.withResolvers<void>()
    const arrives = await recordedButNotAnswered()
    await signInBeside('demo.nurse')
    // Nothing of the record is on the page of the nurse before it is answered to them.
    await page.route(theRecord, async (route) => {
      await isRead.promise
      await route.continue()
    })
    await lookHere()
    await account('Demo Nurse').waitFor()
    const answered = page.waitForResponse('**/acts')
    arrives.resolve()
    await answered
    expect(await page.getByText('Demo Rosa Sample').count()).toBe(0)
    isRead.resolve()
    await page.unroute('**/acts')
    await allAnswered()
    await page.unroute(theRecord)
    await page.getByText('Demo Rosa Sample').first().waitFor()
    expect(await page.getByText('Recorded.', { exact: true }).count()).toBe(0)
    expect(walk.faults).toEqual([])
  })

  /** A request of this name waits on the board of the coordinator. */
  const requestOf = async (name: string, phone: string) => {
    const { page, address } = walk
    await page.request.post(`${address}/api/front-door/appointments`, {
      headers: { 'X-Facialis': '1' },
      data: { name, phone, reason: 'A twitch.' },
    })
    await signInDemo(walk, page, 'demo.coordinator')
    await page.getByRole('button', { name: `Accept ${name}` }).waitFor()
  }
  /** What the server answers there waits to be let through; meanwhile the nurse has gone on to their own work. */
  const acceptedBeforeTheNurse = async (name: string, answeredAt: string | RegExp) => {
    const { page } = walk
    const [isDone, arrives] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    await page.route(answeredAt, async (route) => {
      const response = await route.fetch()
      isDone.resolve()
      await arrives.promise
      await route.fulfill({ response })
    })
    await press(page, `Accept ${name}`)
    await isDone.promise
    await signInBeside('demo.nurse')
    await lookHere()
    await account('Demo Nurse').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Lot recall' }).click()
    await arrive(page, 'Lot recall')
    const answered = page.waitForResponse(answeredAt)
    arrives.resolve()
    await answered
    await allAnswered()
    await page.unroute(answeredAt)
  }
  const stillOnTheirPage = async () => {
    const { page } = walk
    await page.getByRole('button', { name: /^Signed in as/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/lots')
  }

  it('what one accepted takes nobody else away from what they are at', async () => {
    await requestOf('Demo Oskar Moved', '555-0190')
    await acceptedBeforeTheNurse('Demo Oskar Moved', '**/accept')
    expect(await isOnTheBoard('Demo Oskar Moved')).toBe(true)
    await stillOnTheirPage()
  })

  it('what one began to accept is not accepted by whoever is there by then', async () => {
    await requestOf('Demo Ulla Begun', '555-0186')
    await acceptedBeforeTheNurse('Demo Ulla Begun', /api\/requests\/[^/]+$/)
    expect(await isOnTheBoard('Demo Ulla Begun')).toBe(false)
    await stillOnTheirPage()
  })

  it('who signs out without a connection is told that they may still be signed in', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    const leave = async () => {
      await account('Demo Cora Diary').click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
    }
    await page.route('**/api/sign-out', (route) => route.abort())
    await leave()
    await see(
      page,
      'You may still be signed in: the server did not answer. Sign out again before you leave this screen.',
    )
    await page.unroute('**/api/sign-out')
    await leave()
    await arrive(page, 'Sign in')
    expect((await ask(page, 'GET', '/api/board')).status).toBe(401)
  })

  it('signing out on a page that was left open ends the session of nobody else', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await signInBeside('demo.nurse')
    await account('Demo Cora Diary').click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await see(page, /^Somebody else has signed in here: Demo Nurse .*They stay signed in\.$/)
    await account('Demo Nurse').click()
    expect((await ask(page, 'GET', '/api/board')).status).toBe(200)
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await arrive(page, 'Sign in')
    expect((await ask(page, 'GET', '/api/board')).status).toBe(401)
  })

  it('a password that one chooses by a link is not that of somebody else whom a link let in meanwhile', async () => {
    const { page, built, address, clock } = walk
    const second = {
      login: 'demo.second',
      name: 'Demo Second Administrator',
      roles: ['administrator'],
      password: demoPassword,
    }
    await signInDemo(walk, page, 'demo.admin')
    expect((await ask(page, 'POST', '/api/accounts', second)).status).toBe(201)
    const linkOf = async (login: string) => {
      const link = await issueRecoveryLink(built.clinic.record, login, clock.now())
      if (!link.ok) throw new Error(link.problem.sentence)
      return `${address}/sign-in#${link.value.token}`
    }
    await page.goto(await linkOf('demo.admin'))
    await arrive(page, 'Choose a password')
    const beside = await page.context().newPage()
    await beside.goto(await linkOf('demo.second'))
    await arrive(beside, 'Choose a password')
    const chosen = 'the first one chose these words'
    await page.getByLabel('Password', { exact: true }).fill(chosen)
    await page.getByLabel('Password again', { exact: true }).fill(chosen)
    await press(page, 'Save this password')
    await see(page, 'Please sign in first.')
    expect((await ask(beside, 'POST', '/api/sign-in', { login: 'demo.second', password: chosen })).status).toBe(401)
    await beside.close()
  })
})
