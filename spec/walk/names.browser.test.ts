import { describe, expect, it } from 'vitest'
import { idOf } from './demo-clinic.ts'
import { arrive } from './hands.ts'
import { walkDemo } from './walk-in.ts'

describe('what is read aloud on its own, from a list of what can be pressed', () => {
  const walk = walkDemo('demo.neurologist')
  const namesOf = (selector: string): Promise<readonly string[]> =>
    walk.page.locator(selector).evaluateAll((all) => all.map((one) => one.ariaLabel ?? one.textContent ?? ''))

  it('“Today” and “Don’t know” say of which question they are', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Lena Sample')}/surgery`)
    await arrive(page, 'Surgery')
    const beside = (await namesOf('main button')).filter((name) => /^(Today|Don’t know)/.test(name))
    expect(beside).toContain('Today: For which day is the operation booked?')
    expect(beside).toContain('Don’t know: For which day is the operation booked?')
    expect(new Set(beside).size).toBe(beside.length)
  })

  it('what takes an answer back says of which question', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Rosa Sample')}/triage`)
    await arrive(page, 'Triage')
    for (const question of ['Did the face go weak', 'Is there trouble with an arm'])
      await page.getByRole('group', { name: question }).getByRole('radio', { name: 'Don’t know' }).check()
    const crosses = (await namesOf('main button')).filter((name) => name.startsWith('Clear this answer'))
    expect(crosses).toEqual([
      'Clear this answer: Did the face go weak or droop suddenly?',
      'Clear this answer: Is there trouble with an arm, a leg, speech or awareness?',
    ])
  })

  it('“Details” says of which act', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Fay Sample')}`)
    await arrive(page, 'Overview')
    const details = (await namesOf('main summary')).filter((name) => name.startsWith('Details'))
    expect(details.length).toBeGreaterThan(3)
    for (const name of details) expect(name).toMatch(/^Details: \d{1,2} \w{3} \d{4}, \w/)
  })

  it('a page inside the book of the guidance is told as where one is', async () => {
    const { page, address } = walk
    await page.goto(`${address}/guidance/decision/botulinum`)
    await arrive(page, 'Botulinum toxin')
    const guidance = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Guidance' })
    expect(await guidance.getAttribute('aria-current')).toBe('page')
  })

  it('what is typed as a password is shown by the keyboard, and by whatever presses without a pointer', async () => {
    const { page, address } = walk
    await page.goto(`${address}/sign-in-ways`)
    await arrive(page, 'How I sign in')
    const box = page.getByLabel('New password', { exact: true })
    await box.fill('brown hummingbird tea')
    await page.keyboard.press('Tab')
    const show = page.getByRole('button', { name: 'Show what is typed: New password' })
    await show.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    expect(await box.getAttribute('type')).toBe('text')
    // As a screen reader presses, or a voice.
    await show.dispatchEvent('click')
    expect(await box.getAttribute('type')).toBe('password')
  })

  it('why something in the book rests on no source is one press away, also for a key and a finger', async () => {
    const { page, address } = walk
    await page.goto(`${address}/guidance/policy`)
    await arrive(page, 'Policy numbers')
    const flag = page.getByRole('button', { name: 'Own judgement', expanded: false }).first()
    await flag.focus()
    await page.keyboard.press('Enter')
    const cell = page
      .getByRole('cell')
      .filter({ has: page.getByRole('button', { name: 'Own judgement', expanded: true }) })
    expect((await cell.innerText()).replace('Own judgement', '').trim().length).toBeGreaterThan(10)
  })

  it('a muscle that is pressed without a pointer, as by voice, has its point where it lies', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Ivo Sample')}/injection`)
    await arrive(page, 'Injection')
    const muscle = page.getByRole('button', { name: /^Frontalis/ })
    await muscle.dispatchEvent('click')
    await page.getByRole('button', { name: /^Frontalis.*1 point/ }).waitFor()
    const [whole, point] = [await muscle.boundingBox(), await page.locator('g[data-selected] circle').boundingBox()]
    expect(point!.x).toBeGreaterThan(whole!.x - point!.width)
    expect(point!.x).toBeLessThan(whole!.x + whole!.width)
  })

  it('which colours are chosen is told in their menu', async () => {
    const { page, address } = walk
    await page.goto(`${address}/board`)
    await arrive(page, 'Board')
    await page.getByRole('button', { name: /^Colours/ }).click()
    await page.getByRole('menuitemradio', { name: 'As the system', checked: true }).waitFor()
    await page.getByRole('menuitemradio', { name: 'Dark', checked: false }).click()
    await page.getByRole('button', { name: 'Colours: Dark' }).click()
    await page.getByRole('menuitemradio', { name: 'As the system' }).click()
  })

  it('whoever says what stands on a button presses it', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Emil Sample')}/imaging`)
    await arrive(page, 'Imaging')
    const pressed = page.locator('main button[aria-label]').filter({ hasText: /\w/ })
    await pressed.first().waitFor()
    const apart = await pressed.evaluateAll((all) =>
      all.map((one) => [one.ariaLabel, one.textContent]).filter(([name, text]) => !name.includes(text)),
    )
    expect(apart).toEqual([])
  })
})
