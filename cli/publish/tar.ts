import { gzipSync } from 'node:zlib'

const block = 512
/** What the machine that packed it is called in the header of a gzip file: nothing, so that every machine writes the same. */
const systemByte = 9
const unknownSystem = 255

/** Files as a .tgz, in the order given, with no trace of when and where: the same files give the same bytes. */
export function tarball(files: readonly Readonly<{ path: string; text: string }>[]): Uint8Array {
  const parts = files.flatMap(({ path, text }) => {
    const bytes = Buffer.from(text)
    return [header(path, bytes.length), bytes, Buffer.alloc((block - (bytes.length % block)) % block)]
  })
  const archive = gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * block)]), { level: 9 })
  archive[systemByte] = unknownSystem
  return archive
}

/** The header of one plain file, as POSIX lays it out. */
function header(path: string, size: number): Buffer {
  const name = Buffer.from(path)
  if (name.length > 100) throw new Error(`${path} is too long a name for the archive.`)
  const head = Buffer.alloc(block)
  name.copy(head, 0)
  const octal = (value: number, at: number, length: number): void => {
    head.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'ascii')
  }
  octal(0o644, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(0, 136, 12)
  head.write('        ', 148, 'ascii')
  head.write('0', 156, 'ascii')
  head.write('ustar\x0000', 257, 'ascii')
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii')
  return head
}
