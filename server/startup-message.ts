import type { Clinic } from './clinic/clinic.ts'
import { clinicSettings } from './core/settings.ts'
import { hasCredential } from './identity/credentials.ts'
import { isSetUp } from './identity/set-up.ts'
import { administratorPurpose, issueAuditedSetUpLink, setUpPurpose } from './identity/set-up-links.ts'

/**
 * Prints the address of the clinic and, until somebody has signed in, a one-time link. Secrets stand in the fragment (`#…`),
 * which is never sent to a server. `address` is the public one; a reverse proxy reaches this server at `here`.
 */
export async function printStartupMessage(
  clinic: Clinic,
  { here, address }: Readonly<Record<'here' | 'address', string>>,
): Promise<void> {
  console.log(`Facialis is ready: ${address}${here === address ? '' : ` (on this machine: ${here})`}`)
  if (!(await isSetUp(clinic))) {
    const token = await issueAuditedSetUpLink(clinic, {
      action: 'set-up-link',
      purpose: setUpPurpose,
      subject: 'clinic',
    })
    console.log(`Set it up here (the link works once, for 24 hours): ${address}/set-up#${token}`)
    return
  }
  const waiting = await administratorWithoutPassword(clinic)
  if (waiting !== null) {
    const token = await issueAuditedSetUpLink(clinic, {
      action: 'let-in',
      purpose: administratorPurpose,
      subject: waiting,
    })
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
    return (await hasCredential(record, account.id)) ? null : account.id
  }
  return null
}
