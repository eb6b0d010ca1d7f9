/** What is said where a request is declined, on its own page and on the board. */
export const declineWords = {
  decline: 'Decline',
  declineOf: (name: string) => `Decline ${name}`,
  reason: 'Why?',
  reasons: {
    'not-the-face': 'Not about movements of the face',
    'seen-elsewhere': 'Seen elsewhere',
    twice: 'Came in twice',
    'not-reached': 'Could not be reached',
    'not-wanted': 'No longer wanted',
    other: 'Another reason',
  },
  note: 'Note for the team',
  noteHint: 'Whoever asked does not see it.',
  noteNeeded: 'Give the reason in a few words.',
  preview: 'Whoever asked will read',
  keep: 'Keep it waiting',
  declinedBy: (by: string | null, on: string) => (by === null ? `declined ${on}` : `declined by ${by}, ${on}`),
}
