import type { Stores } from '@facialis/record'

/** Whether anything opens an account yet: a password, a passkey, another sign-in. */
export const hasWayIn = async (
  { accounts, passkeys, identities }: Pick<Stores, 'accounts' | 'passkeys' | 'identities'>,
  accountId: string,
): Promise<boolean> =>
  (await accounts.passwordHash(accountId)) !== null ||
  (await passkeys.ofAccount(accountId)).length > 0 ||
  (await identities.ofAccount(accountId)).length > 0
