import { describe, expect, it } from 'vitest'
import { idOf, signInDemo, viewOf } from './demo-clinic.ts'
import { choose, eventually, fill, press, question, see } from './hands.ts'
import { barriers, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('a slip of the hand', () => {
  const walk = walkDemo('demo.surgeon')

  const openScreen = async (name: string, screen: string) => {
    const { page, address } = walk
    const id = await idOf(page, name)
    await page.goto(`${address}/patients/${id}/${screen}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return id
  }

  it('the form of an operation waits behind a press until one is near, and the press leads into it', async () => {
    const { page } = walk
    await openScreen('Demo Lena Sample', 'surgery')
    const day = page.getByRole('textbox', { name: 'Day of the operation' })
    await page.getByRole('button', { name: 'Record the operation' }).waitFor()
    expect(await day.count()).toBe(0)
    await press(page, 'Record the operation')
    await page.locator('input:focus').and(day).waitFor()
  })

  it('pressing the chosen answer again leaves it; the cross and the Delete key take it back', async () => {
    const { page } = walk
    const kind = question(page, 'Which operation was it?')
    const other = kind.getByRole('radio', { name: 'Other', exact: true })
    await other.dblclick()
    expect(await other.isChecked()).toBe(true)
    await other.click()
    expect(await other.isChecked()).toBe(true)
    await other.press('Delete')
    expect(await other.isChecked()).toBe(false)
    await other.check()
    await press(kind, 'Clear this answer: Which operation was it?')
    expect(await other.isChecked()).toBe(false)
  })

  it('an operation of tomorrow is refused beside its field, and where it is booked is said', async () => {
    const { page } = walk
    await fill(page, 'Day of the operation', '24 Nov 2026')
    await see(page, /An operation is recorded once it has happened; the latest day is today, 23 Nov 2026\. To book it/)
    expect(await page.getByRole('button', { name: 'Save operation' }).isDisabled()).toBe(true)
  })

  it('what is wrong with a date is said below it, and “Today” stays beside the box', async () => {
    const { page } = walk
    const box = page.getByRole('textbox', { name: 'Day of the operation' })
    const today = page.getByRole('region', { name: 'Operation' }).getByRole('button', { name: 'Today' })
    const levels = async () => {
      const [field, button] = await Promise.all([box.boundingBox(), today.boundingBox()])
      return Math.abs((field?.y ?? 0) + (field?.height ?? 0) - ((button?.y ?? 99) + (button?.height ?? 0)))
    }
    await box.fill('next Monday')
    await box.press('Enter')
    await see(page, /^This is not a date\./)
    expect(await box.getAttribute('aria-invalid')).toBe('true')
    expect(await levels()).toBeLessThan(2)
  })

  it('a day that could be two is asked about, and the answer is taken', async () => {
    const { page } = walk
    await fill(page, 'Day of the operation', '03/11/2026')
    await see(page, 'Which day is 03/11/2026?')
    await press(page, '3 Nov 2026')
    expect(await page.getByRole('textbox', { name: 'Day of the operation' }).inputValue()).toBe('3 Nov 2026')
  })

  it('the other side is saved only after it was typed again, with a reason; then it can be struck', async () => {
    const { page } = walk
    const id = await idOf(page, 'Demo Lena Sample')
    const { side } = (await viewOf(page, id)).patient
    const wrong = side === 'left' ? 'Right' : 'Left'
    const main = page.getByRole('main')
    await choose(main, 'Which operation was it?', 'Other')
    await choose(main, 'On which side?', wrong)
    const save = page.getByRole('button', { name: 'Save operation' })
    expect(await save.isDisabled()).toBe(true)
    await fill(page, 'To go on, type the side that was operated on: left or right', wrong.toLowerCase())
    expect(await save.isDisabled()).toBe(true)
    await fill(page, 'Why that side', 'Both sides are affected.')
    await picture(page, 'surgery other side')
    await save.click()
    const strike = page.getByRole('button', { name: 'Strike the operation of 3 Nov 2026' })
    await strike.click()
    await fill(page, 'Reason', 'Of somebody else.')
    await press(page, 'Strike it, with this reason')
    await see(page, /^Not counted: operation of 3 Nov 2026: it was struck\./)
    expect(await strike.count()).toBe(0)
    await settled(page)
    expect(await barriers(page)).toEqual([])
  })

  it.each([
    [
      'evaluate',
      'Demo Dora Sample',
      /When was the first spasm/,
      'in the autumn',
      'Save the visit',
      'Discard the draft',
    ],
    ['surgery', 'Demo Lena Sample', /For which day/, 'a Monday', 'Save work-up', 'Discard'],
    ['injection', 'Demo Ivo Sample', /relief was there/, '800', 'Save response', 'Cancel'],
  ])(
    'what cannot be read on %s is never left out: the press leads to it',
    async (screen, person, name, typed, save, away) => {
      const { page } = walk
      const id = await openScreen(person, screen)
      const before = (await viewOf(page, id)).version
      if (screen === 'injection')
        await page
          .getByRole('button', { name: /^Response to/ })
          .first()
          .click()
      const field = page.getByRole('textbox', { name }).first()
      await field.fill(typed)
      if (screen === 'evaluate') await fill(page, 'Note', 'Seen today.')
      if (screen === 'injection') await page.getByRole('checkbox', { name: 'None', exact: true }).check()
      await press(page, save)
      await see(page, /Not saved: what was typed cannot be read\./)
      await page.locator('input:focus').and(field).waitFor()
      expect(await field.inputValue()).toBe(typed)
      expect((await viewOf(page, id)).version).toBe(before)
      await press(page, away)
    },
  )

  it('a day for the operation that is refused moves nothing in the lists that count from it', async () => {
    const { page } = walk
    await openScreen('Demo Lena Sample', 'surgery')
    const lists = page.getByRole('region', { name: 'Book and go' })
    // Above the foot of the form, which tells of the draft.
    const told = async () => (await lists.innerText()).split('Note (')[0]
    const before = await told()
    const day = page.getByRole('textbox', { name: /For which day/ })
    await day.fill('2020')
    await day.press('Tab')
    await see(page, /the earliest day is today/)
    expect(await told()).toBe(before)
    await press(page, 'Discard')
  })

  it('a read of the future is refused at its day; a saved one is pointed at', async () => {
    const { page } = walk
    await openScreen('Demo Lena Sample', 'imaging')
    await press(page, 'Enter a read')
    await fill(page, 'Day of the scan', '1 Jan 2030')
    await see(page, /An imaging study is recorded once it has happened/)
    expect(await page.getByRole('button', { name: 'Save read' }).isDisabled()).toBe(true)
    await fill(page, 'Day of the scan', '05.11.2026')
    await see(page, 'Read as 5 Nov 2026')
    await press(page, 'Save read')
    await see(page.getByRole('region', { name: '5 Nov 2026' }), 'Just saved')
    await picture(page, 'imaging just saved')
    await settled(page)
    expect(await barriers(page)).toEqual([])
  })

  it('a scan is booked for a day that lies ahead: the sentence stands at the day, and nothing else is asked for', async () => {
    const { page } = walk
    await openScreen('Demo Lena Sample', 'imaging')
    await page.getByRole('radio', { name: 'Soon', exact: true }).check()
    await fill(page, 'Booked for (if known)', '3 Nov 2026')
    await see(page, /Day of the scan: the earliest day is today, 23 Nov 2026\./)
    expect(await page.getByText('Say how soon it is wanted.').count()).toBe(0)
    await fill(page, 'Booked for (if known)', '')
  })

  it.each([
    ['evaluate', 'Note', 'The note', 'Save the visit'],
    ['letter', 'The letter', 'The letter', 'Sign, and record it as sent'],
  ])(
    'words that are too long are counted at their field on %s, and none of them is lost',
    async (screen, name, label, save) => {
      const { page } = walk
      await openScreen('Demo Dora Sample', screen)
      const box = page.getByRole('textbox', { name, exact: true })
      await box.fill('x'.repeat(7300))
      await see(page, '7,300 of 8,000 characters')
      await box.fill('x'.repeat(8023))
      await see(page, `${label} is 8,023 characters; 8,000 fit. Shorten it.`)
      const button = page.getByRole('button', { name: save })
      if (await button.isEnabled()) await button.click()
      await page.reload()
      await eventually(async () => (await box.inputValue()).length).toBe(8023)
      await press(page, screen === 'letter' ? 'Rewrite it from the record' : 'Discard')
    },
  )

  it('the note to a request that is declined is counted, too', async () => {
    const { page, address } = walk
    await page.goto(`${address}/board`)
    await page
      .getByRole('button', { name: /^Decline / })
      .first()
      .click()
    const asked = page.getByRole('dialog')
    const box = asked.getByRole('textbox')
    await box.fill('x'.repeat(1990))
    await see(asked, '1,990 of 2,000 characters')
    await box.fill('x'.repeat(2001))
    await see(asked, 'The reason is 2,001 characters; 2,000 fit. Shorten it.')
    expect((await box.inputValue()).length).toBe(2001)
    await press(asked, 'Keep it waiting')
    await asked.waitFor({ state: 'detached' })
    expect(await page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? ""')).toMatch(/^Decline /)
    await openScreen('Demo Lena Sample', 'imaging')
  })

  it('a note that is too long is counted, and typing goes on in the field that is wrong', async () => {
    const { page } = walk
    await press(page, 'Enter a read')
    const note = page.getByRole('textbox', { name: 'Note' })
    await fill(page, 'Day of the scan', '4 Nov 2026')
    await note.fill('x'.repeat(7300))
    await see(page, '7,300 of 8,000 characters')
    expect((await note.boundingBox())?.height).toBeLessThan(400)
    await note.fill('x'.repeat(8023))
    await press(page, 'Save read')
    await see(page, 'The note is 8,023 characters; 8,000 fit. Shorten it.')
    await eventually(() => note.evaluate((box) => box.matches(':focus'))).toBe(true)
  })

  it('a request that cannot be accepted says so in its own row, and no button moves', async () => {
    const { page, address } = walk
    for (const name of ['Demo First Asker', 'Demo Second Asker'])
      await page.request.post(`${address}/api/front-door/appointments`, {
        headers: { 'X-Facialis': '1' },
        data: { name, phone: '555-0190', reason: 'A twitch.' },
      })
    await signInDemo(walk, page, 'demo.coordinator')
    await page.route('**/accept', (route) =>
      route.fulfill({ status: 409, json: { problem: { code: 'moved', sentence: 'Somebody else was quicker.' } } }),
    )
    const places = () =>
      page
        .getByRole('button', { name: /^Accept / })
        .evaluateAll((buttons) => buttons.map((one) => [one.ariaLabel, one.getBoundingClientRect().y]))
    await page.getByRole('button', { name: 'Accept Demo First Asker' }).waitFor()
    const before = await places()
    await press(page, 'Accept Demo First Asker')
    const row = page.getByRole('listitem').filter({ hasText: 'Demo First Asker' })
    await see(row, 'Not accepted. Somebody else was quicker.')
    expect(await places()).toEqual(before)
    await page.unroute('**/accept')
    expect(await sideways(page)).toBe(0)
    await picture(page, 'board not accepted')
  })
})
