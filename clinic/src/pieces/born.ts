import type { Span } from '@facialis/language'
import { createContext, use } from 'react'

/** When the person was born of whom the fields on this page speak; null where nobody is, or nobody knows. */
export const BornContext = createContext<Span | null>(null)
export const useBorn = (): Span | null => use(BornContext)
