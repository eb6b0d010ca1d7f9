import type { Page } from 'playwright-core'
import { arrive, choose, press, see } from './hands.ts'
import type { Walk } from './open-walk.ts'

export const person = { name: 'Demo Walk Sample', birthDate: '1970-05-04' } as const

/** The public form, filled as a family doctor would. @returns the status link that is shown once */
export async function refer({ address }: Walk, page: Page): Promise<string> {
  await page.goto(`${address}/front-door`)
  await page.getByRole('main').getByRole('link', { name: 'Refer a patient' }).click()
  await arrive(page, 'Refer a patient')
  const form = page.getByRole('main')
  await form.getByRole('textbox', { name: 'Full name' }).fill(person.name)
  await form.getByRole('textbox', { name: 'Birth date' }).fill(person.birthDate)
  await form.getByRole('textbox', { name: 'Telephone (optional)', exact: true }).fill('555-0142')
  await choose(form, 'Which side of the patient’s own face moves?', 'Left')
  await form.getByRole('textbox', { name: 'Your name' }).fill('Demo Dr Rowan Refer')
  await form.getByRole('textbox', { name: 'Practice or department' }).fill('Demo Practice')
  for (const asked of [
    'Did the face go weak or droop suddenly?',
    'Is there trouble with an arm, a leg, speech or awareness?',
    'Is there a morning headache, vomiting or blurred vision?',
    'Did hearing go suddenly on one side, in the last 30 days?',
    'Did it begin before the age of 18?',
  ])
    await choose(form, asked, 'No')
  await choose(form, 'Has it been treated before', 'Don’t know')
  await choose(form, 'Are the movements on one side of the face only?', 'Yes')
  await choose(form, 'Did it begin around the eye, often in the lower lid?', 'Yes')
  await form.getByRole('textbox', { name: 'Anything else we should know' }).fill('Drives for a living.')
  const chooser = page.waitForEvent('filechooser')
  await press(form, 'Choose files')
  await (await chooser).setFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(smallPdf) })
  await form.getByRole('button', { name: 'Remove letter.pdf' }).waitFor()
  await press(form, 'Send the referral')
  await see(form, 'The referral has arrived')
  return form.getByRole('code').innerText()
}

const smallPdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
