import type { OutputStream } from '../io/command-io.ts'

/** A bar among the remarks, for anything that takes more than a second; without a terminal a line now and then. */
export function progressOn(place: Pick<OutputStream, 'isTTY' | 'write'>) {
  const begun = performance.now()
  let told = begun
  let isShown = false
  const pause = place.isTTY ? 200 : 10_000
  return {
    /** `share` is from 0 to 1, or null where nobody knows how much there is. */
    at: (doing: string, share: number | null, done: string): void => {
      const now = performance.now()
      if (now - begun < 1000 || now - told < pause) return
      told = now
      const percent = share === null ? '' : ` ${Math.floor(share * 100)} %`
      if (!place.isTTY) {
        place.write(`${doing}${percent} ${done}\n`)
        return
      }
      isShown = true
      const bar = share === null ? '' : ` [${'#'.repeat(Math.floor(share * 30)).padEnd(30, '.')}]`
      place.write(`\r\u001b[K${doing}${bar}${percent} ${done}`)
    },
    end: (): void => {
      if (isShown) place.write('\r\u001b[K')
      isShown = false
    },
  }
}
