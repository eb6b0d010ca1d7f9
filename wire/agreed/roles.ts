/** What somebody may be here. What each may do stands on the server. */
export const roles = [
  'coordinator',
  'nurse',
  'clinician',
  'surgeon',
  'imaging-reader',
  'referrer',
  'patient',
  'researcher',
  'pathway-author',
  'privacy-officer',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** What an account may be given. What is a patient's own is opened by a link, and an account would show them nothing. */
export const accountRoles = roles.filter((role) => role !== 'patient')
