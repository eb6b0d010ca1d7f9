import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Work, WorkedOut } from './work.ts'

/** Threads beside the one that answers. They have the pathway, and neither the record nor a line to anybody. */
export type Beside = Readonly<{
  /**
   * Null where none of them has a hand free: whoever asks does it. Rejects with what went wrong, or `Gone` when the thread
   * ended over it. `text`: the same work as JSON, where it was written already.
   */
  workOut: <W extends Work>(work: W, text?: string) => Promise<WorkedOut[W['what']]> | null
  end: () => Promise<void>
}>

/** The thread that had it is no more, perhaps for what it had. */
export class Gone extends Error {}

/** Work, and what came of it, go from thread to thread as JSON: an object takes twice as long. */
export type Message = Readonly<{ id: number; text: string }>
export type Told = Message | Readonly<{ id: number; fault: unknown }> | 'ready'

type Waiting = Readonly<{ resolve: (done: never) => void; reject: (fault: unknown) => void }>
type Thread = { readonly worker: Worker; readonly open: Map<number, Waiting>; isReady: boolean }

/** More than one, so that it need not wait for the next. */
const mostOpen = 3
const idleFor = 60_000
const mostMegabytes = 1024

/** They are started when there is something to do, and end when there was nothing for a minute. */
export function openBeside({
  zone,
  many = Math.max(1, availableParallelism() - 1),
  idleMs = idleFor,
}: Readonly<{ zone: string; many?: number; idleMs?: number }>): Beside {
  const threads = new Set<Thread>()
  let ids = 0
  let isOver = false
  let idle: NodeJS.Timeout | null = null

  const start = (): void => {
    const worker = new Worker(new URL(import.meta.resolve('@facialis/server/beside/worker.ts')), {
      workerData: { zone },
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    })
    // It keeps nobody from ending.
    worker.unref()
    const thread: Thread = { worker, open: new Map(), isReady: false }
    threads.add(thread)
    worker.on('message', (told: Told) => {
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
      // Where one cannot even begin, no other is tried: this one thread does everything.
      if (!thread.isReady) isOver = true
    })
    worker.on('exit', () => {
      threads.delete(thread)
      giveUp(thread)
    })
  }
  const giveUp = ({ open }: Thread): void => {
    for (const { reject } of open.values()) reject(new Gone('the thread that had this has ended'))
    open.clear()
  }
  const endAll = async (): Promise<void> => {
    const ending = [...threads]
    // From now on none of them is given anything: whoever asked would hear that it is gone.
    threads.clear()
    await Promise.all(ending.map(({ worker }) => worker.terminate()))
  }
  const rest = (): void => {
    if ([...threads].every(({ open }) => open.size === 0)) void endAll()
    else idle?.refresh()
  }

  return {
    workOut: (work, text) => {
      if (isOver) return null
      idle = idle?.refresh() ?? setTimeout(rest, idleMs).unref()
      while (threads.size < many) start()
      const [free] = [...threads].filter(({ isReady }) => isReady).sort((a, b) => a.open.size - b.open.size)
      if (free === undefined || free.open.size >= mostOpen) return null
      const id = ++ids
      return new Promise((resolve, reject) => {
        free.open.set(id, { resolve, reject })
        free.worker.ref()
        free.worker.postMessage({ id, text: text ?? JSON.stringify(work) } satisfies Message)
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
