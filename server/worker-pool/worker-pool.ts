import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Work, WorkResult } from './work.ts'

/** Worker threads for CPU-bound evaluation. They have the pathway, and neither the record nor the network. */
export type WorkerPool = Readonly<{
  /**
   * Null where no worker is free: the caller then does the work itself. Rejects with the worker's error, or with `WorkerLost`
   * when its thread ended. `text`: the same work as JSON, where it is serialised already.
   */
  run: <W extends Work>(work: W, text?: string) => Promise<WorkResult[W['what']]> | null
  end: () => Promise<void>
}>

/** The worker thread ended before it answered, perhaps because of this work. */
export class WorkerLost extends Error {}

/** Work and results pass between threads as JSON text: structured cloning takes twice as long. */
export type WorkerRequest = Readonly<{ id: number; text: string }>
export type WorkerReply = WorkerRequest | Readonly<{ id: number; fault: unknown }> | 'ready'

type Waiting = Readonly<{ resolve: (done: never) => void; reject: (fault: unknown) => void }>
type Thread = { readonly worker: Worker; readonly open: Map<number, Waiting>; isReady: boolean }

/** Requests queued per worker. More than one, so that a worker never waits for the next. */
const mostOpen = 3
const idleFor = 60_000
const mostMegabytes = 1024

/** Workers start with the first work and end after a minute without any. */
export function openWorkerPool({
  zone,
  many = Math.max(1, availableParallelism() - 1),
  idleMs = idleFor,
}: Readonly<{ zone: string; many?: number; idleMs?: number }>): WorkerPool {
  const threads = new Set<Thread>()
  let ids = 0
  let isOver = false
  let idle: NodeJS.Timeout | null = null

  const start = (): void => {
    const worker = new Worker(new URL(import.meta.resolve('@facialis/server/worker-pool/worker.ts')), {
      workerData: { zone },
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    })
    // It does not keep the process alive.
    worker.unref()
    const thread: Thread = { worker, open: new Map(), isReady: false }
    threads.add(thread)
    worker.on('message', (told: WorkerReply) => {
      if (told === 'ready') {
        thread.isReady = true
        return
      }
      const waiting = thread.open.get(told.id)
      thread.open.delete(told.id)
      if (thread.open.size === 0) worker.unref()
      if ('fault' in told) waiting?.reject(told.fault)
      else waiting?.resolve(JSON.parse(told.text) as never)
    })
    worker.on('error', () => {
      // Where one worker fails to start, no other is tried: the main thread does everything.
      if (!thread.isReady) isOver = true
    })
    worker.on('exit', () => {
      threads.delete(thread)
      giveUp(thread)
    })
  }
  const giveUp = ({ open }: Thread): void => {
    for (const { reject } of open.values()) reject(new WorkerLost('the thread that had this has ended'))
    open.clear()
  }
  const endAll = async (): Promise<void> => {
    const ending = [...threads]
    // Cleared first, so that none of them is given more work.
    threads.clear()
    await Promise.all(ending.map(({ worker }) => worker.terminate()))
  }
  const rest = (): void => {
    if ([...threads].every(({ open }) => open.size === 0)) void endAll()
    else idle?.refresh()
  }

  return {
    run: (work, text) => {
      if (isOver) return null
      idle = idle?.refresh() ?? setTimeout(rest, idleMs).unref()
      while (threads.size < many) start()
      const [free] = [...threads].filter(({ isReady }) => isReady).sort((a, b) => a.open.size - b.open.size)
      if (free === undefined || free.open.size >= mostOpen) return null
      const id = ++ids
      return new Promise((resolve, reject) => {
        free.open.set(id, { resolve, reject })
        free.worker.ref()
        free.worker.postMessage({ id, text: text ?? JSON.stringify(work) } satisfies WorkerRequest)
      })
    },
    end: async () => {
      isOver = true
      if (idle) clearTimeout(idle)
      for (const thread of threads) giveUp(thread)
      await endAll()
    },
  }
}
