import type { Alert } from '@facialis/language'

/** Everything that must be said at once. */
export const alerts: readonly Alert[] = []
