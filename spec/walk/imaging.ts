import type { Page } from 'playwright-core'
import { choose, fill, go, press, see } from './hands.ts'

/** The request, with the protocol as proposed; the day is booked with it. */
export async function requestScan(page: Page, day: string): Promise<void> {
  await go(page, 'Imaging')
  for (const asked of [
    'Is there a pacemaker, defibrillator, neurostimulator, cochlear implant, aneurysm clip, metal in an eye or another implant?',
    'Does claustrophobia make a standard MRI scanner too hard to bear?',
    'Pregnancy possible',
    'Was there ever a reaction to gadolinium?',
  ])
    await choose(page, asked, 'No')
  await choose(page, 'How soon', 'Soon')
  await fill(page, 'Booked for (if known)', day)
  await press(page, 'Send the request')
  await see(page, 'The request is recorded.')
  await see(page, 'Images outstanding')
  // The answer above is what it was: nobody is to take it for a request that is still owed.
  await see(page, /^Requested on .*The images are outstanding\.$/)
}

const sequences = [
  'T2',
  'FLAIR',
  'DWI',
  '3D T2 (FIESTA, CISS, DRIVE, SPACE)',
  'TOF MRA',
  'T1',
  'T1 with contrast',
] as const
const regions = ['Brain', 'Posterior fossa', 'Angle', 'Temporal bone', 'Parotid'] as const

/** The structured two-sided read, nothing found; what it would change stands beside it before it is saved. */
export async function readScan(page: Page, day: string): Promise<void> {
  await go(page, 'Imaging')
  await press(page, 'Enter a read')
  await fill(page, 'Day of the scan', day)
  for (const label of [...sequences, ...regions]) await page.getByRole('checkbox', { name: label, exact: true }).check()
  await choose(page, 'Is the study of diagnostic quality for the brain?', 'Diagnostic')
  await choose(page, 'Is the study of diagnostic quality for the posterior fossa?', 'Diagnostic')
  await choose(page, 'Is the report signed?', 'Yes')
  await press(page, 'All the rest absent')
  await choose(page.getByRole('region', { name: 'Person’s LEFT side' }), 'Vessel contact', 'Seen')
  await choose(page.getByRole('region', { name: 'Person’s RIGHT side' }), 'Vessel contact', 'Not seen')
  await see(page.getByRole('complementary', { name: 'Once this is saved' }), 'Tumour')
  await press(page, 'Save read')
  await see(page, 'The read is saved.')
  await see(page, 'Read, not acknowledged')
}

/** Somebody here knows the report. */
export async function acknowledge(page: Page): Promise<void> {
  await go(page, 'Imaging')
  await page.getByRole('button', { name: /^Acknowledge / }).click()
  await press(page, 'Yes, I know this report')
  await see(page, 'The report is acknowledged.')
}
