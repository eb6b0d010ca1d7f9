import { expect, it } from 'vitest'
import { toxins } from './entries/index.ts'
import { billingOf, vialsOf } from './products.ts'

it('the billing units of a product are those of the passage behind them', () => {
  for (const toxin of toxins) {
    const billing = billingOf(toxin)
    const [cite] = billing?.because ?? []
    if (billing === null || cite?.kind !== 'passage') continue
    const said = `${billing.code} (?:stands )?for ${billing.unit} U of ${toxin.replace(/[AB]$/, '')}`
    expect(cite.paraphrase).toMatch(new RegExp(said))
  }
  expect(billingOf('onabotulinumtoxinA')).toMatchObject({ code: 'J0585', unit: 1 })
})

it('the sizes of vials were read on no label and say so', () => {
  for (const toxin of toxins) expect(vialsOf(toxin)?.unverified ?? true, toxin).toBe(true)
})

it('a product nobody knows here has neither', () => {
  expect(vialsOf('toString')).toBeNull()
  expect(vialsOf(null)).toBeNull()
  expect(billingOf('water')).toBeNull()
})
