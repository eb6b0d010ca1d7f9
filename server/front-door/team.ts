import { canonical, ok, type Result, refuse, type Stores } from '@facialis/record'
import type { TeamMember } from '@facialis/wire'

const key = 'team'

/** The care team as the front door shows it. */
export async function careTeam({ settings }: Pick<Stores, 'settings'>): Promise<readonly TeamMember[]> {
  const kept = await settings.get(key)
  return Array.isArray(kept) ? (kept as readonly TeamMember[]) : []
}

type Changed = Readonly<{ was: readonly TeamMember[]; is: readonly TeamMember[] }>

/** Puts another list in the place of the one that was read, unless that is another one by now. */
export async function changeCareTeam(stores: Pick<Stores, 'settings'>, { was, is }: Changed): Promise<Result<null>> {
  if (canonical(await careTeam(stores)) !== canonical(was))
    return refuse('version-conflict', 'Somebody else has changed the list in the meantime. Reload it.', 'was')
  await stores.settings.put(key, is)
  return ok(null)
}
