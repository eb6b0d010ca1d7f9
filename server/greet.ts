import type { Clinic } from './clinic/clinic.ts'
import { clinicSettings } from './ground/settings.ts'
import { isSetUp } from './identity/set-up.ts'
import { hasWayIn } from './identity/ways-in.ts'
import { administratorPurpose, setUpPurpose, welcome } from './identity/welcome-links.ts'

/**
 * Says where the clinic is and, until somebody has come in, how to. Secrets stand after `#`, which no server is sent.
 * `address` is the one that browsers know; what stands in front of this server reaches it at `here`.
 */
export async function greet(
  clinic: Clinic,
  { here, address }: Readonly<Record<'here' | 'address', string>>,
): Promise<void> {
  console.log(`Facialis is ready: ${address}${here === address ? '' : ` (on this machine: ${here})`}`)
  if (!(await isSetUp(clinic))) {
    const token = await welcome(clinic, { action: 'set-up-link', purpose: setUpPurpose, subject: 'clinic' })
    console.log(`Set it up here (the link works once, for 24 hours): ${address}/set-up#${token}`)
    return
  }
  const waiting = await administratorWithoutPassword(clinic)
  if (waiting !== null) {
    const token = await welcome(clinic, { action: 'let-in', purpose: administratorPurpose, subject: waiting })
    console.log(
      `Administrator, sign in here and choose a password (the link works once, for 24 hours): ${address}/sign-in#${token}`,
    )
  }
  if ((await clinicSettings(clinic.record)).demo) {
    const { signInNote } = await import('./demo/staff.ts')
    console.log(signInNote())
  }
}

/** An administrator who was made without a password and has not come in yet. */
async function administratorWithoutPassword({ record }: Clinic): Promise<string | null> {
  for (const account of await record.accounts.list()) {
    if (!account.roles.includes('administrator') || account.disabled) continue
    return (await hasWayIn(record, account.id)) ? null : account.id
  }
  return null
}
