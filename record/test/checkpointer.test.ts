import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { cleanUp, create, freshFolder, nurse, opened, task, write } from './fixture.ts'

afterEach(cleanUp)

const megabyte = 1 << 20

describe('what is written to the log', () => {
  test('goes into the file beside those who write, long before a commit would have to do it, and all of it is there', async () => {
    const folder = freshFolder()
    const record = await opened(folder, { besideOthers: true })
    const size = (name: string) => statSync(join(folder, name)).size
    let many = 0
    const writeOne = () => write(record, create(task(`t${many++}`, { note: 'x'.repeat(megabyte / 8) })))
    while (size('record.sqlite-wal') < 8 * megabyte) await writeOne()
    // A commit folds it at 32 MB; here nobody writes that much.
    while (size('record.sqlite') < 5 * megabyte) {
      await turn()
      if (size('record.sqlite-wal') < 24 * megabyte) await writeOne()
    }
    expect(await record.verify()).toMatchObject({ ok: true, value: { versions: many } })
    await record.close()
    expect(existsSync(join(folder, 'record.sqlite-wal'))).toBe(false)
    const again = await opened(folder)
    expect(await again.counts()).toMatchObject({ versions: many })
  })

  test.runIf(process.platform === 'linux')(
    'makes no empty record in the place of one that was taken away below the server',
    async () => {
      const folder = freshFolder()
      // The disk says nothing until all is written, so that nobody knows before that it is in vain.
      let answer = (): void => {}
      const answered = new Promise<void>((done) => {
        answer = done
      })
      let commits = 0
      const onStatement = (sql: string): void => {
        if (sql === 'commit') commits++
      }
      const record = await opened(folder, { besideOthers: true, toDisk: () => answered, onStatement })
      for (const name of readdirSync(folder)) rmSync(join(folder, name))
      const acting = Array.from({ length: 60 }, (_, at) => {
        const large = create(task(`large-${at}`, { note: 'x'.repeat(megabyte) }))
        return record.act({ actor: nurse, action: 'write', changes: [large] })
      })
      while (commits < acting.length) await turn()
      answer()
      for (const done of await Promise.all(acting)) expect(done).toMatchObject({ ok: false })
      await record.close()
      expect(readdirSync(folder)).toEqual([])
    },
  )

  test('is folded by whoever writes where no thread can begin, and nobody is told that what they saved failed', () => {
    const allowed = ['--no-warnings', '--permission', '--allow-fs-read=*', '--allow-fs-write=*']
    const child = join(import.meta.dirname, 'no-thread-child.ts')
    const said = execFileSync(process.execPath, [...allowed, child, freshFolder()], { encoding: 'utf8' })
    expect(JSON.parse(said)).toEqual(['true'])
  })
})
