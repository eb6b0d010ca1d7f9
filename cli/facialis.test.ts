import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { open, watch } from 'node:fs/promises'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { command, type Ended, facialisProcess } from './test/as-a-process.ts'
import { openFolder, typical } from './test/given.ts'
import { facialis } from './test/in-this-process.ts'

const { file, folder } = openFolder()

const bin = fileURLToPath(new URL('command.mjs', import.meta.url))

/** As a shell finds it; `options` are those of Node, to make it one that cannot run TypeScript. */
function found(options: readonly string[], args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...options, bin, ...args], (error, out, err) => {
      if (error !== null && typeof error.code !== 'number') reject(error)
      else resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })
}

/** With what a shell says that it ended. */
const endOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal as NodeJS.Signals]))
  })

describe('facialis is a good neighbour', () => {
  it('tells its version and how it is used', async () => {
    expect(await facialis(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
    const told = { code: 0, out: expect.stringContaining('facialis assess FILE|-') }
    expect(await facialis(['help'])).toMatchObject(told)
    expect(await facialis(['help', '--help'])).toMatchObject(told)
  })

  it('tells of one command what is said of it, and nothing of the others', async () => {
    const { code, out } = await facialis(['diff', '--help'])
    expect(await facialis(['help', 'diff'])).toMatchObject({ code, out })
    expect((await facialis(['help', 'everything'])).code).toBe(2)
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}facialis diff OLD NEW /)
    expect(out).toContain('--over FILE|FOLDER|-')
    expect(out.match(/^ {2}facialis /gm)).toHaveLength(1)
    const every = (await facialis(['help'])).out.match(/(?<=^ {2}facialis )[a-z-]+/gm) ?? []
    expect(every).toContain('restore')
    for (const name of every.filter((one) => one !== 'help'))
      expect((await facialis([name, '-h'])).out, name).toMatch(new RegExp(`^  facialis ${name} [^]*“facialis help”`))
  })

  it('tells of one command what it shares with others, and of no file that is another thing there', async () => {
    const told = async (name: string): Promise<string> => (await facialis([name, '--help'])).out
    expect(await told('assess')).toContain('For assess and apply, FILE is a FHIR R4 bundle')
    // The file of a backup is no bundle, and cohort looks at no record.
    expect(await told('backup')).not.toContain('bundle')
    expect(await told('backup')).toContain('--data FOLDER')
    expect(await told('cohort')).not.toContain('--data FOLDER')
    // What stands above on the page of all does not stand above here.
    for (const name of ['apply', 'cohort', 'diff', 'sql'])
      expect(await told(name), name).toContain('      --as-of DATE         the day to answer for')
  })

  it.skipIf(!existsSync('/dev/full'))(
    'says so, with a code of its own, when the disk has no space for what it tells',
    async () => {
      const args = ['-c', '"$0" "$1" --version >/dev/full', process.execPath, command]
      const ended = await new Promise((resolve) =>
        execFile('sh', args, (error, out, err) => resolve({ code: error?.code, out, err })),
      )
      expect(ended).toEqual({ code: 74, out: '', err: 'facialis: The output cannot be written: no space is left.\n' })
    },
  )

  it.skipIf(!existsSync('/dev/full'))('keeps its code when nobody can be told why it stopped', async () => {
    const args = ['-c', '"$0" "$1" assess nowhere 2>/dev/full', process.execPath, command]
    const code = await new Promise((resolve) => execFile('sh', args, (error) => resolve(error?.code)))
    expect(code).toBe(2)
  })

  // A limit on the size of a file, as a quota: whoever may not mount has no disk that small.
  it.skipIf(process.platform === 'win32').each([
    ['a key', ['attest', '--new-key', 'key.pem'], 'key.pem'],
    ['a publication', ['publish', 'diagram', '--out', '.'], 'pathway.svg'],
    ['an example', ['prove', '--self-test', '--examples', '.'], 'tumour-is-not-ruled-out-before-toxin.json'],
  ])('leaves no part of %s that the disk does not take, and ends with the code of a disk', async (_, words, name) => {
    const there = mkdtempSync(join(folder, 'small-'))
    const args = ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, command, ...words]
    const { code, err } = await new Promise<Readonly<{ code: unknown; err: string }>>((resolve) =>
      execFile('sh', args, { cwd: there }, (error, _out, err) => resolve({ code: error?.code, err })),
    )
    expect(err).toContain(`${name} cannot be written: files this large are not allowed there.`)
    expect(code).toBe(74)
    expect(readdirSync(there)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')(
    'leaves an earlier publication as it was where there is no space for the next one',
    async () => {
      const there = mkdtempSync(join(folder, 'earlier-'))
      writeFileSync(join(there, 'pathway.svg'), 'of an earlier version')
      const args = [
        '-c',
        'ulimit -f 0; exec "$0" "$@"',
        process.execPath,
        command,
        'publish',
        'diagram',
        '--out',
        there,
      ]
      await new Promise((resolve) => execFile('sh', args, resolve))
      expect(readFileSync(join(there, 'pathway.svg'), 'utf8')).toBe('of an earlier version')
    },
  )

  it.skipIf(process.platform === 'win32')(
    'ends with all it has begun when the terminal is closed, and says so as a shell does',
    async () => {
      const people = Array.from({ length: 20_000 }, (_, at) => ({ resourceType: 'Patient', id: `demo-${at}` }))
      const path = file('many.ndjson', people.map((one) => JSON.stringify(one)).join('\n'))
      const changes = watch(folder)
      const words = ['import', path, '--data', join(folder, 'hung-up')]
      const child = spawn(process.execPath, [command, ...words], { stdio: 'pipe' })
      const closed = endOf(child)
      // What it has begun has begun its own work, too.
      for await (const { filename } of changes) if (filename === 'hung-up') break
      child.kill('SIGHUP')
      // Closed only when nobody is left that holds what the command writes to.
      expect(await closed).toBe(129)
      // And it has not just been waited for.
      expect((await facialisProcess(words)).out).toMatch(/^Resources: [1-9]\d* imported/)
    },
  )

  it.skipIf(process.platform === 'win32')(
    'ends when it is told to, also while nothing comes out of a pipe',
    async () => {
      const pipe = join(folder, 'silent.ndjson')
      execFileSync('mkfifo', [pipe])
      const child = spawn(process.execPath, [command, 'cohort', pipe], { stdio: 'pipe' })
      const closed = endOf(child)
      // Opened as soon as the other end is: what reads it has begun, and waits.
      const written = await open(pipe, 'w')
      child.kill('SIGINT')
      expect(await closed).toBe(130)
      await written.close()
    },
  )

  it('stays quiet when its reader leaves', async () => {
    const path = file('quiet.json', typical)
    const child = spawn('sh', [
      '-c',
      '"$0" "$1" assess "$2" --json | head -c 1 >/dev/null',
      process.execPath,
      command,
      path,
    ])
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    await new Promise((resolve) => child.on('close', resolve))
    expect(err).toBe('')
  })
})

describe('a day begins and ends where the site is', () => {
  // A day and an hour apart: there it is never the same day.
  const [first, last] = ['Pacific/Kiritimati', 'Pacific/Niue'] as const
  const today = async (env: Readonly<Record<string, string>>) =>
    /'(\d{4}-\d\d-\d\d)' AS as_of_day/.exec((await facialisProcess(['sql', '--dialect', 'sqlite'], '', env)).out)?.[1]

  it('which is what the product goes by, whatever the machine is set to', async () => {
    // The later day is asked for last, so that no midnight in between makes them one.
    const there = await today({ TZ: last })
    expect(await today({ FACIALIS_ZONE: first, TZ: last })).not.toBe(there)
    const here = await today({ FACIALIS_ZONE: last, TZ: first })
    expect(await today({ TZ: first })).not.toBe(here)
  })

  it('or nobody can tell which day it is, and says so', async () => {
    const told = (env: Readonly<Record<string, string>>) => facialisProcess(['sql', '--dialect', 'sqlite'], '', env)
    expect(await told({ FACIALIS_ZONE: 'Nowhere/Land' })).toEqual({
      code: 2,
      out: '',
      err: 'facialis: FACIALIS_ZONE is a time zone such as "Europe/Berlin", not "Nowhere/Land".\n',
    })
    expect(await told({ TZ: 'Nowhere/Land' })).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^facialis: The time zone of this machine \(TZ=Nowhere\/Land\) .*FACIALIS_ZONE.*\n$/),
    })
  })

  it('in universal time where the machine names an empty one', async () => {
    expect(await today({ TZ: '' })).toMatch(/^\d/)
  })
})

describe('the command as a shell finds it', () => {
  it('loads each command from nothing, and ends with its exit code', async () => {
    const { err } = await facialis(['asses'])
    const names = /choose from (.*) or help\.$/.exec(err.trimEnd())?.[1]?.split(', ') ?? []
    expect(names).toContain('start')
    for (const name of names) {
      const ended = await facialisProcess([name, '--no-such-word'])
      expect(ended, name).toEqual({ code: 2, out: '', err: expect.stringMatching(/^facialis: .*--no-such-word.*\n$/) })
    }
  })

  it('runs on a Node that runs TypeScript, and hands over to the pinned one on a Node that does not', async () => {
    const here = await found([], ['--version'])
    expect([here.code, here.err]).toEqual([0, ''])
    expect(await found(['--no-strip-types'], ['--version'])).toEqual(here)
    expect((await found(['--no-strip-types'], ['asess'])).code).toBe(2)
  })
})
