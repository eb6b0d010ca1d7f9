import type { Stores } from '@facialis/record'

/** What this installation is called, and whether somebody has set it up. */
export type ClinicSettings = Readonly<{
  name: string
  /** The number the front door tells people to ring. */
  phone: string | null
  demo: boolean
  ready: boolean
}>

const key = 'clinic'

export async function clinicSettings({ settings }: Pick<Stores, 'settings'>): Promise<ClinicSettings> {
  const kept = await settings.get(key)
  const known = typeof kept === 'object' && kept !== null ? (kept as Partial<ClinicSettings>) : {}
  return {
    name: known.name ?? 'Facialis',
    phone: known.phone ?? null,
    demo: known.demo ?? false,
    ready: known.ready ?? false,
  }
}

export const putClinicSettings = ({ settings }: Pick<Stores, 'settings'>, fresh: ClinicSettings): Promise<void> =>
  settings.put(key, fresh)
