import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { idOf, openDemo, signInDemo } from '../walk/demo-clinic.ts'
import { arrive, see } from '../walk/hands.ts'
import { barriers, keptInBrowser, picture, settled, sideways } from '../walk/look.ts'
import type { Walk } from '../walk/open-walk.ts'
import { type DemoEhr, openDemoEhr } from './demo-ehr.ts'

describe('Facialis, opened from a record system', () => {
  let walk: Walk
  let ehr: DemoEhr
  /** Somebody of the clinic behind the demo EHR, whose records it serves as its own. */
  let clerk: Page
  beforeAll(async () => {
    const url = `http://localhost:${await freePort()}`
    ehr = await openDemoEhr(url, async (path) => {
      const answer = await clerk.request.get(`${url}/fhir/${path}`)
      return { status: answer.status(), text: await answer.text() }
    })
    const { iss, clientId } = ehr
    const smartIssuers = [{ iss, clientId, name: 'Demo Hospital', tokenEndpoint: null }]
    walk = await openDemo('2026-11-23', { url, smartIssuers })
    clerk = walk.page
    await signInDemo(walk, clerk, 'demo.neurologist')
  })
  afterAll(async () => {
    await walk?.close()
    await ehr?.close()
  })

  const signInThere = async (page: Page) => {
    await page.getByPlaceholder('Enter any login').fill('demo.doctor')
    await page.getByPlaceholder('and password').fill('anything')
    await page.getByRole('button', { name: 'Sign-in' }).click()
  }

  it('signs in there, and shows where the patient in context stands, why, and from which resources', async () => {
    const page = await walk.strangersPage()
    ehr.manners.patient = await idOf(clerk, 'Demo Fay Sample')
    await page.goto(ehr.launchOf(walk.address))
    await signInThere(page)
    await arrive(page, 'Where they stand')
    await see(page, 'Demo Fay Sample')
    await see(page, /^Read from Demo Hospital at /)
    await see(page, 'newest fact of 18 Nov 2026')
    await see(page.getByRole('region', { name: 'What may be done' }), 'Botulinum toxin: Blocked')
    await see(page.getByRole('region', { name: 'Next steps' }), 'Acknowledge the report')
    const facts = page.getByRole('region', { name: 'Facts used' })
    await see(facts, /^Observation\/[\w-]+ 18 Nov 2026$/)
    await see(facts, /A mass or cyst: absent; A lesion of the ear: absent/)
    await see(page, 'pathway version 1.1.0: draft, not clinically signed')
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
        desk: { width: 1440, height: 900 },
        phone: { width: 390, height: 844 },
      })) {
        await page.setViewportSize(size)
        await settled(page)
        expect.soft(await barriers(page), `${colorScheme}, ${place}`).toEqual([])
        expect.soft(await sideways(page), `${colorScheme}, ${place}: pixels too wide`).toBeLessThanOrEqual(0)
        await picture(page, `smart ${place} ${colorScheme}`)
      }
    }
    expect(walk.faults).toEqual([])
  })
})
