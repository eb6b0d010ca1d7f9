/** The server, for its own tests and for those that look at the whole. `main.ts` is what runs. */
import { join } from 'node:path'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Pathway } from '@facialis/language'
import type { FastifyInstance } from 'fastify'
import { type ServerOptions, serverOver } from './build-server.ts'
import type { Clinic } from './clinic.ts'
import { type ClinicOptions, openClinic } from './open-clinic.ts'

export { type Recording, recordAct, writeAct } from './acts/record-act.ts'
export type { Clinic } from './clinic.ts'
export { type GateAsking, mayProceed, type Passed, type Proposal } from './gate.ts'
export { administratorPurpose, issueWelcome, setUpPurpose } from './identity/welcome-links.ts'
export { type Permission, permissions } from './permissions.ts'

export type BuildOptions = Omit<ClinicOptions, 'pathway'> &
  Readonly<{ pathway?: Pathway; screens?: string; logging?: NonNullable<ServerOptions['logging']> }>
export type Built = Readonly<{ app: FastifyInstance; clinic: Clinic; close: () => Promise<void> }>

/**
 * A whole server over a folder, not listening: ask it with `app.inject`, or call `app.listen`.
 * @throws when the record cannot be opened
 */
export async function buildServer({
  pathway = hemifacialSpasm,
  screens,
  logging,
  ...options
}: BuildOptions): Promise<Built> {
  const opened = await openClinic({ ...options, pathway })
  if (!opened.ok) throw new Error(opened.problem.sentence)
  const clinic = opened.value
  const app = await serverOver({
    clinic,
    screens: screens ?? join(import.meta.dirname, '..', 'clinic', 'dist'),
    ...(logging ? { logging } : {}),
  })
  const close = async () => {
    await app.close()
    await clinic.record.close()
  }
  return { app, clinic, close }
}
