import type { Clinic } from '../clinic/clinic.ts'
import { isSetUp } from '../identity/set-up.ts'

/** With FACIALIS_DEMO=1 and nothing there yet: the demo clinic. An existing clinic is never touched. */
export async function seedIfAsked(clinic: Clinic, { demo }: Readonly<{ demo: boolean }>): Promise<void> {
  if (!demo || (await isSetUp(clinic))) return
  const { makeDemoClinic } = await import('./seed.ts')
  await makeDemoClinic(clinic)
}
