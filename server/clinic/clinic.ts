import type { Jurisdiction } from '@facialis/language'
import type { SmartIssuer } from '@facialis/wire'
import type { Counted } from '../audit/counted.ts'
import type { AuditHeads } from '../audit/heads.ts'
import type { ToldRequests } from '../audit/told-requests.ts'
import type { UnfitWrites } from '../audit/unfit-writes.ts'
import type { Beside } from '../beside/beside.ts'
import type { Board } from '../board/board.ts'
import type { DrawnCards } from '../cards/drawn-cards.ts'
import type { Ground } from '../ground/ground.ts'
import type { OpenId } from '../identity/open-id.ts'
import type { Throttle } from '../identity/throttle.ts'
import type { PatientQueue } from '../patient/queue.ts'
import type { AskWhatIf } from '../what-if/ask-what-if.ts'

/** What the routes and the acts stand on. Made once, by `openClinic`. */
export type Clinic = Ground &
  Readonly<{
    board: Board
    /** Threads that work something out; null where this one does everything. */
    beside: Beside | null
    drawnCards: DrawnCards
    /** Who would be told otherwise, were other numbers set. */
    whatIf: AskWhatIf
    /** Stops what goes on in the background; for the end, so that nobody waits for thousands of records. */
    halt: () => void
    queue: PatientQueue
    throttle: Throttle
    /** Which requests under way the trail tells of already. */
    told: ToldRequests
    /** Who is not signed in and was refused, by number. */
    strangers: Counted
    /** What pages of others had a browser send, by number. */
    foreignPages: Counted
    /** What people sent that could not be taken. */
    unfitWrites: UnfitWrites
    /** The present, later than every instant given before: what is written is ordered by when it was written. */
    nextInstant: () => string
    /** True when people reach us by https: cookies are then bound to this very host. */
    https: boolean
    /** Where the site is, for what labels say there; null when nobody has said. */
    jurisdiction: Jurisdiction | null
    /** Our own address as browsers know it; null when nobody has said and none can be told. */
    url: string | null
    /** Signed ends of the audit trail, kept elsewhere; null where nobody keeps them. */
    auditHeads: AuditHeads | null
    /** Systems whose people may open Facialis from within them. */
    smartIssuers: readonly SmartIssuer[]
    /** The sign-in of others that is taken here too. */
    openId: OpenId | null
  }>
