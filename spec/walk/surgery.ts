import type { Page } from 'playwright-core'
import { choose, fill, go, press, see } from './hands.ts'

/** Severe by grade, daily life stopped, and an operation wished. */
export async function becomeSevere(page: Page): Promise<void> {
  await go(page, 'Follow-up')
  await choose(page, 'Which grade: eye only (I)', 'III')
  await press(page, 'Save scores')
  await see(page, 'Recorded.')
  await go(page, 'Surgery')
  await choose(page, 'Does the spasm stop reading, driving or work?', 'Yes')
  await choose(page, 'Does the person want an operation?', 'Yes')
  await choose(page, 'Is there an absolute contraindication to an operation', 'No')
  await choose(page, 'Is the ear on the affected side the only hearing ear?', 'No')
  await choose(page, 'ASA class', 'II')
  await press(page, 'Save work-up')
  await see(page, 'Microvascular decompression: Candidate')
}

type Dates = Readonly<{ today: string; theatre: string }>

/** The list to book and the list to go, each line typed where it stands. */
export async function workUp(page: Page, { today, theatre }: Dates): Promise<void> {
  await go(page, 'Surgery')
  await see(page, /^Cannot be booked yet/)
  await fill(page, 'For which day is the operation booked?', theatre)
  for (const asked of dated) await page.getByRole('textbox', { name: asked }).fill(today)
  await choose(page, 'Anticoagulant and antiplatelet plan', 'Yes')
  await choose(page, 'Surgeon told of the last injection', 'Yes')
  await choose(page, 'Plan for eye and driving', 'Yes')
  await press(page, 'Save work-up')
  await see(page, 'Ready to book')
  await see(page, 'Ready to go')
}

const dated = [
  'Consent to surgery',
  'Audiogram',
  'Monitoring baseline',
  'Photographs',
  'Anaesthetic assessment',
  'Blood tests',
]

/** The operative record. */
export async function operate(page: Page): Promise<void> {
  await go(page, 'Surgery')
  const record = page.getByRole('region', { name: 'Operation' })
  await record.getByRole('button', { name: 'Today' }).click()
  await choose(record, 'Which operation was it?', 'Microvascular decompression')
  await choose(record, 'On which side?', 'Left')
  await choose(record, 'Was a vessel found pressing on the nerve?', 'Yes')
  await choose(record, 'Was the lateral spread response gone at the end?', 'Gone')
  await press(record, 'Save operation')
  await see(page, 'Day 0')
}

/** One press and a save: how the spasm is today. */
export async function reportSpasm(page: Page, status: string): Promise<void> {
  await go(page, 'Follow-up')
  await page.getByRole('group', { name: 'How is the spasm?' }).getByRole('radio', { name: status, exact: true }).check()
  await press(page, 'Save report')
  await see(page, 'Recorded.')
}
