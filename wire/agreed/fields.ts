/**
 * What people write in their own words: how the field is called on the screen and in a refusal, and how many characters
 * fit. Both sides of the wire read it here, so that a form and the server never disagree.
 */
export type WrittenField = Readonly<{ label: string; longest: number }>

const field = (label: string, longest: number): WrittenField => ({ label, longest })

export const fields = {
  note: field('The note', 8000),
  toldBy: field('Who told it', 120),
  name: field('Full name', 200),
  phone: field('Telephone', 60),
  email: field('E-mail', 200),
  interpreter: field('Language', 100),
  birthDate: field('Birth date', 10),
  referrer: field('Name of the referrer', 200),
  practice: field('Practice or department', 200),
  received: field('Received on', 10),
  message: field('Anything else we should know', 8000),
  preferred: field('Days or times that suit you', 500),
  reason: field('What would you like help with?', 4000),
  declineReason: field('The reason', 2000),
  emergencyWords: field('What happened', 1000),
  reviewNote: field('The note', 2000),
  fileName: field('The name of the file', 200),
  login: field('Sign-in name', 120),
  role: field('Role', 120),
  location: field('Where to find them', 200),
  language: field('Language', 60),
  clinic: field('Name of the clinic', 120),
  lot: field('Lot', 60),
} as const satisfies Readonly<Record<string, WrittenField>>

/** What makes a number one that can be rung, and an address one that can be written to. */
export const reachable = {
  phone: {
    pattern: /(?:\p{Nd}\P{Nd}*){5}/u,
    sentence: 'This is not a telephone number: it has fewer than five digits.',
  },
  email: {
    pattern: /^[^@\s]+@[^@\s]+\.[^@\s.]+$/,
    sentence: 'This is not an e-mail address. Write it like name@example.org.',
  },
} as const
