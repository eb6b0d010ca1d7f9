import { Session } from 'node:inspector/promises'

let session: Session | null = null

/** From now on V8 counts what runs in this thread. */
export async function startCounting(): Promise<void> {
  session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
}

/** What ran since then, as V8 counts it: for each file, nested ranges of its text and how often they were entered. */
export async function counted() {
  if (session === null) throw new Error('nothing is being counted')
  return (await session.post('Profiler.takePreciseCoverage')).result
}
