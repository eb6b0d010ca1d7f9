import { copyFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { create, freshFolder, opened, task, write } from '../fixture.ts'

/** What a backup and a restore promise. */
export function backups(): void {
  test('a backup taken while others write is whole, verifies, and opens as a record', async () => {
    const folder = freshFolder('apart')
    const record = await opened(folder)
    await write(record, ...Array.from({ length: 200 }, (_, index) => create(task(`t${index}`))))
    const copy = join(folder, 'copy.sqlite')
    const writes = Array.from({ length: 30 }, (_, index) =>
      write(record, create(task(`later${index}`)), create(task(`and${index}`))),
    )
    const [backup] = await Promise.all([record.backup(copy), ...writes])
    expect(backup).toEqual({ file: copy, size: statSync(copy).size })
    const restoredFolder = freshFolder('apart')
    copyFileSync(copy, join(restoredFolder, 'record.sqlite'))
    const restored = await opened(restoredFolder, { database: null })
    expect(await restored.verify()).toMatchObject({ ok: true })
    const counts = await restored.counts()
    expect(counts.resources).toBe(200 + 2 * (counts.audit.seq - 1))
    await write(restored, create(task('after')))
    expect(readdirSync(folder)).not.toContain('copy.sqlite.partial')
  })
}
