import type { Clinic } from '../../clinic/clinic.ts'
import type { SignedIn } from '../../identity/account.ts'
import type { Ours } from '../search/own-address.ts'

/** Somebody writes: who, to where, and how it is told. */
export type Writing = Readonly<{
  clinic: Clinic
  who: SignedIn
  ours: Ours
  requestId: string
  /** What the audit trail calls it. */
  action: string
  idempotencyKey: string | null
  /** They were asked whether they mean it, and do. */
  confirmed: boolean
  /** What the other requests of the same batch send along. */
  along?: ReadonlySet<string>
}>
