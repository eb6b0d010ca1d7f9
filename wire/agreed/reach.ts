/** How somebody can be reached about a request: called, written to by e-mail, or neither. */
export type Reach = 'phone' | 'email' | 'none'

type Contact = Readonly<{ phone?: string | null | undefined; email?: string | null | undefined }>

/** The best way among several people; an empty text is no way. */
export const reachOf = (...contacts: readonly Contact[]): Reach =>
  contacts.some(({ phone }) => phone?.trim()) ? 'phone' : contacts.some(({ email }) => email?.trim()) ? 'email' : 'none'

/** What a referral from outside is refused for; both sides of the wire say it. */
export const notToBeReached =
  'A telephone number or an e-mail address is needed, the patient’s or that of who refers; otherwise nobody can be told what comes next.'
