import type { Page } from 'playwright-core'
import { fill, press, see } from './hands.ts'

const vial = { lot: 'L-100', expiry: '2028-01' } as const

/** Product, lot and vial as they are in the hand. */
export async function takeVial(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Product' }).selectOption('onabotulinumtoxinA')
  await fill(page, 'Lot', vial.lot)
  await fill(page, 'Expiry', vial.expiry)
  await press(page, 'Open a 50 U vial')
}

/** Points on the map by keyboard alone: arrows to the muscle, Enter for a point, the number, Enter back to the muscle. */
export async function drawMap(page: Page): Promise<void> {
  const face = page.getByRole('group', { name: /^Face seen from the front/ })
  await face.getByRole('button', { name: 'Frontalis, left side' }).focus()
  await moveTo(page, /^Orbicularis oculi, pretarsal, left side/)
  for (const units of ['2.5', '2.5']) await addPoint(page, units)
  await moveTo(page, /^Zygomaticus major, left side/)
  await addPoint(page, '2.5')
  await see(page, 'Points of today')
}

async function addPoint(page: Page, units: string): Promise<void> {
  await page.keyboard.press('Enter')
  await page.locator('input[aria-label^="Units of point"]:focus').waitFor()
  await page.keyboard.type(units)
  await page.keyboard.press('Enter')
}

const underFocus = (page: Page): Promise<string> =>
  page.evaluate<string>("document.activeElement?.getAttribute('aria-label') ?? ''")

/** Goes by arrow keys, each until it leads no further, until the muscle has the focus. */
async function moveTo(page: Page, muscle: RegExp): Promise<void> {
  for (const arrow of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
    let [before, here] = ['', await underFocus(page)]
    while (here !== before) {
      if (muscle.test(here)) return
      await page.keyboard.press(arrow)
      ;[before, here] = [here, await underFocus(page)]
    }
  }
  throw new Error(`the arrow keys did not reach ${muscle}`)
}

/** How the last session went, asked when the person rings or comes. */
export async function recordResponse(page: Page, of: string, wornOff: string): Promise<void> {
  await press(page, `Response to ${of}`)
  const form = page.getByRole('region', { name: `Response to the session of ${of}` })
  await form.getByRole('textbox', { name: 'How much relief was there at best' }).fill('80')
  await form.getByRole('textbox', { name: 'When did the relief fall below half' }).fill(wornOff)
  await form.getByRole('checkbox', { name: 'None', exact: true }).check()
  await press(form, 'Save response')
  await see(page, 'The response is saved.')
}

/** A repeat visit in which nothing is new: what a nurse presses from the board on, one after the other. */
export const repeatVisit = [
  ['link', 'Demo Walk Sample'],
  ['link', 'Injection'],
  ['button', 'Asked, nothing new today'],
  ['button', `Lot ${vial.lot}, expiry Jan 2028, as last time`],
  ['button', 'Open a 50 U vial'],
  ['button', 'Copy last session'],
  ['button', 'Confirm the left side'],
  ['button', 'Sign session'],
] as const
