import { ok, type Result } from '@facialis/record'
import type { FastifyInstance } from 'fastify'
import { type ServerOptions, serverOver } from './build-server.ts'
import type { Clinic } from './clinic/clinic.ts'
import { type ClinicOptions, openClinic } from './clinic/open.ts'

export type OpeningOptions = ClinicOptions & Omit<ServerOptions, 'clinic'>
export type OpenServer = Readonly<{ app: FastifyInstance; clinic: Clinic; close: () => Promise<void> }>

/**
 * The one place where a server is put together: the record, the clinic upon it, the routes upon that. It does not
 * listen yet. Problems: those of `openRecord`.
 */
export async function openServer({ screens, logging, cds, ...options }: OpeningOptions): Promise<Result<OpenServer>> {
  const opened = await openClinic(options)
  if (!opened.ok) return opened
  const clinic = opened.value
  const app = await serverOver({ clinic, screens, ...(logging ? { logging } : {}), ...(cds ? { cds } : {}) })
  const close = async () => {
    await app.close()
    for (const counted of [clinic.unauthenticatedRefusals, clinic.crossSiteRefusals, clinic.rejectedWrites])
      await counted.flush()
    await clinic.workers?.end()
    await clinic.record.close()
  }
  return ok({ app, clinic, close })
}
