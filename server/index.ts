/** The server, for its own tests and for those that look at the whole. `main.ts` is what runs. */
import { join } from 'node:path'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type OpeningOptions, type OpenServer, openServer } from './open-server.ts'

export type { Recording } from './acts/record-act.ts'
export type { CdsOptions } from './cds-hooks/admission.ts'
export type { Clinic } from './clinic/clinic.ts'
export type { GateAsking, Passed, Proposal } from './gate/gate.ts'
export { issueSetUpLink, setUpPurpose } from './identity/set-up-links.ts'

export type BuildOptions = Omit<OpeningOptions, 'pathway' | 'screens'> &
  Partial<Pick<OpeningOptions, 'pathway' | 'screens'>>
export type Built = OpenServer

/**
 * A whole server over a folder, not listening: ask it with `app.inject`, or call `app.listen`.
 * @throws when the record cannot be opened
 */
export async function buildServer(options: BuildOptions): Promise<Built> {
  const screens = join(import.meta.dirname, '..', 'clinic', 'dist')
  const opened = await openServer({ pathway: hemifacialSpasm, screens, ...options })
  if (!opened.ok) throw new Error(opened.problem.sentence)
  return opened.value
}
