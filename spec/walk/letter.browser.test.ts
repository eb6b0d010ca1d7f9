import { describe, expect, it } from 'vitest'
import { idOf, signInDemo } from './demo-clinic.ts'
import { arrive, go, openPerson, press, see } from './hands.ts'
import { walkDemo } from './walk-in.ts'

const name = 'Demo Ivo Sample'
const footOfPaper = 'Prepared with Facialis. The guidance it follows: draft, not clinically signed.'

describe('what leaves the clinic on paper', () => {
  const walk = walkDemo()

  it('a letter that is owed is prepared by anybody, and printed as a draft', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.coordinator')
    await page.getByRole('combobox', { name: 'Show' }).selectOption('Letter due')
    await openPerson(page, name)
    await go(page, 'Letter')
    const text = page.getByRole('textbox', { name: 'The letter' })
    expect(await text.inputValue()).toContain(`About ${name}`)
    expect(await page.getByRole('button', { name: 'Sign, and record it as sent' }).count()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    await see(page, 'DRAFT: not signed')
    await page.emulateMedia({ media: 'screen' })
  })

  it('a doctor changes and signs it; then it is no draft, and nobody is owed one', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.neurologist')
    await openPerson(page, name)
    await go(page, 'Letter')
    const text = page.getByRole('textbox', { name: 'The letter' })
    await text.fill(`${await text.inputValue()}\n\nPlease ring me.`)
    await press(page, 'Sign, and record it as sent')
    await see(page, 'The letter is recorded as sent.')
    await page.emulateMedia({ media: 'print' })
    await see(page, /Please ring me\./)
    expect(await page.getByText('DRAFT: not signed').count()).toBe(0)
    await see(page, footOfPaper)
    await page.emulateMedia({ media: 'screen' })
    await go(page, 'Overview')
    await see(page, /signed the letter to the referrer/)
    await page.goto(`${walk.address}/board?show=letter`)
    await arrive(page, 'Board')
    await page.getByRole('searchbox', { name: 'Search by name or birth date' }).fill('Ivo')
    await see(page, 'Nobody matches these filters')
  })

  it('a request for a scan says on its sheet whose guidance the protocol follows, and that nobody signed it', async () => {
    const { page } = walk
    await page.goto(`${walk.address}/patients/${await idOf(page, 'Demo Emil Sample')}/imaging`)
    await arrive(page, 'Imaging')
    await page.emulateMedia({ media: 'print' })
    await see(page, /^Request for imaging/)
    await see(page, footOfPaper)
    await page.emulateMedia({ media: 'screen' })
  })

  it('a telephone number stands on one line, whatever stands before it', async () => {
    const { page } = walk
    await page.goto(`${walk.address}/patients/${await idOf(page, 'Demo Cleo Sample')}/letter`)
    await arrive(page, 'Letter')
    const number = page.getByRole('main').getByRole('link', { name: '555-0190' })
    const heights = new Set<number>()
    for (const width of [1440, 1280, 1100, 1000, 900, 768, 430, 390, 360, 320]) {
      await page.setViewportSize({ width, height: 900 })
      heights.add((await number.boundingBox())?.height ?? 0)
    }
    expect([...heights]).toHaveLength(1)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('a lot that is called back names who got it', async () => {
    const { page } = walk
    await page.goto(`${walk.address}/lots`)
    await arrive(page, 'Lot recall')
    await page.getByRole('textbox', { name: 'Lot' }).fill('demo l1')
    await press(page, 'Find everybody')
    await page.getByRole('link', { name }).waitFor()
    expect(walk.faults).toEqual([])
  })

  it('the decision aid that a person takes home carries nothing of what the clinic weighs of them, before an operation and after one', async () => {
    const { page } = walk
    await signInDemo(walk, page, 'demo.surgeon')
    for (const [who, isAfter] of [
      ['Demo Hana Sample', false],
      ['Demo Milo Sample', true],
    ] as const) {
      await page.goto(`${walk.address}/patients/${await idOf(page, who)}/surgery`)
      await arrive(page, 'Surgery')
      await page.evaluate('window.print = () => undefined')
      if (isAfter) await press(page, 'Record another operation')
      await press(page, 'Print for the person')
      await page.emulateMedia({ media: 'print' })
      const paper = await page.getByRole('main').innerText()
      expect([who, paper.split('\n')[0]]).toEqual([who, 'Decision aid'])
      // Read at home, without the screen: of which operation it speaks, whose it is, and nothing that asks to be pressed.
      expect([who, paper]).toEqual([
        who,
        expect.stringContaining('About: Microvascular decompression. Demo clinic, 23 Nov 2026.'),
      ])
      expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
      for (const words of [
        'Press a source',
        'Microvascular decompression:',
        'Book and go',
        'Wish, risks and dates',
        'your judgement',
      ])
        expect([who, paper]).toEqual([who, expect.not.stringContaining(words)])
      expect(paper.trim().endsWith(footOfPaper)).toBe(true)
      await page.emulateMedia({ media: 'screen' })
    }
  })
})
