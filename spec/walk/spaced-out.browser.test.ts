import { describe, expect, it } from 'vitest'
import { idOf } from './demo-clinic.ts'
import { arrive } from './hands.ts'
import { settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

/** As WCAG 1.4.12 asks for, set by whoever reads better so. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

/** Text that its own box cuts off, by its beginning. */
const cutOff = `[...document.querySelectorAll('main *')]
  .filter((one) => one.checkVisibility() && one.innerText?.trim() && getComputedStyle(one).overflowY !== 'visible')
  .filter((one) => one.clientHeight > 2 && !/auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 2)
  .map((one) => one.innerText.slice(0, 60))`

describe('for whoever sets letters, words and lines further apart', () => {
  const walk = walkDemo('demo.neurologist')

  it.each([
    ['Board', '/board', ''],
    ['Overview', '', 'Demo Fay Sample'],
    ['Surgery', '/surgery', 'Demo Lena Sample'],
    ['Policy numbers', '/guidance/policy', ''],
  ])('%s: no text is cut off, and nothing stands beside the page', async (title, path, name) => {
    const { page, address } = walk
    await page.goto(`${address}${name === '' ? '' : `/patients/${await idOf(page, name)}`}${path}`)
    await arrive(page, title)
    await page.addStyleTag({ content: spacing })
    await settled(page)
    expect(await page.evaluate<readonly string[]>(cutOff)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
  })
})
