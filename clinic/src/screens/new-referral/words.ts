export const words = {
  known: 'Somebody like this is already known here',
  knownText: 'Compare before you enter the referral. What you typed is kept while you look.',
  join: 'Add to this record',
  joinOf: (name: string) => `Add to this record: ${name}`,
  another: 'None of these: enter as a new person',
} as const
