import { flushCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { hemifacialSpasm } from '@facialis/knowledge'
import { StorageFailure } from '@facialis/record'
import type { Setting } from '@facialis/record/core/setting-names.ts'
import { noFilters } from '@facialis/wire'
import { readClients } from './cds-hooks/clients.ts'
import type { Clinic } from './clinic/clinic.ts'
import { forgetOldDrafts } from './clinic/old-drafts.ts'
import { seedIfAsked } from './demo/first-start.ts'
import { openServer } from './open-server.ts'
import type { Options } from './options.ts'
import { readIssuers } from './smart/issuers.ts'
import { printStartupMessage } from './startup-message.ts'
import { openWorkerPool } from './worker-pool/worker-pool.ts'

/**
 * Starts, prints where to go, and runs until a signal ends it.
 * @returns the exit code: 0 after an orderly end, 1 when starting or closing failed, 2 when a setting makes no sense
 */
export async function start(options: Options, screens: string): Promise<number> {
  const logging = { level: options.logLevel, stream: process.stderr }
  const registered = options.cdsClients === null ? null : await readClients(options.cdsClients, options.url)
  if (registered !== null && 'sentence' in registered) {
    console.error(registered.sentence)
    return 2
  }
  const smartIssuers = options.smartIssuersFile === null ? [] : await readIssuers(options.smartIssuersFile)
  if ('sentence' in smartIssuers) {
    console.error(smartIssuers.sentence)
    return 2
  }
  const cds = { registered, trial: options.cdsTrial }
  const workers = openWorkerPool(options)
  const opened = await openServer({
    ...options,
    smartIssuers,
    pathway: hemifacialSpasm,
    workers,
    screens,
    logging,
    cds,
  })
  if (!opened.ok) {
    const { code, sentence, where } = opened.problem
    console.error(`${misplaced.has(code) ? `${placeSetting(options)}: ` : ''}${sentence} (${where})`)
    return 1
  }
  const { app, clinic, close } = opened.value

  const apart = await clinic.record.clockSkew()
  if (apart !== null) console.error(apart)

  // Heard from the first moment on; a second signal while closing changes nothing.
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })

  try {
    await seedIfAsked(clinic, options)
    await app.listen({ port: options.port, host: options.host })
    const address = app.server.address()
    const port = typeof address === 'object' && address ? address.port : options.port
    const here = `http://localhost:${port}`
    await printStartupMessage(clinic, { here, address: options.url ?? here })
  } catch (error) {
    console.error(
      error instanceof StorageFailure ? `It could not be started. ${error.message}` : listeningSentence(error, options),
    )
    clinic.halt()
    await close().catch((also: unknown) => {
      // What could not be told before cannot be told now either, and the sentence above says why.
      if (!(also instanceof StorageFailure)) throw also
    })
    return 1
  }
  // Kept now and not at the end: a crash leaves no time for it, and the start after one is the one that must be quick.
  flushCompileCache()
  // From here on what large requests leave behind is cleared away when it comes to a quarter of what is kept: left to itself
  // it may grow to several times that.
  setFlagsFromString('--heap-growing-percent=25')
  // The first look at the board need not wait for everybody's advice.
  const filling = clinic.board.look(anybody).catch(() => app.log.error('the board could not be filled'))
  const noting = keepNotingHeads(clinic, () => app.log.error('the end of the audit trail could not be noted'))
  const forgetting = keepForgettingDrafts(clinic, () => app.log.error('old drafts could not be dropped'))
  await signalled
  forgetting.halt()
  await noting.halt()
  clinic.halt()
  await filling
  try {
    await close()
    return 0
  } catch (error) {
    console.error(`Closing failed: ${error instanceof Error ? error.message : 'unknown'}`)
    return 1
  }
}

function listeningSentence(error: unknown, { port, host }: Options): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop it, or choose another port: PORT=3001 npm start`
  if (code === 'EACCES') return `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST=${host} is no address of this machine.`
  throw error
}

/** A look at everybody that nobody takes. */
const anybody = { asked: { ...noFilters, most: 0 }, roles: [] }

const fiveMinutes = 5 * 60_000

/** Notes the signed end of the audit trail now, every five minutes and at the end. */
function keepNotingHeads({ auditHeads }: Clinic, failed: () => void): Readonly<{ halt: () => Promise<void> }> {
  const note = async () => auditHeads?.note().catch(failed)
  void note()
  const timer = setInterval(() => void note(), fiveMinutes)
  return {
    halt: async () => {
      clearInterval(timer)
      await note()
    },
  }
}

const anHour = 60 * 60_000

/** Drops old drafts now and every hour, also of those who never come back. */
function keepForgettingDrafts(clinic: Clinic, failed: () => void): Readonly<{ halt: () => void }> {
  const forget = () => forgetOldDrafts(clinic).catch(failed)
  void forget()
  const timer = setInterval(() => void forget(), anHour)
  return { halt: () => clearInterval(timer) }
}

/** Of a place where no record can be, rather than of the record there. */
const misplaced: ReadonlySet<string> = new Set(['storage-unusable', 'storage-unreachable'])
const placeSetting = ({ database }: Options): Setting => (database === null ? 'FACIALIS_DATA' : 'FACIALIS_DATABASE_URL')
