import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** What is kept from run to run. */
export const kept = join(root, 'node_modules', '.cache', 'facialis-mutate')

/** The rooms whose code is mutated. */
export const rooms = ['language', 'engine']

export const isMutated = (path: string): boolean =>
  rooms.some((room) => path.startsWith(`${room}/`)) && path.endsWith('.ts') && !path.endsWith('.test.ts')

export const sources = (): readonly string[] =>
  globSync(`{${rooms.join(',')}}/**/*.ts`, { cwd: root })
    .filter(isMutated)
    .sort()

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

/**
 * The test files that may be asked. Those of the server and of the screens ask the engine from far away; those of
 * commands and those in a browser begin processes of their own, which meet the code as it is written.
 */
export const tests = (): readonly string[] =>
  globSync('{language,engine,knowledge,fhir,spec,bench}/**/*.test.ts', { cwd: root })
    .filter((path) => !/\.browser\.test\.ts$|\/command\.test\.ts$|node_modules\//.test(path))
    .sort()

/** The files that differ from the main line, committed or not; those that are gone have nothing to be changed. */
export function changed(since: string, cwd = root): readonly string[] {
  const those = ['--name-only', '--diff-filter=d', '--merge-base', since]
  const listed = execFileSync('git', ['diff', ...those, '--', ...rooms], { cwd, encoding: 'utf8' })
  return listed.split('\n').filter(isMutated)
}
