import type { Stores } from '@facialis/record'

/** Whether an account has any credential yet: a password, a passkey, or a linked OpenID identity. */
export const hasCredential = async (
  { accounts, passkeys, identities }: Pick<Stores, 'accounts' | 'passkeys' | 'identities'>,
  accountId: string,
): Promise<boolean> =>
  (await accounts.passwordHash(accountId)) !== null ||
  (await passkeys.ofAccount(accountId)).length > 0 ||
  (await identities.ofAccount(accountId)).length > 0
