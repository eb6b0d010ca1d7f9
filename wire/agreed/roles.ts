/** What somebody may be here. What each may do stands in `permissions.ts`, and what they may record in `recorders.ts`. */
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

/** Those who treat patients and answer for it; and with them nurses, whoever keeps the board moving, whoever reads images. */
export const doctors: readonly Role[] = ['clinician', 'surgeon']
export const nurseUp: readonly Role[] = ['nurse', ...doctors]
export const caring: readonly Role[] = ['coordinator', ...nurseUp]
export const imageReaders: readonly Role[] = ['imaging-reader', ...doctors]

export const isADoctor = (held: readonly Role[]): boolean => held.some((role) => doctors.includes(role))

/** A doctor may type in a report that somebody else wrote; who only reads images reads. */
export const isReaderOnly = (held: readonly Role[]): boolean => held.includes('imaging-reader') && !isADoctor(held)
