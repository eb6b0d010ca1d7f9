import { factOf } from '../../pathway.ts'

const product = factOf('session.product')

/** Products that can be injected here. */
export const products: readonly string[] = product?.type === 'choice' ? product.values : []
