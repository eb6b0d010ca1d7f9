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

/** What is offered to somebody who is not signed in yet. */
export type SignInOffers = Readonly<{
  /** What the button of another sign-in says; null where there is none. */
  openId: string | null
  passkeys: boolean
}>

export type KnownPasskey = Readonly<{ id: string; name: string; created: string; lastUsed: string | null }>

/** GET /api/me/sign-in: in which ways somebody signs in. */
export type SignInWays = Readonly<{
  password: boolean
  /** Whether the other sign-in is known to be theirs. */
  openIdConnected: boolean
  passkeys: readonly KnownPasskey[]
}>
