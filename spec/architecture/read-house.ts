import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** Every file that belongs to the repository, or would once added: paths from the root. What git ignores is not ours. */
export function listFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
  const deleted = execFileSync('git', ['ls-files', '--deleted', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  return listed.split('\0').filter((path) => path !== '' && !deleted.includes(path))
}

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8')

export type PackageJson = {
  readonly name: string
  readonly version: string
  readonly workspaces?: readonly string[]
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** The package.json of the root (`''`) or of one room. */
export const readPackage = (room: string): PackageJson => JSON.parse(readText(join(room, 'package.json')))

/** The packages it names, with their versions. */
export const packagesOf = (owner: PackageJson): Readonly<Record<string, string>> => ({
  ...owner.dependencies,
  ...owner.devDependencies,
})
