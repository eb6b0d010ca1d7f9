/**
 * What travels between the server and the clinic, and nothing else: closed lists and rules both sides know (`agreed/`), and
 * the types of every request and answer. The shapes themselves stand in `api/`; neither side imports the other, both import this.
 */
export * from './agreed/acts.ts'
export * from './agreed/attachable.ts'
export * from './agreed/audit-trail.ts'
export * from './agreed/board.ts'
export * from './agreed/bookings.ts'
export * from './agreed/clips.ts'
export * from './agreed/drafts.ts'
export * from './agreed/emergency.ts'
export * from './agreed/fields.ts'
export * from './agreed/permissions.ts'
export * from './agreed/plain-answers.ts'
export * from './agreed/professions.ts'
export * from './agreed/reach.ts'
export * from './agreed/recorders.ts'
export * from './agreed/requests.ts'
export * from './agreed/roles.ts'
export * from './agreed/search-text.ts'
export * from './agreed/sign-in-ways.ts'
export * from './agreed/what-if.ts'
export type { StaffAccount } from './api/accounts.ts'
export type { Act, PlainEntry } from './api/act.ts'
export type { AuditChecked, AuditLine, AuditPage, AuditQuestion, Colleague, NamedPerson } from './api/audit.ts'
export type { Board, BoardAsked, BoardFilters, BoardRequest, BoardRow, Needing, NeedReason } from './api/board.ts'
export type { Draft } from './api/drafts.ts'
export type {
  Emergency,
  EmergencyAsked,
  OpenEmergency,
  OpeningLine,
  OpeningReviewed,
  OpeningsPage,
  OpeningsWaiting,
} from './api/emergency.ts'
export type { ReferralStatus, TeamMember } from './api/front-door.ts'
export type { LotRecall } from './api/lots.ts'
export type { Account, Me, Setup, SignInOffers, Stated } from './api/me.ts'
export {
  type AttachmentInfo,
  type PatientIdentity,
  type PatientView,
  type Said,
  type TimelineItem,
  timelineKinds,
} from './api/patient-view.ts'
export type { AboutClip, Contact, CorrectedIdentity, LikePatient } from './api/patients.ts'
export { isUnknown, type PlainValue } from './api/plain.ts'
export type { Moved, Ruled, StepStands, WhatIf } from './api/policy.ts'
export type { AppointmentRequest, Attachment, Referral, ReferralAccepted } from './api/referral.ts'
export type { Problem, Refused } from './api/refused.ts'
export type { Decline, DeclinedPage, DeclinedRequest, SentRequest } from './api/requests.ts'
export type { KnownPasskey, PasskeyToMake, PasskeyToUse, SignInWays } from './api/sign-in.ts'
export type { SmartIssuer, SmartSetting } from './api/smart.ts'
export * from './board-filters.ts'
