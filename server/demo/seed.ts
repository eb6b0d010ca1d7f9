import type { Clinic } from '../clinic.ts'
import { keptRoles } from '../identity/account.ts'
import { hashPassword } from '../identity/password.ts'
import { putClinicSettings } from '../settings.ts'
import { demoPassword, demoStaff } from './staff.ts'

/** The demo clinic with an administrator who has yet to come in by a link. */
export async function makeDemoClinic(clinic: Clinic): Promise<void> {
  await clinic.record.act({
    actor: { id: 'set-up' },
    action: 'set-up',
    changes: [],
    alongside: async (stores) => {
      await putClinicSettings(stores, { name: 'Demo clinic', demo: true, ready: true })
      return stores.accounts.create({
        login: 'demo.administrator',
        displayName: 'Demo Administrator',
        roles: keptRoles({ roles: ['administrator', 'coordinator', 'clinician'] }),
        passwordHash: null,
      })
    },
  })
  await seedDemo(clinic)
}

/** People who work here and people who are treated here. */
export async function seedDemo(clinic: Clinic): Promise<void> {
  const passwordHash = await hashPassword(demoPassword)
  for (const { login, name, ...attributes } of demoStaff) {
    await clinic.record.accounts.create({ login, displayName: name, roles: keptRoles(attributes), passwordHash })
  }
}
