import { StorageFailure } from '@facialis/record'
import type { Clinic } from '../clinic/clinic.ts'
import { isSetUp } from '../identity/set-up.ts'

/**
 * With FACIALIS_DEMO=1 and nothing there yet: the demo clinic. An existing clinic is never touched.
 * @throws StorageFailure when there was no room for all of it, with what to do about the part that is there
 */
export async function seedIfAsked(clinic: Clinic, { demo }: Readonly<{ demo: boolean }>): Promise<void> {
  if (!demo || (await isSetUp(clinic))) return
  const { makeDemoClinic } = await import('./seed.ts')
  try {
    await makeDemoClinic(clinic)
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    const sentence = `${error.message} Part of the demo clinic is there: delete it before the next start to get all of it.`
    throw new StorageFailure({ ...error.problem, sentence }, error)
  }
}
