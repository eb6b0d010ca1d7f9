export const actKinds = [
  'triage',
  'visit',
  'diagnosis-signed',
  'flag-resolved',
  'imaging-order',
  'imaging-read',
  'imaging-acknowledged',
  'relevance',
  'toxin-order',
  'toxin-order-withdrawn',
  'at-chair',
  'toxin-session',
  'toxin-response',
  'exception',
  'surgery-work-up',
  'operation',
  'spasm-report',
  'score',
  'symptom',
  'call',
  'missed-visit',
  'consent',
  'history',
  'correction',
  'closure',
  'letter',
] as const
export type ActKind = (typeof actKinds)[number]

/** Why something is recorded after it happened. */
export const afterwards = ['elsewhere', 'downtime', 'mistake', 'late'] as const

/** Whether an id is one of those that are named, or begins as one that ends in a dot. */
export const mayState = (allowed: readonly string[], id: string): boolean =>
  allowed.some((one) => (one.endsWith('.') ? id.startsWith(one) : id === one))
