import type { Asked } from '../product.ts'

/** Something somebody asks of a clinic, whose every transaction is to be interrupted everywhere. */
export type Request = Asked & Readonly<{ what: string; method: string; path: string; status: number }>
