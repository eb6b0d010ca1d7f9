/**
 * Acts on one patient one after the other. What an act is prepared from is then still what the guard finds; the guard
 * looks again all the same, inside the transaction.
 */
export type PatientQueue = <T>(patientId: string, work: () => Promise<T>) => Promise<T>

export function openPatientQueue(): PatientQueue {
  const last = new Map<string, Promise<unknown>>()
  return async (patientId, work) => {
    const before = last.get(patientId) ?? Promise.resolve()
    const mine = before.then(work, work)
    const settled = mine.catch(() => {})
    last.set(patientId, settled)
    try {
      return await mine
    } finally {
      if (last.get(patientId) === settled) last.delete(patientId)
    }
  }
}
