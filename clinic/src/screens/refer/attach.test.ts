import { describe, expect, it } from 'vitest'
import { attachmentOf, sortFiles } from './attach.ts'

const pdf = { name: 'letter.pdf', type: 'application/pdf', size: 1000 }

describe('files with a referral', () => {
  const names = (files: readonly { name: string }[]) => files.map(({ name }) => name)
  it('may be letters and pictures', () => expect(sortFiles([pdf], 0)).toEqual({ taken: [pdf], problems: [] }))
  it('may be pictures of a scan, of which few systems know the kind', () => {
    const scan = { name: 'SLICE.DCM', type: '', size: 1000 }
    expect(sortFiles([scan], 0)).toEqual({ taken: [scan], problems: [] })
  })
  it('a wrong one is named, and the good ones beside it are kept', () => {
    const program = { ...pdf, name: 'run.exe', type: 'application/x-msdownload' }
    const large = { ...pdf, name: 'scan.pdf', size: 9e6 }
    const { taken, problems } = sortFiles([pdf, program, large], 0)
    expect(names(taken)).toEqual(['letter.pdf'])
    expect(problems).toEqual([
      'run.exe is not a PDF, JPEG, PNG, TIFF or DICOM file and is not attached.',
      'scan.pdf is larger than 8 MB and is not attached.',
    ])
  })
  it('are at most five; those left out are named', () => {
    const { taken, problems } = sortFiles([pdf, { ...pdf, name: 'second.pdf' }], 4)
    expect(names(taken)).toEqual(['letter.pdf'])
    expect(problems).toEqual(['At most 5 files can be attached; left out: second.pdf.'])
  })
  it('travel as base64', async () => {
    const file = new File([new Uint8Array([0, 255, 10])], 'a.png', { type: 'image/png' })
    expect(await attachmentOf(file)).toEqual({ name: 'a.png', mediaType: 'image/png', content: 'AP8K' })
  })
})
