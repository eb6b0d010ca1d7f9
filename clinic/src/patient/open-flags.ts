import type { Advice } from '@facialis/language'

/** Red flags that nobody has resolved: ids of their facts. */
export function openFlags(advice: Advice): readonly string[] {
  const answer = advice.decisions['red-flags']?.answer
  if (!Array.isArray(answer)) return []
  return (answer as readonly unknown[]).flatMap((flag) =>
    typeof flag === 'object' &&
    flag !== null &&
    'id' in flag &&
    typeof flag.id === 'string' &&
    !('resolved' in flag && flag.resolved === 'yes')
      ? [flag.id]
      : [],
  )
}
