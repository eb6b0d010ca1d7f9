import type { RecordContext } from '../core/record-context.ts'
import { type Accounts, openAccounts } from './accounts.ts'
import { type Attachments, openAttachments } from './attachments.ts'
import { type Drafts, openDrafts } from './drafts.ts'
import { type FeedbackStore, openFeedback } from './feedback.ts'
import { type Identities, openIdentities } from './identities.ts'
import { type Links, openLinks } from './links.ts'
import { type Openings, openOpenings } from './openings.ts'
import { openPasskeys, type Passkeys } from './passkeys.ts'
import { openSessions, type Sessions } from './sessions.ts'
import { openSettings, type Settings } from './settings.ts'

/**
 * What a server keeps beside the resources, in the same database. On the record itself each call is its own transaction;
 * those handed to `alongside` belong to the act. None of them is audited by itself: what must be told is done in an act.
 * A file, an account, a way of signing in or a setting that an act has told of is changed by acts alone, or it no longer is what the trail says.
 * A session, and a link that opens something, begins in an act: nobody made one of which no act tells.
 */
export type Stores = {
  readonly accounts: Accounts
  readonly identities: Identities
  readonly passkeys: Passkeys
  readonly sessions: Sessions
  readonly openings: Openings
  readonly drafts: Drafts
  readonly links: Links
  readonly attachments: Attachments
  readonly settings: Settings
  readonly feedback: FeedbackStore
}

export const openStores = (context: RecordContext): Stores => ({
  accounts: openAccounts(context),
  identities: openIdentities(context),
  passkeys: openPasskeys(context),
  sessions: openSessions(context),
  openings: openOpenings(context),
  drafts: openDrafts(context),
  links: openLinks(context),
  attachments: openAttachments(context),
  settings: openSettings(context),
  feedback: openFeedback(context),
})
