import type { OpenIdOutcome, Problem } from '@facialis/wire'

const outcomeWords: Readonly<Record<OpenIdOutcome, string>> = {
  'openid-refused': 'The other sign-in did not let you through.',
  'openid-failed': 'The other sign-in could not be reached, or its answer is not valid. Please try again.',
  'openid-late': 'That took more than ten minutes, or began in another browser. Please begin again.',
  'openid-no-account': 'No account here uses this sign-in. An administrator of the clinic can create one.',
  'openid-not-connected':
    'Your account here is opened in another way. Sign in to it once; then connect the other sign-in under “How I sign in”.',
  'identity-taken': 'That sign-in belongs to another account here.',
  'identity-other': 'Your account is connected with another person of that sign-in already.',
}

/** What is said of a sign-in elsewhere that did not end here, by the word in the address; null where there is none. */
export const endedElsewhere = (outcome: string | null): Problem | null =>
  outcome !== null && Object.hasOwn(outcomeWords, outcome)
    ? { code: outcome, sentence: outcomeWords[outcome as OpenIdOutcome] }
    : null
