import { type Me, may } from '@facialis/wire'
import { recordableBy } from '../acts/kinds.ts'
import type { Clinic } from '../clinic/clinic.ts'
import { clinicSettings } from '../core/settings.ts'
import { mayOpenInEmergency } from '../emergency/break-glass.ts'
import { answer, route } from '../http/route.ts'
import { publicAccount, type SignedIn } from '../identity/account.ts'

/** Who is signed in, and what every screen needs to know of the place. */
export async function meOf(clinic: Clinic, who: SignedIn | null): Promise<Me> {
  const { name, phone, demo, ready } = await clinicSettings(clinic.record)
  return {
    account: who === null ? null : publicAccount(who),
    records: recordableBy(who?.roles ?? []),
    attaches: may(who?.roles ?? [], 'attachment:add'),
    emergency: who !== null && mayOpenInEmergency(who),
    today: clinic.today(),
    zone: clinic.zone,
    clinic: name,
    guidance: clinic.versions.newest.status,
    waitsUntil: clinic.versions.waitsUntil,
    jurisdiction: clinic.jurisdiction,
    phone,
    demo,
    signIn: { openId: clinic.openId?.name ?? null, passkeys: clinic.url !== null },
    setupNeeded: !ready,
  }
}

export const meRoutes = [
  route(
    'GET',
    '/api/me',
    { may: 'anyone', audit: { not: 'reveals nothing about any patient' } },
    async ({ clinic, who }) => answer(await meOf(clinic, who)),
  ),
]
