import type { ActKind } from './acts.ts'
import { caring, doctors, imageReaders, nurseUp, type Role } from './roles.ts'

/** Who may record each kind of act. What may stand in it, the server says (`GET /api/me`). */
export const recorders: Readonly<Record<ActKind, readonly Role[]>> = {
  triage: caring,
  visit: nurseUp,
  'diagnosis-signed': doctors,
  'flag-resolved': doctors,
  'imaging-order': doctors,
  'imaging-read': imageReaders,
  'imaging-acknowledged': doctors,
  relevance: doctors,
  'toxin-order': doctors,
  'toxin-order-withdrawn': doctors,
  'at-chair': nurseUp,
  'toxin-session': nurseUp,
  'toxin-response': caring,
  exception: doctors,
  'surgery-work-up': nurseUp,
  operation: ['surgeon'],
  'spasm-report': caring,
  score: nurseUp,
  symptom: caring,
  call: caring,
  'missed-visit': caring,
  consent: nurseUp,
  history: nurseUp,
  correction: doctors,
  closure: doctors,
  letter: doctors,
}

export const mayRecord = (held: readonly Role[], kind: ActKind): boolean =>
  held.some((role) => recorders[kind].includes(role))
