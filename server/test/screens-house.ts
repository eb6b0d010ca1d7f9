import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { type BuildOptions, buildServer } from '../index.ts'

const endings: (() => unknown)[] = []
/** Removes and closes what a test opened, the last first. For `afterEach`. */
export async function leave(): Promise<void> {
  for (const end of endings.splice(0).toReversed()) await end()
}
/** At the end of the test. */
export const atTheEnd = (end: () => unknown): void => {
  endings.push(end)
}

/** An empty folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'facialis-screens-'))
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A server that serves these files beside a first page, and everything it logs, line by line. */
export async function houseWithScreens(
  files: Readonly<Record<string, string>>,
  more: Pick<BuildOptions, 'now' | 'smartIssuers'> = {},
) {
  const folder = newFolder()
  const screens = join(folder, 'screens')
  for (const [name, text] of Object.entries({
    'index.html': '<!doctype html><title>Demo screens</title>',
    ...files,
  })) {
    mkdirSync(dirname(join(screens, name)), { recursive: true })
    writeFileSync(join(screens, name), text)
  }
  const lines: string[] = []
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  const built = await buildServer({
    folder: join(folder, 'data'),
    zone: 'UTC',
    screens,
    logging: { level: 'debug', stream },
    ...more,
  })
  atTheEnd(() => built.close())
  return { ...built, lines, screens }
}
