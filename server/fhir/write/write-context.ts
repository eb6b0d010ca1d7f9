import type { Policy } from '@facialis/language'
import type { RecordView } from '@facialis/record'
import type { Clinic } from '../../clinic/clinic.ts'
import type { IsOurs } from '../../gate/colleagues.ts'
import type { SignedIn } from '../../identity/account.ts'
import type { Validate } from '../r4/definitions.ts'
import type { BaseUrls } from '../search/base-urls.ts'

/** The context of a write: its author, the server, and how it is audited. */
export type WriteContext = Readonly<{
  clinic: Clinic
  who: SignedIn
  ours: BaseUrls
  requestId: string
  /** What the audit trail calls it. */
  action: string
  idempotencyKey: string | null
  /** They were asked whether they mean it, and do. */
  confirmed: boolean
  /** What the other requests of the same batch send along. */
  along?: ReadonlySet<string>
}>

/** What is judged by, inside of the transaction: the record as committed before, the numbers in force, who works here, R4, and when. */
export type JudgedBy = Readonly<{
  view: RecordView
  policy: Policy
  isOurs: IsOurs
  validate: Validate
  at: string
}>
