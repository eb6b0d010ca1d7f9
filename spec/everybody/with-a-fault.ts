import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Encoding } from './encoding.ts'

/** A fault in one place of one file of the encoding. */
export type Fault = Readonly<{ says: string; file: string; was: string; now: string }>

const folder = dirname(fileURLToPath(import.meta.resolve('@facialis/engine/symbolic/symbolic-plan.ts')))

/** A copy of the encoding with a fault in it, loaded beside the one that is right. @throws when there is no such place */
export async function withFault({ says, file, was, now }: Fault): Promise<Encoding> {
  const copies = mkdtempSync(join(tmpdir(), 'facialis-faulty-'))
  try {
    mkdirSync(join(copies, 'symbolic'))
    for (const name of readdirSync(folder)) {
      const right = readFileSync(join(folder, name), 'utf8')
      if (name === file && right.split(was).length !== 2)
        throw new Error(`"${says}": ${file} has no one place like that.`)
      const text = name === file ? right.replace(was, () => now) : right
      writeFileSync(join(copies, 'symbolic', name), elsewhereAsItIs(text))
    }
    const load = (name: string) => import(/* @vite-ignore */ pathToFileURL(join(copies, 'symbolic', name)).href)
    const [all, enough, found] = await Promise.all(
      ['symbolic-plan.ts', 'sufficient-rows.ts', 'decode-model.ts'].map(load),
    )
    return { symbolicPlan: all.symbolicPlan, sufficientRows: enough.sufficientRows, decodeModel: found.decodeModel }
  } finally {
    rmSync(copies, { recursive: true })
  }
}

/** Whatever is not copied is loaded from where it is. */
const elsewhereAsItIs = (text: string): string =>
  text
    .replaceAll(/from '\.\.\/([^']+)'/g, (_, path) => `from '${join(dirname(folder), path)}'`)
    .replaceAll(/from '(@facialis\/[^']+)'/g, (_, name) => `from '${fileURLToPath(import.meta.resolve(name))}'`)
