import { describe, expect, it } from 'vitest'
import { signInDemo } from './demo-clinic.ts'
import { arrive, choose, eventually, press, question, see } from './hands.ts'
import { barriers, keptInBrowser, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('a referral that cannot wait, at the front door and on the board', () => {
  const walk = walkDemo()
  let statusLink = ''

  it('whoever refers with a red flag is told to telephone today, with the number, before and after sending', async () => {
    const page = await walk.strangersPage()
    await page.goto(`${walk.address}/front-door/refer`)
    await page.getByRole('textbox', { name: 'Full name' }).fill('Demo Una Sudden')
    await page.getByRole('textbox', { name: 'Birth date' }).fill('3.4.1960')
    await see(page, 'Read as 3 Apr 1960')
    await choose(page, 'Which side of the patient’s own face moves?', 'Left')
    await page.getByRole('textbox', { name: 'Your name' }).fill('Demo Dr Rowan Refer')
    await choose(page, 'Did the face go weak or droop suddenly?', 'Yes')
    // Followed as a link it would be an entry of the history in which nothing was typed.
    await page.getByRole('link', { name: 'Skip to the content' }).press('Enter')
    await page.reload()
    await see(page, 'What you typed here has been restored.')
    expect(await page.getByRole('textbox', { name: 'Full name' }).inputValue()).toBe('Demo Una Sudden')
    expect(await keptInBrowser(page)).not.toContain('Una')
    await see(page.getByRole('alert'), '555-0105')
    await press(page, 'Send the referral')
    await see(page, /^A telephone number or an e-mail address is needed/)
    await page.getByRole('textbox', { name: 'Your telephone (optional)', exact: true }).fill('555-0142')
    await page.getByText(/^A telephone number or an e-mail address is needed/).waitFor({ state: 'hidden' })
    await press(page, 'Send the referral')
    await see(page, 'The referral has arrived')
    expect(await page.evaluate<string>('JSON.stringify(history.state)')).not.toContain('Una')
    await see(page.getByRole('alert').filter({ hasText: 'Telephone today' }), '555-0105')
    expect(await barriers(page)).toEqual([])
    statusLink = await page.getByRole('main').getByRole('code').innerText()
    await page.reload()
    await see(page.getByRole('main').getByRole('code'), statusLink)
    await see(page.getByRole('alert').filter({ hasText: 'Telephone today' }), '555-0105')
    await press(page, 'Clear this page')
    expect(await page.getByRole('textbox', { name: 'Full name' }).inputValue()).toBe('')
    expect(await page.evaluate<string>('JSON.stringify(history.state)')).not.toContain('status')
  })

  it('its status link says where it is, what comes next and whom to ring', async () => {
    const page = await walk.strangersPage()
    await page.goto(statusLink)
    await see(page, 'Received: you are here. Next: a coordinator calls, usually by 30 Nov 2026.')
    await see(page, 'You are here · 23 Nov 2026')
    await see(page.getByRole('alert').filter({ hasText: 'Telephone today' }), '555-0105')
    expect(await barriers(page)).toEqual([])
  })

  it('who has no link, or half of one, is told so in words, with the number to call', async () => {
    const page = await walk.strangersPage()
    await page.goto(`${walk.address}/front-door/status`)
    await press(page, 'Show the status')
    await see(page, /^Paste the link/)
    for (const typed of [statusLink.slice(0, -4), `${statusLink.slice(0, -1)}!`, '50%']) {
      await page.getByRole('textbox', { name: 'Your status link or code' }).fill(typed)
      await press(page, 'Show the status')
      await see(page, /^We do not recognise this link\./)
      await see(page.getByRole('main'), '555-0105')
    }
  })

  it('it stands first on the board, is read before it can be accepted, and has the words for the telephone', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    const first = page
      .getByRole('region', { name: /^New at the front door/ })
      .getByRole('listitem')
      .first()
    await see(first, /Red flag: sudden droop\. Ring today\./)
    expect(await page.getByRole('button', { name: 'Accept Demo Una Sudden' }).count()).toBe(0)
    await first.getByRole('link', { name: /^Read first what was sent/ }).click()
    await arrive(page, 'Referral')
    await see(page, 'Red flag: ring today')
    await see(page, 'No telephone: answer through the referrer')
    await page.getByRole('button', { name: 'Copy a letter to the referrer' }).waitFor()
    await see(page, /Is this happening now, or did it begin in the last few days/)
    expect(await barriers(page)).toEqual([])
  })

  it('the coordinator finishes the six questions, accepts without a telephone, and her step is closed', async () => {
    const { page } = walk
    for (const asked of [
      'Is there trouble with an arm',
      'Is there a morning headache',
      'Did hearing go suddenly',
      'Did it begin before',
    ])
      await choose(page, asked, 'Don’t know')
    await choose(page, 'Has it been treated before', 'No')
    await press(page, 'Accept, triage done')
    await arrive(page, 'Overview')
    await see(page.getByRole('region', { name: 'Who this is' }), 'Demo Una Sudden')
    await see(page, 'Emergency: emergency services now, not an appointment')
    expect(await page.getByText('Triage the referral', { exact: true }).count()).toBe(0)
  })

  it('“Triage the referral” leads to the sheet, which closes the step', async () => {
    const { page } = walk
    await page.goto(`${walk.address}/board`)
    await page.getByRole('grid').getByRole('link', { name: 'Demo Ben Sample' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Go to Triage' }).first().click()
    await arrive(page, 'Triage')
    await choose(page, 'Did the face go weak', 'Yes')
    await see(page, 'Ring the person now')
    await choose(page, 'Did the face go weak', 'No')
    for (const asked of [
      'Is there trouble',
      'Is there a morning',
      'Did hearing go',
      'Did it begin',
      'Has it been treated',
    ])
      await choose(page, asked, 'No')
    await question(page, 'Did it begin').waitFor()
    await press(page, 'Triage done')
    await arrive(page, 'Overview')
    await page.getByText('Triage the referral', { exact: true }).waitFor({ state: 'hidden' })
    await see(page, 'First visit with a specialist')
  })

  it('declining shows what whoever asked will read', async () => {
    const { page } = walk
    await page.goto(`${walk.address}/board`)
    await press(page, 'Decline Demo Theo Sample')
    const dialog = page.getByRole('dialog', { name: 'Decline Demo Theo Sample' })
    await dialog.getByRole('radio', { name: 'Could not be reached' }).check()
    await see(dialog.getByRole('region', { name: 'Whoever asked will read' }), /We could not reach the person/)
    await press(dialog, 'Decline')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Decline Demo Theo Sample' }).waitFor({ state: 'detached' })
    // The button is gone with its row; the keyboard goes on at the content of the page.
    await eventually(() => page.evaluate<string>('document.activeElement.id')).toBe('content')
  })

  it.each([
    ['privacy', 'Audit trail', 'Check that the trail is intact'],
    ['research', 'Start', 'Open the guidance book'],
    ['author', 'Start', 'Open the guidance book'],
  ])('%s signs in to a calm start, without a board that is not theirs', async (who, start, offered) => {
    const page = await walk.strangersPage({ width: 390, height: 844 })
    await signInDemo(walk, page, `demo.${who}`, start)
    await see(page, offered)
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await page.goto(`${walk.address}/board`)
    await arrive(page, start)
    expect(await barriers(page)).toEqual([])
  })

  it('none of it raised an error in the browser', () => {
    expect(walk.faults).toEqual([])
  })
})
