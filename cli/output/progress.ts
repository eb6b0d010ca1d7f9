/** A bar on the error stream, for anything that takes more than a second; without a terminal a line now and then. */
export function progressOn(
  stream: Readonly<{ isTTY?: boolean; write: (text: string) => unknown }>,
  clock: () => number = () => performance.now(),
) {
  const begun = clock()
  let told = begun
  let isShown = false
  const pause = stream.isTTY ? 200 : 10_000
  return {
    /** `share` is from 0 to 1, or null where nobody knows how much there is. */
    at: (doing: string, share: number | null, done: string): void => {
      const now = clock()
      if (now - begun < 1000 || now - told < pause) return
      told = now
      const percent = share === null ? '' : ` ${Math.floor(share * 100)} %`
      if (!stream.isTTY) {
        stream.write(`${doing}${percent} ${done}\n`)
        return
      }
      isShown = true
      const bar = share === null ? '' : ` [${'#'.repeat(Math.floor(share * 30)).padEnd(30, '.')}]`
      stream.write(`\r\u001b[K${doing}${bar}${percent} ${done}`)
    },
    end: (): void => {
      if (isShown) stream.write('\r\u001b[K')
      isShown = false
    },
  }
}
