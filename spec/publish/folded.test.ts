import type { Outline } from '@facialis/engine/publish/book/book.ts'
import { blockHtml } from '@facialis/engine/publish/book/html-blocks.ts'
import { describe, expect, test } from 'vitest'

const line = (text: string, letter: string | null = null, parts: readonly Outline[] = []): Outline => ({
  text,
  leadsTo: null,
  letter,
  parts,
})
const condition = (many: number): string => {
  const told = Array.from({ length: many }, (_, at) => line(`told ${at}`))
  const outline = line('all of these', null, [
    line('one of these', 'A', [line('all of', null, told)]),
    line('alone', 'B'),
  ])
  return blockHtml({ kind: 'outline', title: 'When', outline })
}

describe('the condition of a rule', () => {
  test('is shown in full when it is short', () => {
    expect(condition(3)).not.toContain('<details>')
  })

  test('shows the columns of its table when it is long, and each unfolds when pressed', () => {
    const folds = [...condition(60).matchAll(/<details><summary>(.*?)<\/summary>/g)].map(([, shown]) => shown)
    expect(folds).toEqual([expect.stringMatching(/A.*one of these/)])
  })
})
