import { examples } from '@facialis/knowledge/examples/index.ts'
import { describe, expect, it } from 'vitest'
import { make, type People } from '../people.ts'
import { differencesFrom, hashOf, referenceText, runningReference } from './reference.ts'

/** Of the text that was read through and compared over all bundles; a change of it is a change of the yardstick. */
const reviewed = '74de9aa9df63adfc63aaf652badd65e322c4d920b80c3f8ca90f7d9cd65221c9'

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

  it('says what the engine says of every example person in their bundle, and not where it forgets the interval', async () => {
    // Every example person as they are; all 2,000 are compared whenever anything is measured against it.
    const people = await make(examples.length)
    expect(await firstDifference(referenceText, people)).toEqual([])
    const forgetful = referenceText.replace('or "Facial Toxin Too Recent" is not false', '')
    expect(await firstDifference(forgetful, people)).toEqual([
      'botulinum is blocked by the engine and permitted by the reference',
    ])
  })
})
