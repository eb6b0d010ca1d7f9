/** How long the slowest of so large a share took, in milliseconds. */
const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
export const slowestInAHundred = (times: readonly number[]): number => at(times, 0.99)
export const middle = (times: readonly number[]): number => at(times, 0.5)

/** Does something so many times at its pace, whoever has not been answered yet: who waits is not spared. */
export async function atPace(
  { perSecond, many }: Readonly<{ perSecond: number; many: number }>,
  send: (at: number) => Promise<unknown>,
): Promise<void> {
  const all: Promise<unknown>[] = []
  const begun = performance.now()
  for (let at = 0; at < many; at++) {
    const wait = begun + (at * 1000) / perSecond - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    all.push(send(at))
  }
  await Promise.all(all)
}
