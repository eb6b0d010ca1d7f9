import type { Page } from 'playwright-core'
import { choose, fill, go, press, see } from './hands.ts'

const seenAndTold: readonly (readonly [question: string, answer: string])[] = [
  ['Was the spasm seen by an examiner', 'Seen'],
  ['Are the movements on one side of the face only?', 'Yes'],
  ['During a spasm, do the upper and lower face contract synchronously, at the same instant?', 'Yes'],
  ['When the eye squeezes shut, does the eyebrow on that side rise (the other Babinski sign)?', 'Yes'],
  ['Are only muscles of facial expression involved', 'Yes'],
  ['Did it begin around the eye, often in the lower lid?', 'Yes'],
  ['Did it later spread down to the cheek, mouth or neck?', 'Yes'],
]

/** What the pathway says so far, beside the questions. */
export const soFar = (page: Page) => page.getByRole('complementary', { name: 'So far' })

/** The bedside procedure: list, examination, features; the advice beside them moves before anything is saved. */
export async function evaluate(page: Page): Promise<void> {
  await go(page, 'Evaluate')
  await press(page, 'Asked, nothing found')
  await see(page, /^Asked on .*every flag not marked below is “no”$/)
  await press(page, 'Looked for, nothing against it')
  for (const [question, answer] of seenAndTold) await choose(page.getByRole('main'), question, answer)
  await fill(page, 'When was the first spasm on that side (the year is enough)?', '2024')
}

/** Chooses how sure and which kind, and signs. */
export async function sign(page: Page): Promise<void> {
  await choose(page, 'How sure is the clinical conclusion that this is hemifacial spasm?', 'Definite')
  await choose(page, 'Which phenotype of hemifacial spasm did the clinician conclude, or is it a mimic?', 'Typical')
  await press(page, 'Sign the conclusion')
  await see(page, 'Conclusion signed')
  // Said where it was pressed, with the way on.
  await page.getByRole('link', { name: /^Go: Order the MRI/ }).waitFor()
}
