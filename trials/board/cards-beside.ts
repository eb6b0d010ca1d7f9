import { prefetchFrom, requestOf, samples } from '../../spec/cds-hooks/hooks.ts'
import type { Product } from '../product.ts'
import { atPace } from '../times.ts'

/** What a product is told that answers this machine without a token. */
export const cardsForThisMachine = { FACIALIS_CDS_TRIAL: '1' }

/** Another system asks for cards at its pace, of people with some thirty resources each: how long each took, in milliseconds. */
export async function askedForCards(
  product: Product,
  pace: Readonly<{ perSecond: number; many: number }>,
): Promise<readonly number[]> {
  const bodies = samples()
    .filter(({ bundle }) => Math.abs((bundle.entry as readonly unknown[]).length - 30) <= 4)
    .map(({ bundle }) => requestOf('patient-view', { prefetch: prefetchFrom(bundle) }))
  const times: number[] = []
  await atPace(pace, async (at) => {
    const begun = performance.now()
    const { status } = await product.ask('POST', '/cds-services/facialis-patient-view', {
      body: bodies[at % bodies.length],
    })
    if (status !== 200) throw new Error(`A card was asked for and ${status} was answered.`)
    times.push(performance.now() - begun)
  })
  return times
}
