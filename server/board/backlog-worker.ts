import { availableParallelism } from 'node:os'
import type { Backlog } from './backlog.ts'

/** Processes a backlog: the part a caller waits for at once, the rest in the background. */
export type BacklogWorker = Readonly<{
  /** Resolves once the rows are worked out that a look waits for. Rejects with what stopped the work, a full disk for one. */
  settle: () => Promise<void>
  /** Begins no further row, and lets go whoever waits. */
  halt: () => void
}>

/** The most rows a request waits for: about a second of work. */
export const mostAwaited = 200
/** So many are read and worked out at once, where threads do it. */
const abreast = 2 * availableParallelism()

export function openBacklogWorker(backlog: Backlog, renew: (id: string) => Promise<void>): BacklogWorker {
  let work: Promise<void> | null = null
  let halted = false
  const waiting: (() => void)[] = []

  const wake = (): void => {
    for (const go of waiting.splice(0)) go()
  }
  const workAll = async (): Promise<void> => {
    const open = new Set<Promise<void>>()
    const failed: unknown[] = []
    const work = async (id: string): Promise<void> => {
      try {
        await renew(id)
        backlog.done(id)
      } catch (failure) {
        backlog.putBack(id)
        failed.push(failure)
      }
      if (backlog.written() === 0) wake()
    }
    while (!halted && failed.length === 0) {
      const id = backlog.take()
      if (id === undefined && open.size === 0) break
      if (id !== undefined) {
        const turn = work(id).finally(() => open.delete(turn))
        open.add(turn)
      }
      if (id === undefined || open.size >= abreast) await Promise.race(open)
      // Others are served between two people.
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(open)
    if (failed.length > 0) throw failed[0]
  }
  return {
    settle: async () => {
      if (backlog.size() === 0 || halted) return
      work ??= workAll().finally(() => {
        work = null
        wake()
      })
      // Whoever does not wait for it is told by the next look what went wrong.
      work.catch(() => {})
      if (backlog.size() <= mostAwaited) return work
      if (backlog.written() === 0 || backlog.written() > mostAwaited) return
      await Promise.race([work, new Promise<void>((resolve) => waiting.push(resolve))])
    },
    halt: () => {
      halted = true
      wake()
    },
  }
}
