import type { Ground } from './place.ts'
import { type Product, startProduct } from './product.ts'

type Prepared = Readonly<{
  env?: Readonly<Record<string, string>>
  /** What the record holds before the product starts. */
  fill?: (place: Awaited<ReturnType<Ground['fresh']>>) => Promise<void>
}>

/** A running product over a record of its own, which is gone afterwards. */
export async function onProduct<T>(
  ground: Ground,
  { env = {}, fill }: Prepared,
  use: (product: Product) => Promise<T>,
): Promise<T> {
  const place = await ground.fresh()
  await fill?.(place)
  const product = await startProduct({ ...place, env: { ...place.env, ...env } })
  try {
    return await use(product)
  } finally {
    await product.kill()
    await place.discard()
  }
}
