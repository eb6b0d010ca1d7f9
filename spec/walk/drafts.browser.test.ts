import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { idOf } from './demo-clinic.ts'
import { eventually, press, see } from './hands.ts'
import { walkDemo } from './walk-in.ts'

describe('one visit in two tabs', () => {
  const walk = walkDemo('demo.neurologist')
  let second: Page
  let visit: string
  beforeAll(async () => {
    visit = `${walk.address}/patients/${await idOf(walk.page, 'Demo Ben Sample')}/evaluate`
    second = await walk.page.context().newPage()
  })

  const note = (page: Page) => page.getByRole('textbox', { name: 'Note' })
  const type = async (page: Page, text: string) => {
    await note(page).fill(text)
    await see(page, /^Draft kept on the server/)
  }
  const bothTyped = async () => {
    await type(walk.page, 'Tab one')
    await second.goto(visit)
    await eventually(() => note(second).inputValue()).toBe('Tab one')
    await type(second, 'Tab two')
    await note(walk.page).fill('Tab one, more')
    await see(walk.page, /^This visit is open in another tab \(/)
  }

  it('the older tab is told, keeps what it holds, and takes the newer draft when asked to', async () => {
    await walk.page.goto(visit)
    await bothTyped()
    await see(walk.page, 'Not kept: another tab holds another draft. Choose one of them above.')
    expect(await note(walk.page).inputValue()).toBe('Tab one, more')
    await press(walk.page, 'Take that one')
    expect(await note(walk.page).inputValue()).toBe('Tab two')
    await type(walk.page, 'Tab two, and one')
  })

  it('the older tab can keep its own, and then the other one is told', async () => {
    await walk.page.reload()
    await bothTyped()
    await press(walk.page, 'Keep this one')
    await see(walk.page, /^Draft kept on the server/)
    await note(second).fill('Tab two, more')
    await see(second, /^This visit is open in another tab \(/)
    await press(second, 'Take that one')
    expect(await note(second).inputValue()).toBe('Tab one, more')
  })

  it('a visit that was saved in the other tab is not written anew unseen', async () => {
    await press(walk.page, 'Save the visit')
    await see(walk.page, 'Visit saved')
    // It was the first; whoever goes on at the same page records another one.
    await walk.page.getByRole('radio', { name: 'Follow-up', exact: true, checked: true }).waitFor()
    await note(second).fill('Typed after it was saved')
    await see(second, 'This visit was saved or discarded in another tab.')
    expect(await note(second).inputValue()).toBe('Typed after it was saved')
    await press(second, 'Start afresh')
    expect(await note(second).inputValue()).toBe('')
  })

  it('nothing is called kept while anything newer is not', async () => {
    const { page } = walk
    await page.goto(visit)
    await type(page, 'First')
    const held = Promise.withResolvers<void>()
    let sent = 0
    await page.route('**/api/drafts/**', async (route) => {
      if (route.request().method() === 'PUT' && ++sent === 1) await held.promise
      await route.continue()
    })
    await note(page).fill('Second')
    await eventually(async () => sent).toBe(1)
    await note(page).fill('Third')
    const answered = page.waitForResponse((answer) => answer.request().method() === 'PUT')
    held.resolve()
    await answered
    expect(await page.getByText(/^Draft kept on the server/).count()).toBe(0)
    await see(page, /^Draft kept on the server/)
    expect(sent).toBe(2)
    await page.unroute('**/api/drafts/**')
    await page.reload()
    await eventually(() => note(page).inputValue()).toBe('Third')
  })

  it('nothing of it raised an error in the browser', () => {
    expect(walk.faults).toEqual([])
  })
})
