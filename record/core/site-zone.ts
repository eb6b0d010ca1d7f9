import type { Environment } from './setting-names.ts'

/** As the machine names it; undefined where that is none that is known. */
export const machineZone = (): string | undefined => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The site's time zone, for the server and for every command alike; a sentence where it is not known. */
export function resolveSiteZone(
  { FACIALIS_ZONE, TZ }: Environment,
  machine: string | undefined = machineZone(),
): Readonly<{ zone: string }> | Readonly<{ sentence: string }> {
  if (FACIALIS_ZONE)
    return isZone(FACIALIS_ZONE)
      ? { zone: FACIALIS_ZONE }
      : { sentence: `FACIALIS_ZONE is a time zone such as "Europe/Berlin", not "${FACIALIS_ZONE}".` }
  // To every other program an empty name is universal time; here it is a zone that is not known.
  if (TZ === '') return { zone: 'UTC' }
  // Else the day would be guessed.
  if (machine !== undefined && isZone(machine)) return { zone: machine }
  return {
    sentence: `The time zone of this machine (TZ=${TZ ?? ''}) is not known: set yours with FACIALIS_ZONE, such as "Europe/Berlin".`,
  }
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined
  } catch {
    return false
  }
}
