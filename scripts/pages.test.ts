import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { factsPage } from './facts-page.ts'
import { pages } from './pages.ts'

const fileOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

describe('pages made from the pathway', () => {
  it.each(pages.map(({ path, make }) => [path, make] as const))('%s says what the pathway says today', (path, make) => {
    expect(existsSync(fileOf(path))).toBe(true)
    // Compared as a claim, not as text: the difference of two long pages helps nobody.
    expect(
      readFileSync(fileOf(path), 'utf8') === make(),
      `${path} is out of date: run "npx node scripts/generate.ts"`,
    ).toBe(true)
  })

  it('the fact dictionary leaves nothing out', () => {
    const page = factsPage()
    const fields = hemifacialSpasm.entries.flatMap((entry) => Object.values(entry.fields))
    const ids = [...hemifacialSpasm.facts, ...fields].map((fact) => fact.id)
    expect(ids.filter((id) => !page.includes(`| \`${id}\` |`))).toEqual([])
    expect(hemifacialSpasm.entries.filter(({ plural }) => !page.includes(`### \`${plural}\``))).toEqual([])
    expect(hemifacialSpasm.screens.filter(({ id }) => !page.includes(`| \`screen.${id}\` |`))).toEqual([])
  })
})
