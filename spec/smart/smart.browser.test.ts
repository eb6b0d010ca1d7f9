import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { typesAskedOf } from '../../fhir/smart/index.ts'
import { hemifacialSpasm } from '../../knowledge/index.ts'
import { freePort } from '../support/free-port.ts'
import { idOf } from '../walk/demo-clinic.ts'
import { arrive, press, see } from '../walk/hands.ts'
import { barriers, keptInBrowser, picture, settled, sideways } from '../walk/look.ts'
import { walkDemo } from '../walk/walk-in.ts'
import { type DemoEhr, openDemoEhr } from './demo-ehr.ts'

describe('Facialis, opened from a record system', () => {
  let ehr: DemoEhr
  /** Somebody at a desk of the demo hospital, signed in there once. */
  let page: Page
  /** Somebody of the clinic behind the demo EHR, whose records it serves as its own. */
  let clerk: Page
  // Afterwards the hook that was written last runs first: the demo hospital goes when nobody asks it any more.
  afterAll(() => ehr?.close())
  const walk = walkDemo('demo.neurologist', async () => {
    const url = `http://localhost:${await freePort()}`
    ehr = await openDemoEhr(url, async (path) => {
      const answer = await walk.page.request.get(`${url}/fhir/${path}`)
      return { status: answer.status(), text: await answer.text() }
    })
    const { iss, clientId } = ehr
    const smartIssuers = [
      { iss, clientId, name: 'Demo Hospital', tokenEndpoint: null, lastingAccess: null, framedBy: [] },
    ]
    return { url, smartIssuers }
  })
  beforeAll(async () => {
    clerk = walk.page
    page = await walk.strangersPage()
  })
  beforeEach(() => {
    const { manners } = ehr
    manners.withheld = []
    manners.asksConsent = false
    manners.instead.clear()
  })

  const signInThere = async () => {
    await page.getByPlaceholder('Enter any login').fill('demo.doctor')
    await page.getByPlaceholder('and password').fill('anything')
    await page.getByRole('button', { name: 'Sign-in' }).click()
  }

  it('signs in there, and shows where the patient in context stands, why, and from which resources', async () => {
    ehr.manners.patient = await idOf(clerk, 'Demo Fay Sample')
    await page.goto(ehr.launchOf(walk.address))
    await signInThere()
    await arrive(page, 'Where they stand')
    await see(page, 'Demo Fay Sample')
    await see(page, /^Read from Demo Hospital on \d+ \w+ \d{4}, \d\d:\d\d$/)
    await see(page, 'newest fact of 18 Nov 2026')
    await see(page.getByRole('region', { name: 'What may be done' }), 'Botulinum toxin: Blocked')
    await see(page.getByRole('region', { name: 'Next steps' }), 'Acknowledge the report')
    const facts = page.getByRole('region', { name: 'Facts used' })
    await see(facts, /^Observation\/[\w-]+ 18 Nov 2026$/)
    await see(facts, /An intracranial mass or cyst: absent; A lesion of the ear: absent/)
    await see(page, `pathway version ${hemifacialSpasm.version}: draft, not clinically signed`)
    await see(page, /nothing is written to Demo Hospital/)
    await see(page, /^Draft, not clinically signed/)

    // The code, the token and the person are in no address, and in nothing the browser keeps.
    expect(page.url()).toBe(`${walk.address}/smart/`)
    const kept = await keptInBrowser(page)
    expect(kept).not.toMatch(/token|Fay|away/)
    expect(kept).not.toContain(ehr.manners.patient)
    // Of the records it only ever reads.
    const toRecords = ehr.asked.filter((one) => one.includes(' /fhir/')).map((one) => one.split(' ')[0])
    expect(new Set(toRecords)).toEqual(new Set(['GET', 'OPTIONS']))

    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const [place, size] of Object.entries({
        io: { width: 1440, height: 900 },
        phone: { width: 390, height: 844 },
      })) {
        await page.setViewportSize(size)
        await settled(page)
        expect.soft(await barriers(page, colorScheme), `${colorScheme}, ${place}`).toEqual([])
        expect.soft(await sideways(page), `${colorScheme}, ${place}: pixels too wide`).toBeLessThanOrEqual(0)
        await picture(page, `smart ${place} ${colorScheme}`)
        // What is next and what is best asked stand side by side where there is room, and never on each other.
        const [next, best] = [await placeOf('Next steps'), await placeOf('Best next question')]
        if (place === 'io') expect(best.x).toBeGreaterThan(next.x + next.width)
        else expect(best.y).toBeGreaterThan((await placeOf('Facts used')).bottom)
      }
    }
    expect(walk.faults).toEqual([])
  })

  const placeOf = async (region: string) => {
    const {
      x = 0,
      y = 0,
      width = 0,
      height = 0,
    } = (await page.getByRole('region', { name: region }).boundingBox()) ?? {}
    return { x, y, width, bottom: y + height }
  }

  const stoppedAt = async (title: string, text: RegExp) => {
    await arrive(page, title)
    await see(page.getByRole('alert'), text)
  }

  it('without a launch, lets people choose where to sign in, and the system there whose record it is', async () => {
    ehr.manners.patient = await idOf(clerk, 'Demo Hana Sample')
    await page.goto(`${walk.address}/smart/`)
    await arrive(page, 'Look at a record')
    expect(await barriers(page)).toEqual([])
    await press(page, 'Sign in at Demo Hospital')
    await arrive(page, 'Where they stand')
    await see(page, 'Demo Hana Sample')
    await see(page.getByRole('region', { name: 'What may be done' }), 'Botulinum toxin: Permitted')

    // The page is loaded again: what was given lived in its memory only.
    await page.reload()
    await arrive(page, 'Look at a record')
    expect(walk.faults).toEqual([])
  })

  it('says plainly what it may not read, and then calls no gate open', async () => {
    ehr.manners.patient = await idOf(clerk, 'Demo Hana Sample')
    const before = ehr.asked.length
    await page.setViewportSize({ width: 1440, height: 900 })
    ehr.manners.withheld = ['Condition', 'AllergyIntolerance']
    ehr.manners.instead.set('Procedure', () => ({ status: 500, body: 'down' }))
    await page.goto(ehr.launchOf(walk.address))
    await arrive(page, 'Where they stand')
    await see(page, 'Not everything could be read')
    await see(page, 'Condition records: access was not given')
    await see(page, 'Allergy intolerance records: access was not given')
    await see(page, 'Procedure records: the record system did not answer')
    const gates = page.getByRole('region', { name: 'What may be done' })
    await see(gates, 'Botulinum toxin: cannot be determined')
    expect(await gates.innerText()).not.toContain('Botulinum toxin: Permitted')
    const ruleOuts = page.getByRole('region', { name: 'Rule-outs' })
    await see(ruleOuts, 'Cleared, as far as was read')
    expect(await ruleOuts.getByText('Cleared', { exact: true }).count()).toBe(0)
    expect(ehr.asked.slice(before).filter((one) => one.startsWith('GET /fhir/Condition'))).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await barriers(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await picture(page, 'smart gaps phone')

    // What was down is up again; what was not granted is not asked for.
    ehr.manners.instead.clear()
    await press(page, 'Read again')
    await see(page, 'Condition records: access was not given')
    await page.getByText('Procedure records').waitFor({ state: 'hidden' })
  })

  it('says so where it cannot be drawn, and shows nothing of the record', async () => {
    ehr.manners.patient = await idOf(clerk, 'Demo Hana Sample')
    const broken = await page.context().newPage()
    await broken.addInitScript(`{
      const made = document.createElement.bind(document)
      document.createElement = (name, ...more) => {
        if (name === 'dl' || name === 'details') throw new Error('This browser makes none of these.')
        return made(name, ...more)
      }
    }`)
    await broken.goto(ehr.launchOf(walk.address))
    await arrive(broken, 'Something went wrong on this page')
    expect(await broken.getByText('Demo Hana Sample').count()).toBe(0)
    await broken.close()
  })

  it('keeps what was read when the sign-in there ends, says how old it is, and offers another one beside it', async () => {
    const { manners } = ehr
    manners.patient = await idOf(clerk, 'Demo Hana Sample')
    await page.goto(ehr.launchOf(walk.address))
    await arrive(page, 'Where they stand')
    const gates = page.getByRole('region', { name: 'What may be done' })
    await see(gates, 'Botulinum toxin: Permitted')
    for (const type of typesAskedOf(hemifacialSpasm)) manners.instead.set(type, () => ({ status: 401, body: '{}' }))
    await press(page, 'Read again')
    await see(page.getByRole('alert'), /It was not read again: the sign-in has ended/)
    await see(page.getByRole('alert'), /What you see below was read on \d+ /)
    await see(gates, 'Botulinum toxin: Permitted')
    // One that ends half-way takes nothing away either.
    manners.instead.delete('Patient')
    await press(page, 'Read again')
    await see(page.getByRole('alert'), /It was not read again/)
    await see(gates, 'Botulinum toxin: Permitted')
    expect(await barriers(page)).toEqual([])

    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Sign in again, in a new tab' }).click(),
    ])
    await arrive(other, 'Look at a record')
    await other.close()
    manners.instead.clear()
    await press(page, 'Read again')
    await page.getByRole('alert').waitFor({ state: 'hidden' })
    await see(gates, 'Botulinum toxin: Permitted')
  })

  it('goes no further, and says what to do, whenever something is not as it should be', async () => {
    const { manners } = ehr
    const launch = () => page.goto(ehr.launchOf(walk.address))

    await page.goto(`${walk.address}/smart/launch?iss=https%3A%2F%2Felsewhere.example%2Ffhir&launch=1`)
    await stoppedAt(
      'This system is not registered here',
      /from https:\/\/elsewhere\.example, .* Nothing was requested from it/,
    )

    manners.configuration = (own) => ({ ...own, code_challenge_methods_supported: ['plain'] })
    await launch()
    await stoppedAt('The record system is not safe enough to open this from', /PKCE \(S256\)/)
    manners.configuration = (own) => ({ ...own, token_endpoint: 'https://elsewhere.example/token' })
    await launch()
    await stoppedAt('The record system names an address nobody registered', /Nothing was sent there/)
    manners.configuration = () => 'not JSON'
    await launch()
    await stoppedAt('The record system does not say how to sign in', /smart-configuration/)
    manners.configuration = (own) => own

    manners.asksConsent = true
    await launch()
    await page.getByRole('link', { name: /Cancel/ }).click()
    await stoppedAt('Access was not given', /so nothing was read/)
    await see(page, /^Demo Hospital said: access_denied/)
    manners.asksConsent = false

    manners.patient = null
    await launch()
    await stoppedAt('No patient was chosen', /Open a patient in Demo Hospital first/)

    manners.patient = await idOf(clerk, 'Demo Hana Sample')
    manners.instead.set('Observation', () => ({ status: 200, body: otherPersons }))
    await launch()
    await stoppedAt('The record is about more than one person', /so nothing is shown/)
    manners.instead.clear()

    for (const type of typesAskedOf(hemifacialSpasm)) manners.instead.set(type, () => ({ status: 401, body: '{}' }))
    await launch()
    await stoppedAt('The sign-in has ended', /Sign in again, or open Facialis from Demo Hospital again/)
    manners.instead.clear()
    await page.getByRole('link', { name: 'Start again' }).click()
    await arrive(page, 'Look at a record')

    // A sign-in that was begun in another tab, or long ago, ends nowhere.
    await page.goto(`${walk.address}/smart/?code=stolen&state=of-another-tab`)
    await stoppedAt('This sign-in was not started here, or it is too old', /within ten minutes, in the tab/)
    expect(page.url()).toBe(`${walk.address}/smart/`)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'smart stopped')
    await ehr.close()
    await launch()
    await stoppedAt('The record system does not answer', /Try again in a minute/)
    // But for the one answer that was asked for.
    expect(walk.faults).toEqual(['500 /fhir/Procedure'])
  })
})

const otherPersons = {
  resourceType: 'Bundle',
  type: 'searchset',
  entry: [
    {
      resource: {
        resourceType: 'Observation',
        id: 'of-somebody-else',
        status: 'final',
        subject: { reference: 'Patient/somebody-else' },
        code: { text: 'a demo' },
      },
    },
  ],
}
