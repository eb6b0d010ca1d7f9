import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evaluate, sign, soFar } from './evaluation.ts'
import { arrive, fill, go, openPerson, press, see } from './hands.ts'
import { acknowledge, readScan, requestScan } from './imaging.ts'
import { drawMap, recordResponse, repeatVisit, takeVial } from './injection.ts'
import { barriers, keptInBrowser, picture } from './look.ts'
import { openWalk, type Walk } from './open-walk.ts'
import { person, refer } from './referral.ts'
import { makeAccounts, type Staff, setUp, signIn } from './staff.ts'
import { becomeSevere, operate, reportSpasm, workUp } from './surgery.ts'
import { walkIn } from './walk-in.ts'

describe('one person, from the referral form to a face without spasm', () => {
  const walk = walkIn(() => openWalk('2026-01-12'))
  let statusLink = ''
  /** Somebody signs in on the day it is now and opens the person. */
  const as = async (who: Staff) => {
    await signIn(walk, walk.page, who)
    await openPerson(walk.page)
    return walk.page
  }
  // Each step stands on the one before.
  let broken = false
  beforeEach(({ skip }) => skip(broken, 'an earlier step failed'))
  afterEach(({ task }) => {
    broken ||= task.result?.state === 'fail'
  })

  it('the set-up link makes the first administrator and opens an empty board', async () => {
    await walk.page.goto(await walk.setUpLink())
    await arrive(walk.page, 'Set up Facialis')
    expect(await barriers(walk.page)).toEqual([])
    await setUp(walk)
    await see(walk.page, 'Nobody is here yet')
    await makeAccounts(walk)
  })

  it('anybody can refer a person with structured findings and a letter, and is shown a status link once', async () => {
    const page = await walk.strangersPage()
    statusLink = await refer(walk, page)
    expect(await barriers(page)).toEqual([])
    expect(statusLink).toContain('/front-door/status#')
  })

  it('the status link says in plain words how far the referral is, and no result', async () => {
    const page = await walk.strangersPage()
    await page.goto(statusLink)
    await arrive(page, 'Where is my referral?')
    await see(page, 'You are here')
    expect(await barriers(page)).toEqual([])
    const said = await page.getByRole('main').innerText()
    expect(said).not.toMatch(new RegExp(`${person.name}|blocked|cleared|tumour|botulinum|left`, 'i'))
  })

  it('the coordinator sees the referral on the board and accepts it with one press', async () => {
    await signIn(walk, walk.page, 'coordinator')
    await press(walk.page, `Accept ${person.name}`)
    await arrive(walk.page, 'Overview')
    await see(walk.page.getByRole('region', { name: 'Who this is' }), person.name)
  })

  it('toxin is blocked with the reason, and one press opens the passage it rests on', async () => {
    const { page } = walk
    await see(page, 'Botulinum toxin: Blocked')
    await page
      .getByRole('button', { name: /^Source S13\b/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog', { name: 'Where this comes from' })
    await dialog.getByRole('heading', { name: 'S13' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('the advice moves while the neurologist answers, before anything is saved, and the conclusion is signed', async () => {
    const page = await as('neurologist')
    await evaluate(page)
    await see(soFar(page), 'Typical')
    await see(soFar(page), 'With your unsaved answers')
    await sign(page)
    await see(soFar(page), 'As saved')
    expect(await soFar(page).getByRole('status').first().innerText()).toMatch(/^Typical \(\w+\)$/)
  })

  it('imaging is asked for with its protocol, and its images are outstanding until they come', async () => {
    await requestScan(walk.page, '2026-01-22')
  })

  it('a two-sided read with everything absent, once acknowledged, clears the four rule-outs and opens the gate', async () => {
    walk.clock.later(14)
    await readScan(await as('reader'), '2026-01-22')
    const page = await as('neurologist')
    await see(page, 'Botulinum toxin: Blocked')
    await acknowledge(page)
    await go(page, 'Overview')
    await see(page, 'Botulinum toxin: Permitted')
    const ledger = page.getByRole('list', { name: 'The four rule-outs and what each rests on' })
    expect(await ledger.getByText('Cleared', { exact: true }).count()).toBe(4)
  })

  it('an injection cannot be signed while the list at the chair is unanswered; one press answers it', async () => {
    const { page } = walk
    await go(page, 'Injection')
    await press(page, 'Consent given today')
    await see(page, /^Consent of 26 Jan 2026, holds until/)
    await press(page, 'Sign an order for nurses')
    await press(page, 'Sign the order')
    await see(page, 'A nurse may inject under the order on record until 26 Jan 2027.')
    await takeVial(page)
    await see(page, /^Off label: the label of onabotulinumtoxinA in the United States/)
    await drawMap(page)
    const signing = page.getByRole('region', { name: 'Sign', exact: true })
    await see(signing, 'The list at the chair has not been answered today.')
    expect(await signing.getByRole('button', { name: 'Sign session' }).isDisabled()).toBe(true)
    await press(page, 'Asked, nothing new today')
    await see(signing, 'Ready to sign: 7.5 U onabotulinumtoxinA, left.')
    expect(await barriers(page)).toEqual([])
    await press(page, 'Sign session')
    await page.locator(':focus', { hasText: 'The session is signed.' }).waitFor()
    await see(page, 'Not before 20 Apr 2026')
    expect(await barriers(page)).toEqual([])
  })

  it('ninety days later the next session is due, and sooner once the effect has worn off', async () => {
    walk.clock.later(91)
    const page = await as('nurse')
    const recall = page.getByRole('listitem').filter({ hasText: 'Plan the next injection session' })
    await see(recall, /^(By|Due) /)
    await go(page, 'Injection')
    await recordResponse(page, '26 Jan 2026', '2026-04-20')
    await go(page, 'Overview')
    await see(recall, 'Soon')
  })

  it('a repeat visit with nothing new takes at most twelve presses from the board, and one signs it after the map', async () => {
    const { page } = walk
    await signIn(walk, page, 'nurse')
    const presses = await countPresses(walk)
    for (const [role, name] of repeatVisit) await page.getByRole(role, { name }).first().click()
    await see(page, 'The session is signed.')
    expect(await presses()).toBe(repeatVisit.length)
    expect(repeatVisit.length).toBeLessThanOrEqual(12)
  })

  it('severe, disabled and wishing an operation makes a candidate for decompression', async () => {
    walk.clock.later(30)
    await becomeSevere(await as('neurologist'))
    await go(walk.page, 'Overview')
    await see(walk.page, 'Surgical work-up')
  })

  it('the checklist says what still holds booking and theatre, until it is whole', async () => {
    walk.clock.later(40)
    await workUp(await as('surgeon'), { today: '2026-07-06', theatre: '2026-07-20' })
  })

  it('an operation of a day before the one it is booked for is asked about before it is saved', async () => {
    const { page } = walk
    const record = page.getByRole('region', { name: 'Operation' })
    await press(record, 'Record the operation')
    const note = record.getByRole('note').filter({ hasText: 'Theatre is booked for 20 Jul 2026.' })
    await record.getByRole('button', { name: 'Today' }).click()
    await note.waitFor()
    await picture(page, 'operation before its booked day')
    await fill(record, 'Day of the operation', '')
    await note.waitFor({ state: 'detached' })
  })

  it('spasm on day thirty after the operation is too early to judge, and is never called failed', async () => {
    walk.clock.later(14)
    await operate(await as('surgeon'))
    walk.clock.later(30)
    const page = await as('nurse')
    await reportSpasm(page, 'Unchanged')
    await go(page, 'Surgery')
    const relief = page.getByRole('region', { name: 'Relief since the operation' })
    await see(relief, 'Too early to say.')
    expect(await barriers(page)).toEqual([])
    expect(await relief.innerText()).not.toMatch(/fail|persistent/i)
    await go(page, 'Overview')
    await see(page, 'Too early to say')
    expect(await page.getByRole('main').innerText()).not.toMatch(/\bfail(ed|ure)?\b/i)
  })

  it('twelve months after the operation the person is spasm-free and in follow-up', async () => {
    walk.clock.later(335)
    const page = await as('nurse')
    await reportSpasm(page, 'None')
    await go(page, 'Overview')
    await see(page, 'Spasm-free')
    await page.getByRole('img', { name: 'Pathway line. You are here: Follow-up.' }).waitFor()
  })

  it('nothing of the person stays in the browser or stands in any address it went to', async () => {
    const traces = /Walk|Sample|1970-05-04|555-0142/
    expect(await keptInBrowser(walk.page)).not.toMatch(traces)
    expect([...walk.addresses].filter((address) => traces.test(decodeURIComponent(address)))).toEqual([])
  })

  it('nothing of it raised an error in the browser', () => {
    expect(walk.faults).toEqual([])
  })
})

/** Counts what a hand does from now on: presses of the pointer and of keys, in the page itself. */
async function countPresses({ page }: Walk): Promise<() => Promise<number>> {
  await page.evaluate(`
    window.presses = 0
    for (const kind of ['pointerdown', 'keydown'])
      window.addEventListener(kind, (event) => { if (event.isTrusted) window.presses += 1 }, true)
  `)
  return () => page.evaluate<number>('window.presses')
}
