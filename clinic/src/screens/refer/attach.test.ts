import { describe, expect, it } from 'vitest'
import { attachmentOf, problemWith } from './attach.ts'

const pdf = { name: 'letter.pdf', type: 'application/pdf', size: 1000 }

describe('files with a referral', () => {
  it('may be letters and pictures', () => expect(problemWith([pdf], 0)).toBeNull())
  it('are named when they are of another kind', () =>
    expect(problemWith([{ ...pdf, name: 'run.exe', type: 'application/x-msdownload' }], 0)).toContain('run.exe'))
  it('are named when too large', () => expect(problemWith([{ ...pdf, size: 9e6 }], 0)).toContain('letter.pdf'))
  it('are at most five', () => expect(problemWith([pdf], 5)).toContain('5'))
  it('travel as base64', async () => {
    const file = new File([new Uint8Array([0, 255, 10])], 'a.png', { type: 'image/png' })
    expect(await attachmentOf(file)).toEqual({ name: 'a.png', mediaType: 'image/png', content: 'AP8K' })
  })
})
