import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { ioWith } from '../test/in-this-process.ts'
import { eachLine, sourcesAt } from './sources.ts'

const found = (path: string) => sourcesAt(path, ioWith())

const folder = mkdtempSync(join(tmpdir(), 'facialis-sources-'))
afterAll(() => rmSync(folder, { recursive: true }))

const line = '{"resourceType":"Patient","id":"demo"}\n'
const [plain, packed] = [join(folder, 'Patient.ndjson'), join(folder, 'Observation.ndjson.gz')]

describe('a packed export', () => {
  test('is refused in a sentence that names the file, whatever it is called', async () => {
    writeFileSync(plain, gzipSync(line))
    await expect(found(plain)).rejects.toThrow(`${plain} is packed. Unpack it first`)
    await expect(found(folder)).rejects.toThrow(`${plain} is packed`)
  })

  test('is not left out of a folder in silence, unless it lies unpacked beside it', async () => {
    writeFileSync(plain, line)
    writeFileSync(packed, gzipSync(line))
    await expect(found(folder)).rejects.toThrow(`${packed} is packed`)
    writeFileSync(packed.slice(0, -'.gz'.length), line)
    const names = (await found(folder)).map(({ name }) => name)
    expect(names).toEqual([packed.slice(0, -'.gz'.length), plain])
  })

  test('is refused as well where it comes by a pipe', async () => {
    const piped = {
      name: 'The standard input',
      bytes: null,
      open: async function* () {
        yield gzipSync(line)
      },
    }
    await expect(
      eachLine(
        piped,
        () => {},
        () => {},
      ),
    ).rejects.toThrow('The standard input is packed')
  })
})

describe('an export that a program wrote in two bytes a letter', () => {
  test.each([
    ['with a mark at its beginning', `\ufeff${line}`],
    ['without one', line],
  ])('is called that once, %s, and not each of its lines no JSON', async (_, text) => {
    const wide = join(mkdtempSync(join(folder, 'wide-')), 'Patient.ndjson')
    writeFileSync(wide, Buffer.from(text, 'utf16le'))
    await expect(found(wide)).rejects.toThrow(`${wide} is not text in UTF-8; it looks like UTF-16.`)
  })
})
