import type { Advice } from '@facialis/language'
import { useEffect, useState } from 'react'
import { type Arrangement, arranged, unfolded, withShown } from './arrangement.ts'

/** Ordered on arrival and on request; in between, what becomes worth asking only comes out at the end of its step. */
export function useArrangement(
  advice: Advice,
): Readonly<{ order: Arrangement; sort: () => void; show: (id: string) => void }> {
  const [order, setOrder] = useState(() => arranged(advice))
  useEffect(() => setOrder((now) => unfolded(now, advice)), [advice])
  return {
    order,
    sort: () => setOrder(arranged(advice)),
    show: (id) => setOrder((now) => withShown(now, new Set([id]))),
  }
}
