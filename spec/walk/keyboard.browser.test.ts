import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoPassword } from '../../server/demo/staff.ts'
import { idOf } from './demo-clinic.ts'
import { arrive, see } from './hands.ts'
import { walkDemo } from './walk-in.ts'

/** Presses a key until what has the focus is called so. @throws when it went round without meeting it */
async function until(page: Page, key: string, name: RegExp, most = 60): Promise<void> {
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if (name.test(await page.evaluate<string>(nameOfFocus))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} did not lead to ${name}`)
}

const nameOfFocus = `(() => {
  const one = document.activeElement
  return one?.getAttribute('aria-label') || one?.labels?.[0]?.innerText || one?.innerText || ''
})()`

/** Whether something else lies over the middle of what has the focus. */
const isCovered = `(() => {
  const { x, y, width, height } = document.activeElement.getBoundingClientRect()
  const over = document.elementFromPoint(x + width / 2, y + height / 2)
  return over !== null && !document.activeElement.contains(over) && !over.contains(document.activeElement)
})()`

/** At the very moment the list follows the first letter, the others are there. */
const nextLetterAsTheListFollows = `(() => {
  const box = document.querySelector('input[type=search]')
  const type = (text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, text)
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const later = window.setTimeout
  window.setTimeout = (run, wait, ...given) => {
    if (box.value !== 'D') return later(run, wait, ...given)
    window.setTimeout = later
    return later(() => { run(...given); type('Dora') }, wait)
  }
})()`

describe('with the keyboard alone', () => {
  const walk = walkDemo()

  it('one signs in, finds a person on the board, opens them and answers the evaluation', async () => {
    const { page, address } = walk
    const { keyboard } = page
    await page.context().clearCookies()
    await page.goto(`${address}/sign-in`)
    await arrive(page, 'Sign in')
    await until(page, 'Tab', /^Sign-in name/)
    await keyboard.type('demo.neurologist')
    await until(page, 'Tab', /^Password/)
    await keyboard.type(demoPassword)
    await keyboard.press('Enter')
    await arrive(page, 'Board')

    await page.getByRole('searchbox').waitFor()
    await keyboard.press('/')
    await until(page, 'Tab', /^Search/, 0)
    // Nobody waits for the list: whoever was typed has the focus, not the first of the list before.
    await keyboard.type('Dora')
    await keyboard.press('Enter')
    await until(page, 'Tab', /^Demo Dora Sample/, 0)
    await keyboard.press('Enter')
    await arrive(page, 'Overview')

    await keyboard.press('g')
    await keyboard.press('e')
    await arrive(page, 'Evaluate')
    await until(page, 'Tab', /^Asked, nothing found/)
    await keyboard.press('Enter')
    await see(page, /^Asked on 23 Nov 2026/)
    await until(page, 'Tab', /^Left/)
    await keyboard.press('ArrowRight')
    await page.getByRole('group', { name: 'Which side' }).getByRole('radio', { name: 'Right', checked: true }).waitFor()
    await keyboard.press('Delete')
    await page.getByRole('radio', { name: 'Right', checked: true }).waitFor({ state: 'detached' })
    // A number answers by place, Enter goes on to the next question, with Shift back again.
    await keyboard.press('1')
    await page.getByRole('group', { name: 'Which side' }).getByRole('radio', { name: 'Left', checked: true }).waitFor()
    await keyboard.press('Enter')
    await until(page, 'Tab', /^(Yes|Seen)/, 0)
    await keyboard.press('Shift+Enter')
    await until(page, 'Tab', /^Left/, 0)
    await keyboard.press('Delete')
    await until(page, 'Tab', /^Save the visit/, 200)
    await keyboard.press('Enter')
    await see(page, 'Visit saved')
  })

  it('no letter of a search is taken back by the list catching up with the one before', async () => {
    const { page, address } = walk
    await page.goto(`${address}/board`)
    const box = page.getByRole('searchbox')
    await box.waitFor()
    await page.evaluate(nextLetterAsTheListFollows)
    await box.fill('D')
    await page.getByRole('grid').getByRole('link', { name: 'Demo Ben Sample' }).waitFor({ state: 'hidden' })
    await page.getByRole('grid').getByRole('link', { name: 'Demo Dora Sample' }).waitFor()
    expect(await box.inputValue()).toBe('Dora')
    await box.fill('')
    await page.getByRole('grid').getByRole('link', { name: 'Demo Ben Sample' }).waitFor()
  })

  it('Tab leads down the injection with nothing behind the bar that signs', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Ivo Sample')}/injection`)
    await arrive(page, 'Injection')
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.getByRole('textbox', { name: 'Lot', exact: true }).focus()
    for (const next of [
      /^Expiry/,
      /as last time$/,
      /^Open a 50 U/,
      /^Open another/,
      /^Check by volume/,
      /^Source/,
      /^Checks in force/,
    ]) {
      await until(page, 'Tab', next, 5)
      expect.soft(await page.evaluate<boolean>(isCovered), String(next)).toBe(false)
    }
  })

  it('the focus stays beside what was pressed when that goes away with what it did', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Ivo Sample')}/injection`)
    await arrive(page, 'Injection')
    const pressed = async (name: string, left: RegExp) => {
      await page.getByRole('button', { name }).focus()
      await page.keyboard.press('Enter')
      await page.locator('main :focus', { hasText: left }).waitFor()
    }
    await pressed('Asked, nothing new today', /^At the chair: Asked today/)
    await pressed('Change product', /^onabotulinumtoxinA/)
    await pressed('Keep it', /^onabotulinumtoxinA/)
    await until(page, 'Tab', /^Change product/, 1)
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Dora Sample')}/injection`)
    await arrive(page, 'Injection')
    await pressed('Consent given today', /^Consent/)
  })

  it('the focus stays where a report was saved, though there is nothing more to save', async () => {
    const { page, address } = walk
    await page.goto(`${address}/patients/${await idOf(page, 'Demo Lena Sample')}/follow-up`)
    await arrive(page, 'Follow-up')
    const report = page.getByRole('region', { name: 'How is the spasm?' })
    await report.getByRole('radio', { name: 'Reduced' }).check()
    await report.getByRole('button', { name: 'Save report' }).focus()
    await page.keyboard.press('Enter')
    await report.getByRole('button', { name: 'Save report', disabled: true }).waitFor()
    await page.locator('main :focus', { hasText: 'Save report' }).waitFor()
  })

  it('the arrows move through the board and the first Tab of a page skips to its content', async () => {
    const { page, address } = walk
    await page.goto(`${address}/board`)
    await arrive(page, 'Board')
    await page.getByRole('grid').getByRole('link', { name: 'Demo Ben Sample' }).waitFor()
    await page.keyboard.press('Tab')
    await until(page, 'Tab', /^Skip to the content/, 0)
    await page.keyboard.press('Enter')
    await until(page, 'Tab', /^Demo Ben Sample/)
    await page.keyboard.press('ArrowDown')
    await until(page, 'Tab', /^Demo Rosa Sample/, 0)
    await page.keyboard.press('Enter')
    await arrive(page, 'Overview')
    await see(page.getByRole('region', { name: 'Who this is' }), 'Demo Rosa Sample')
  })
})
