import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutated } from './changes/change.ts'
import type { Mutant } from './mutants.ts'
import { rooms, root, textOf } from './sources.ts'

/**
 * The type checker, asked about mistakes that no test notices: it is one of the checks that every change has to pass. It
 * looks at a copy of the rooms elsewhere, one mistake after the other.
 */
export class Types {
  #copy: string | null = null
  #last: Promise<unknown> = Promise.resolve()

  /** The first thing it says against the mistake; null when it says nothing. */
  async against(mutant: Mutant): Promise<string | null> {
    const answer = this.#last.then(() => this.#ask(mutant))
    this.#last = answer
    return answer
  }

  async #ask(mutant: Mutant): Promise<string | null> {
    this.#copy ??= copied()
    const file = join(this.#copy, mutant.path)
    const text = textOf(mutant.path)
    writeFileSync(file, mutated(text, mutant))
    const said = await checked(this.#copy)
    writeFileSync(file, text)
    return said
  }

  close(): void {
    if (this.#copy !== null) rmSync(this.#copy, { recursive: true })
    this.#copy = null
  }
}

function copied(): string {
  const copy = mkdtempSync(join(tmpdir(), 'facialis-types-'))
  for (const room of rooms) cpSync(join(root, room), join(copy, room), { recursive: true })
  cpSync(join(root, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'))
  const settings = {
    extends: './tsconfig.base.json',
    compilerOptions: { types: [] },
    include: rooms,
    exclude: ['**/*.test.ts'],
  }
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(settings))
  // They find each other by name, as they do at home.
  mkdirSync(join(copy, 'node_modules', '@facialis'), { recursive: true })
  for (const room of rooms) symlinkSync(join(copy, room), join(copy, 'node_modules', '@facialis', room))
  return copy
}

const checked = (folder: string): Promise<string | null> =>
  new Promise((resolve) => {
    const checker = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    execFile(process.execPath, [checker, '--noEmit', '-p', folder], (error, said) =>
      resolve(error === null ? null : (said.split('\n')[0] ?? 'it ended with an error')),
    )
  })
