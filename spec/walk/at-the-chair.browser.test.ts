import { beforeAll, describe, expect, it } from 'vitest'
import { idOf, signInDemo } from './demo-clinic.ts'
import { arrive, eventually, press, see } from './hands.ts'
import { barriers, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('a repeat visit at the chair', () => {
  const walk = walkDemo('demo.nurse')
  beforeAll(async () => {
    await walk.page.goto(`${walk.address}/patients/${await idOf(walk.page, 'Demo Ivo Sample')}/injection`)
    await arrive(walk.page, 'Injection')
  })

  it('has the whole face in sight on a desk, with gate, list, consent and vial, and nothing over it', async () => {
    const { page } = walk
    const face = await page.getByRole('group', { name: /^Face seen from the front/ }).boundingBox()
    const signing = await page.getByRole('region', { name: 'Sign', exact: true }).boundingBox()
    expect(face?.y).toBeGreaterThan(0)
    expect((face?.y ?? 0) + (face?.height ?? 0)).toBeLessThanOrEqual((signing?.y ?? 0) + 1)
    for (const name of ['Botulinum toxin', 'At the chair', 'Consent', 'Product and vial'])
      expect((await page.getByRole('region', { name }).locator('> *').first().boundingBox())?.y).toBeLessThan(
        face?.y ?? 0,
      )
  })

  it('a pill opens what is behind it, and shuts it again', async () => {
    const { page } = walk
    const gate = page.getByRole('region', { name: 'Botulinum toxin' })
    const pill = gate.getByRole('button', { name: 'Botulinum toxin: Permitted', expanded: false })
    await pill.press('Enter')
    await see(gate, /^All \d+ conditions are met$/)
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await press(gate, 'Botulinum toxin: Permitted')
    await pill.waitFor()
    await press(page, 'Open the list')
    await see(page.getByRole('region', { name: 'At the chair' }), /\?$/)
    await press(page, 'Close the list')
  })

  it('one press answers the list, and the pill says so', async () => {
    const { page } = walk
    await press(page, 'Asked, nothing new today')
    await see(page.getByRole('region', { name: 'At the chair' }), /^Asked today by Demo Nurse .*: nothing new$/)
  })

  it('says at the expiry that the vial has expired, once it is typed', async () => {
    const { page } = walk
    const vial = page.getByRole('region', { name: 'Product and vial' })
    const expiry = vial.getByRole('textbox', { name: 'Expiry' })
    await expiry.fill('OCT 2026')
    await expiry.press('Tab')
    await see(vial, 'This vial has expired. Take another one.')
    expect(await expiry.getAttribute('aria-invalid')).toBe('true')
    await expiry.fill('NOV 2026')
    await expiry.press('Tab')
    await vial.getByText('This vial has expired').waitFor({ state: 'hidden' })
    await expiry.fill('')
  })

  it('stands in one column on a phone, without scrolling sideways', async () => {
    const { page } = walk
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await barriers(page)).toEqual([])
  })

  it('shows a nurse that a doctor, by keyboard and through a lost connection, has taken the order back, and why', async () => {
    const { page } = walk
    const injection = page.url()
    await signInDemo(walk, page, 'demo.neurologist')
    await page.goto(injection)
    const line = page.getByRole('region', { name: 'Order for nurses' })
    await press(line, 'Sign an order for nurses')
    await press(line, 'Sign the order')
    await line.getByRole('button', { name: 'Withdraw the order of 23 Nov 2026', expanded: false }).press('Enter')
    await page.route('**/acts', (route) => route.abort())
    const why = 'Swallowing was worse after the last session.'
    await page.keyboard.type(why)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await see(line, 'This did not work')
    expect(await line.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe(why)
    await settled(page)
    expect([await sideways(page), await barriers(page)]).toEqual([0, []])
    await picture(page, 'order taken back on a phone')
    await page.unroute('**/acts')
    await line.getByRole('button', { name: 'Withdraw it, with this reason' }).press('Enter')
    const said = /^The order for nurses was withdrawn on 23 Nov 2026 by Demo /
    await see(line, said)
    await line.locator(':focus', { hasText: `Reason: ${why}` }).waitFor()
    await picture(page, 'order withdrawn on a phone')
    await signInDemo(walk, page, 'demo.nurse')
    await page.goto(injection)
    await see(line, said)
    await see(line, `Reason: ${why}`)
    await see(page.getByRole('region', { name: 'Sign', exact: true }), /A nurse injects under an order/)
    await page.emulateMedia({ colorScheme: 'dark' })
    await settled(page)
    expect([await sideways(page), await barriers(page, 'dark')]).toEqual([0, []])
    await picture(page, 'order withdrawn for a nurse in the dark')
  })

  it('says a slip of the units first, and the box for a reason says what it is asked about', async () => {
    const { page } = walk
    const injection = page.url()
    await page.emulateMedia({ colorScheme: 'light' })
    await signInDemo(walk, page, 'demo.neurologist')
    await page.goto(injection)
    await press(page, 'Copy last session')
    await page.locator('input[aria-label^="Units of point 1"]').fill('350')
    const signing = page.getByRole('region', { name: 'Sign', exact: true })
    await signing.getByText(/^Cannot be signed yet: \d+ U of onabotulinumtoxinA on one side is above 100 U/).waitFor()
    const reason = signing.getByRole('textbox', { name: 'Why it is meant so' })
    await signing.getByText(/in 30 days with this session \(limit 200 U\)/).waitFor()
    expect(await reason.getAttribute('aria-describedby')).toBeTruthy()
    await settled(page)
    expect([await sideways(page), await barriers(page)]).toEqual([0, []])
    // What tells of the draft is a picture, and not squeezed to a dot by its sentence.
    const kept = signing.locator('svg:has(+ p)')
    await eventually(async () => (await kept.boundingBox())?.width).toBe(18)
    await picture(page, 'a slip of units on a phone')
  })

  it('lets a session given elsewhere be said to have been for the spasm, and not for something else alone', async () => {
    const { page } = walk
    await press(page, 'Add a session given elsewhere or on paper')
    const why = page.getByRole('group', { name: 'What was it given for?' })
    expect(
      await why.getByRole('radio').evaluateAll((all) => all.map((one) => one.closest('label')?.textContent)),
    ).toEqual(['Hemifacial spasm', 'Cosmetic', 'Other'])
    await why.getByRole('radio', { name: 'Hemifacial spasm' }).check()
    await press(page, 'Cancel')
  })
})
