/** How a sign-in that others run may end, as the address of the page says that follows. */
export const openIdOutcomes = [
  'openid-refused',
  'openid-failed',
  'openid-late',
  'openid-no-account',
  'openid-not-connected',
  'identity-taken',
  'identity-other',
] as const
export type OpenIdOutcome = (typeof openIdOutcomes)[number]
