import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { idOf } from './demo-clinic.ts'
import { arrive } from './hands.ts'
import { settled } from './look.ts'
import { walkDemo } from './walk-in.ts'

type Colour = readonly [number, number, number]

/** What a line is drawn in, how firmly, and the ground of the panel it lies on. */
const drawn = (line: Locator): Promise<readonly [stroke: string, opacity: string, ground: string]> =>
  line.evaluate((one) => {
    const styleOf = (part: typeof one) => one.ownerDocument.defaultView?.getComputedStyle(part) ?? {}
    let part = one.closest('svg')?.parentElement ?? null
    while (part !== null && /, 0\)$|transparent/.test(styleOf(part).backgroundColor)) part = part.parentElement
    const { stroke, strokeOpacity } = styleOf(one)
    return [stroke, strokeOpacity, part === null ? 'rgb(255, 255, 255)' : styleOf(part).backgroundColor]
  })

const colourOf = (text: string): Colour => {
  const [r = 0, g = 0, b = 0] = (text.match(/[\d.]+/g) ?? []).map(Number)
  return [r, g, b]
}

/** As WCAG has it. */
const brightness = (colour: Colour): number => {
  const [r = 0, g = 0, b = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

async function contrastOf(line: Locator, skin?: string): Promise<number> {
  const [stroke, opacity, panel] = await drawn(line)
  const [over, under] = [colourOf(stroke), colourOf(skin ?? panel)]
  const mixed = over.map(
    (part, at) => part * Number(opacity) + (under[at] ?? 0) * (1 - Number(opacity)),
  ) as unknown as Colour
  const [dark = 0, light = 0] = [brightness(mixed), brightness(under)].sort((one, other) => one - other)
  return (light + 0.05) / (dark + 0.05)
}

const walk = walkDemo('demo.neurologist')

describe.each(['light', 'dark'] as const)('the lines that mean something in a drawing, in the %s', (colorScheme) => {
  const open = async (name: string, screen: string, title: string) => {
    const { page, address } = walk
    await page.emulateMedia({ colorScheme })
    await page.goto(`${address}/patients/${await idOf(page, name)}/${screen}`)
    await arrive(page, title)
    await settled(page)
  }

  it('what leads where along the pathway can be seen, ahead as well as behind', async () => {
    await open('Demo Fay Sample', '', 'Overview')
    const ahead = walk.page.getByRole('img', { name: /Ruling out/ }).locator('path[data-state="ahead"]')
    expect(await contrastOf(ahead.first())).toBeGreaterThanOrEqual(3)
  })

  it('where each muscle ends can be seen on the skin', async () => {
    await open('Demo Ivo Sample', 'injection', 'Injection')
    const muscle = walk.page
      .getByRole('button', { name: /^Frontalis/ })
      .locator('path')
      .first()
    const skin = await walk.page.evaluate<string>(`(() => {
      const box = document.body.appendChild(document.createElement('i'))
      box.style.color = 'var(--face-skin)'
      const { color } = getComputedStyle(box)
      box.remove()
      return color
    })()`)
    expect(await contrastOf(muscle, skin)).toBeGreaterThanOrEqual(3)
  })
})
