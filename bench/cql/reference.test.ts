import { describe, expect, it } from 'vitest'
import { make, type People } from '../people.ts'
import { differencesFrom, hashOf, referenceText, runningReference } from './reference.ts'

/** Of the text that was read through and compared over all bundles; a change of it is a change of the yardstick. */
const reviewed = '55a08873a0d40290025db1ba4e75f20227ae7d83a4e1bd9669ecdeacd49e986b'

/** What differs of the first person about whom anything does. */
async function firstDifference(text: string, { sent, byModule }: People): Promise<readonly string[]> {
  const run = await runningReference(text)
  for (const { text, asking, chart } of sent) {
    const found = differencesFrom(await run(JSON.parse(text), asking), chart, asking, byModule)
    if (found.length > 0) return found
  }
  return []
}

describe('the CQL written by hand, which the product is measured against', { timeout: 180_000 }, () => {
  it('is the one that was reviewed', () => {
    expect(hashOf(referenceText)).toBe(reviewed)
  })

  it('says what the engine says of people in their bundles, and not where it forgets the interval', async () => {
    // A sample: all 2,000 are compared whenever anything is measured against it.
    const people = await make(120)
    const sample = { ...people, sent: people.sent.filter((_, i) => i % 2 === 0) }
    expect(await firstDifference(referenceText, sample)).toEqual([])
    const forgetful = referenceText.replace('or "Facial Toxin Too Recent" is not false', '')
    // Whose last session was too short ago is among the last of them.
    const last = { ...people, sent: people.sent.slice(-20) }
    expect(await firstDifference(forgetful, last)).toEqual([
      'botulinum is blocked by the engine and permitted by the reference',
    ])
  })
})
