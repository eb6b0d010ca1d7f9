import { type Role, roles } from './roles.ts'

/**
 * Who may do what. Every route names one line of this table; what is not here is nobody's. Absent and forbidden look
 * the same from outside, so that nobody learns from a refusal what there is. The screens read the same table to lead
 * nobody to a refusal; the server alone decides.
 */
export const permissions = {
  'board:read': ['coordinator', 'nurse', 'clinician', 'surgeon', 'imaging-reader'],
  'chart:read': ['coordinator', 'nurse', 'clinician', 'surgeon', 'imaging-reader'],
  /**
   * One person's record in an emergency, to look at, for those to whom records are shut. Each route that names it also
   * asks for a clinical profession; who may open every record needs no emergency, and patients are not staff.
   */
  'chart:emergency': ['referrer', 'researcher', 'pathway-author', 'privacy-officer', 'administrator'],
  'emergency:review': ['privacy-officer'],
  'attachment:read': ['coordinator', 'nurse', 'clinician', 'surgeon', 'imaging-reader'],
  /** A video or photo of the person; the coordinator takes in what is sent from home. */
  'attachment:add': ['coordinator', 'nurse', 'clinician', 'surgeon'],
  /** The person took their agreement back: whoever hears it hides it, at once and from everybody. */
  'attachment:withdraw': ['coordinator', 'nurse', 'clinician', 'surgeon'],
  /** Which kinds of act each role may record stands in `recorders.ts`. */
  'act:record': ['coordinator', 'nurse', 'clinician', 'surgeon', 'imaging-reader'],
  /** Writing resources from other systems. Who may write which type stands in `fhir/responses/interactions.ts`. */
  'resource:write': ['coordinator', 'nurse', 'clinician', 'surgeon', 'imaging-reader'],
  /** Everything of everybody at once; for those who may open each chart anyhow. */
  'bulk:export': ['clinician', 'surgeon'],
  'patient:create': ['coordinator', 'nurse', 'clinician', 'surgeon'],
  /** By which number and address a person is reached, and in which language. */
  'contact:write': ['coordinator', 'nurse', 'clinician', 'surgeon'],
  /** What a person is called and when they were born; as for whoever enters one, after a look at who is known already. */
  'identity:write': ['coordinator', 'nurse', 'clinician', 'surgeon'],
  /** The day on which somebody comes for the first time. */
  'visit:book': ['coordinator', 'nurse', 'clinician', 'surgeon'],
  'request:triage': ['coordinator', 'nurse', 'clinician', 'surgeon'],
  /** Everybody who got toxin of one lot, to be warned. */
  'lot:recall': ['coordinator', 'nurse', 'clinician', 'surgeon'],
  'review:close': ['clinician', 'surgeon'],
  /** Which version of the pathway an episode follows. */
  'version:follow': ['clinician', 'surgeon'],
  'draft:own': [
    'coordinator',
    'nurse',
    'clinician',
    'surgeon',
    'imaging-reader',
    'pathway-author',
    'privacy-officer',
    'administrator',
  ],
  'policy:read': ['coordinator', 'nurse', 'clinician', 'surgeon', 'imaging-reader', 'pathway-author'],
  /** How many people other numbers would move; who they are is told only to those who may see the board. */
  'policy:try': ['coordinator', 'nurse', 'clinician', 'surgeon', 'imaging-reader', 'pathway-author'],
  'policy:write': ['pathway-author'],
  'team:write': ['coordinator', 'administrator'],
  'account:manage': ['administrator'],
  'audit:read': ['privacy-officer'],
  /** Ending one's own session, changing one's own password. */
  'self:manage': roles,
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Permission = keyof typeof permissions

/** Whether any of these roles carries the permission. */
export const may = (held: readonly Role[], permission: Permission): boolean => {
  const allowed: readonly Role[] = permissions[permission]
  return held.some((role) => allowed.includes(role))
}
