export const words = {
  title: 'Triage',
  lead: 'Six questions sort out who cannot wait. Ask the person or whoever referred; what was sent is filled in.',
  questions: 'The six questions',
  reason: 'Is it about movements of the face?',
  reasons: { 'facial-movement': 'Yes', other: 'No, something else' },
  note: 'Note (optional)',
  done: 'Triage done',
  notYet: 'Answer all six first; “Don’t know” counts.',
  saved: 'Triage done',
  triagedOn: (date: string) => `Triaged on ${date}`,
  triagedText: 'The answers below are on record. Asking again records them for today.',
} as const
