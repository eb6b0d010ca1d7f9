import type { Stores } from '@facialis/record'
import type { TeamMember } from '@facialis/wire'

const key = 'team'

/** The care team as the front door shows it. */
export async function careTeam({ settings }: Pick<Stores, 'settings'>): Promise<readonly TeamMember[]> {
  const kept = await settings.get(key)
  return Array.isArray(kept) ? (kept as readonly TeamMember[]) : []
}

export const putCareTeam = ({ settings }: Pick<Stores, 'settings'>, team: readonly TeamMember[]): Promise<void> =>
  settings.put(key, team)
