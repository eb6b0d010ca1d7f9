import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { DurableRecord } from '../index.ts'
import { cleanUp, freshFolder, opened } from './fixture.ts'
import { wholeAct } from './fixture-knowledge.ts'

afterEach(cleanUp)

const child = join(import.meta.dirname, 'crash-child.ts')

/** Runs the child and kills it once it has acknowledged so many acts. @returns the names it acknowledged. */
async function runUntilKilled(folder: string, round: number, acts: number): Promise<readonly string[]> {
  const running = spawn(process.execPath, [child, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  running.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (said.split('\n').length > acts) running.kill('SIGKILL')
  })
  await once(running, 'close')
  expect(running.signalCode).toBe('SIGKILL')
  return said.split('\n').slice(0, -1)
}

/** Nothing of an act, or all of it. */
async function partsOf(record: DurableRecord, name: string): Promise<number> {
  const parts = await Promise.all(['a', 'b', 'c'].map((part) => record.read('Task', `${name}-${part}`)))
  const indexed = await record.search({ type: 'Task', where: [{ name: 'status', value: 'requested' }], limit: 100_000 })
  const decided = (await record.counts()).decisions
  const setting = (await record.settings.get(`done.${name}`)) === true ? 1 : 0
  return parts.filter((one) => one.ok).length + indexed.resources.length + decided + setting
}

// Each round starts a process of its own; many more are killed in `trials/crash`, where the whole product writes.
describe('kill -9', { timeout: 120_000 }, () => {
  test('acknowledged acts are all there after each of two kills, none is torn, and the chain verifies', async () => {
    const folder = freshFolder()
    const acknowledged: string[] = []
    for (const [round, acts] of [1, 40].entries()) {
      acknowledged.push(...(await runUntilKilled(folder, round, acts)))
      const record = await opened(folder)
      for (const name of acknowledged) {
        for (const part of ['a', 'b', 'c']) expect((await record.read('Task', `${name}-${part}`)).ok, name).toBe(true)
      }
      const counts = await record.counts()
      expect(counts.versions).toBe(3 * counts.audit.seq)
      expect(counts.resources).toBe(counts.versions)
      expect(counts.decisions).toBe(counts.audit.seq)
      expect(await record.verify()).toMatchObject({ ok: true })
      await record.close()
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(41)
  })

  // Whoever is killed leaves the files as they are at that moment, and takes along only what is in memory.
  test('a crash between any two statements leaves all or nothing, and the retry happens once', async () => {
    const folder = freshFolder()
    const left: string[] = []
    const leave = (): void => {
      const copy = freshFolder()
      cpSync(folder, copy, { recursive: true })
      left.push(copy)
    }
    let isActing = false
    // Before whoever looks afterwards: a clock that went back would be told of.
    const now = () => '2026-11-23T08:00:00.000Z'
    const dying = await opened(folder, { now, onStatement: () => void (isActing && leave()) })
    isActing = true
    await dying.act(wholeAct('only'))
    isActing = false
    leave()
    // At least: begin, key, current, head, versions, current, index, decision, setting, head, audit, subject, key, commit.
    expect(left.length).toBeGreaterThan(14)
    for (const [at, copy] of left.entries()) {
      const isWhole = at === left.length - 1
      const record = await opened(copy)
      expect(await partsOf(record, 'only'), `left before statement ${at + 1}`).toBe(isWhole ? 8 : 0)
      expect(await record.verify()).toMatchObject({ ok: true })
      expect(await record.act(wholeAct('only'))).toMatchObject({ ok: true, value: { replayed: isWhole } })
      expect(await record.counts()).toMatchObject({ versions: 3, audit: { seq: 1 } })
      await record.close()
    }
  })
})
