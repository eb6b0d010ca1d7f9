import { describe, expect, it } from 'vitest'
import { forms } from './forms.ts'
import { written } from './written.ts'

describe('a pathway that says something with every word of the language', () => {
  // Whoever changes how something is told, asked or written sees here what readers and databases will see, and so do
  // those who look the change over: `npm run generate` writes the pages anew.
  it.each(forms)('reads in each form as the page in the repository shows it: $name', ({ name, make }) => {
    expect(make()).toBe(written(name))
  })
})
