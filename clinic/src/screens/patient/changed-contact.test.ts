import { expect, it } from 'vitest'
import { changedContact } from './changed-contact.ts'

const known = { phone: '555-0141', email: null, interpreter: 'Portuguese' }

it.each([
  ['nothing, when nothing was changed', { phone: ' 555-0141 ', email: '', interpreter: 'Portuguese' }, {}],
  ['a number that is another now', { phone: '555-0142', email: '', interpreter: 'Portuguese' }, { phone: '555-0142' }],
  [
    'an address that was told since',
    { phone: '555-0141', email: 'demo@example.org', interpreter: 'Portuguese' },
    { email: 'demo@example.org' },
  ],
  [
    'what is right no more, as taken away',
    { phone: '', email: '', interpreter: '' },
    { phone: null, interpreter: null },
  ],
])('of how a person is reached, only what changed is sent: %s', (_, typed, sent) => {
  expect(changedContact(known, typed)).toEqual(sent)
})
