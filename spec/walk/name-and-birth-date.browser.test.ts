import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { idOf, viewOf } from './demo-clinic.ts'
import { arrive, eventually, fill, press, see } from './hands.ts'
import { barriers, picture, settled, sideways } from './look.ts'
import { walkDemo } from './walk-in.ts'

describe('a name or a birth date that is wrong', () => {
  const walk = walkDemo('demo.coordinator')

  /** The form of somebody’s page, and the page’s own id of the person. */
  const openForm = async (page: Page, name: string, button: string) => {
    const id = await idOf(page, name)
    await page.goto(`${walk.address}/patients/${id}`)
    await arrive(page, 'Overview')
    await press(page, button)
    return { id, form: page.getByRole('dialog') }
  }

  const board = (page: Page) => page.getByRole('grid', { name: 'People by stage' })
  const search = async (page: Page, text: string) => {
    await page.goto(`${walk.address}/board`)
    await page.getByRole('searchbox', { name: 'Search by name or birth date' }).fill(text)
  }

  it('is corrected by the coordinator on the page of the person', async () => {
    const { page } = walk
    const { id, form } = await openForm(page, 'Demo Ben Sample', 'Name and birth date')
    await fill(form, 'Full name', 'Demo Theo Sample')
    await form.getByRole('textbox', { name: 'Birth date' }).fill('11 Feb 1916')
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      await picture(page, `name and birth date ${colorScheme}`)
    }
    expect(await barriers(page)).toEqual([])
    await form.getByRole('textbox', { name: 'Birth date' }).fill('11 Feb 1962')
    await press(form, 'Save')
    await form.waitFor({ state: 'detached' })
    const who = page.getByRole('region', { name: 'Who this is' })
    await see(who, 'Demo Theo Sample')
    await see(who, /11 Feb 1962/)
    await see(page.getByRole('region', { name: 'Timeline' }), /Birth date: 11 Feb 1962 \(before: 11 Feb 1961\)/)
    expect((await viewOf(page, id)).patient).toMatchObject({ name: 'Demo Theo Sample', birthDate: '1962-02-11' })
  })

  it('is found on the board by the one they were known by, and says so', async () => {
    const { page } = walk
    await search(page, 'Ben Sample')
    await see(board(page), 'Demo Theo Sample')
    await see(board(page), 'Also known as Demo Ben Sample')
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'found by an earlier name')
    await search(page, 'Theo Sample')
    await see(board(page), 'Demo Theo Sample')
    await eventually(() => page.getByText('Also known as').count()).toBe(0)
  })

  it('that is another person’s is taken away: it is not known from then on, and the form says so before', async () => {
    const { page } = walk
    const { id, form } = await openForm(page, 'Demo Rosa Sample', 'Name and birth date')
    await fill(form, 'Birth date', '')
    await see(
      form,
      'If you leave it empty, it counts as not known from now on, and whatever depends on age waits until it is known.',
    )
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'a birth date taken away')
    await press(form, 'Save')
    await form.waitFor({ state: 'detached' })
    await see(page.getByRole('region', { name: 'Who this is' }), 'Birth date unknown')
    await see(page.getByRole('region', { name: 'Timeline' }), /Birth date: not known any more \(before: /)
    expect((await viewOf(page, id)).patient.birthDate).toBeNull()
  })

  it('is compared with who is known here before it is saved', async () => {
    const { page } = walk
    const { id, form } = await openForm(page, 'Demo Emil Sample', 'Name and birth date')
    await fill(form, 'Full name', 'Demo Ivo Sample')
    await press(form, 'Save')
    await see(form, 'Somebody like this is already known here')
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'name already known')
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await picture(page, 'name already known phone')
    await page.emulateMedia({ colorScheme: 'dark' })
    await settled(page)
    expect(await barriers(page, 'dark')).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1440, height: 900 })
    expect((await viewOf(page, id)).patient.name).toBe('Demo Emil Sample')
    await press(form, 'None of these: save')
    await eventually(async () => (await viewOf(page, id)).patient.name).toBe('Demo Ivo Sample')
  })

  it('what a colleague wrote meanwhile is read before it is written over', async () => {
    const { page } = walk
    const { id, form } = await openForm(page, 'Demo Dora Sample', 'Change')
    await fill(form, 'Telephone', '555-0142')
    const { version } = await viewOf(page, id)
    const theirs = await page.evaluate(
      async ([path, seen]) => {
        const headers = { 'X-Facialis': '1', 'Content-Type': 'application/json', 'If-Match': `"${seen}"` }
        return (await fetch(path, { method: 'PUT', headers, body: '{"phone":"555-0143"}' })).status
      },
      [`/api/patients/${id}/contact`, version] as const,
    )
    expect(theirs).toBe(200)
    await press(form, 'Save')
    await see(form, 'Somebody else has recorded something meanwhile. Look at it, then save again.')
    await see(form, 'Somebody else has since changed this to: 555-0143')
    await settled(page)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'written meanwhile')
    await press(form, 'Save')
    await form.waitFor({ state: 'detached' })
    expect((await viewOf(page, id)).patient.phone).toBe('555-0142')
  })

  it('however long a name is, it fits a phone, and one that is too long is told so at its field', async () => {
    const { page } = walk
    const { form } = await openForm(page, 'Demo Gus Sample', 'Name and birth date')
    await fill(form, 'Full name', 'x'.repeat(201))
    await press(form, 'Save')
    await see(form, 'Full name is 201 characters; 200 fit. Shorten it.')
    expect(await form.getByRole('textbox', { name: 'Full name' }).getAttribute('aria-invalid')).toBe('true')
    expect(await form.getByText('This did not work').count()).toBe(0)
    await fill(form, 'Full name', 'x'.repeat(200))
    await press(form, 'Save')
    await form.waitFor({ state: 'detached' })
    await page.setViewportSize({ width: 390, height: 844 })
    await settled(page)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await press(page, 'Name and birth date')
    await settled(page)
    const beyond =
      "(() => { const title = document.querySelector('[role=dialog] h2'); return title.scrollWidth - title.clientWidth })()"
    expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0)
    await picture(page, 'a long name on a phone')
    await fill(form, 'Full name', 'Demo Gus Short')
    await press(form, 'Save')
    await form.waitFor({ state: 'detached' })
    await search(page, 'xxx')
    await see(board(page), /^Also known as xxx/)
    await settled(page)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await picture(page, 'found by a long name on a phone')
  })
})
