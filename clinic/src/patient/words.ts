export const words = {
  born: 'Born',
  bornUnknown: 'Birth date unknown',
  years: (age: string) => `${age} years`,
  interpreter: (language: string) => `Interpreter: ${language}`,
  sideUnknown: 'Side not recorded',
  cannotOpen: 'This record cannot be opened',
  identity: 'Who this is',
  draft: {
    opening: '',
    empty: '',
    restored: 'Your draft was restored. It is not part of the record until you save.',
    typing: 'Keeping a draft…',
    kept: 'Draft kept on the server. It is not part of the record until you save.',
    'not-kept': 'Not saved: the draft could not be kept. It is tried again; do not close this page.',
  },
} as const
