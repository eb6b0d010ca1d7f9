import { describe, expect, it } from 'vitest'
import { addressOf, send } from './client.ts'

describe('an address', () => {
  it('is the path of the wire with its names filled in, whatever they are', () => {
    const params = { id: 'a/b?c', file: 'ä' }
    expect(addressOf('/api/patients/:id/attachments/:file', { params })).toBe(
      '/api/patients/a%2Fb%3Fc/attachments/%C3%A4',
    )
    expect(addressOf('/api/board')).toBe('/api/board')
    expect(addressOf('/api/sign-in/openid/back', { query: { code: 'a&b', state: undefined } })).toBe(
      '/api/sign-in/openid/back?code=a%26b',
    )
  })
})

/** Never run: that each of these is refused is looked for by the compiler, which fails where one is not. */
export const refusedByTheCompiler = () => [
  // @ts-expect-error a path that nobody knows
  send('POST', '/api/lots/recal', { body: { lot: 'x' } }),
  // @ts-expect-error a method that is not answered there
  send('GET', '/api/lots/recall'),
  // @ts-expect-error a person who is not named
  send('GET', '/api/patients/:id'),
  // @ts-expect-error what nobody declared behind "?"
  send('GET', '/api/board', { query: { stage: 'referred' } }),
  // @ts-expect-error of another type than is declared
  send('GET', '/api/sign-in/openid/back', { query: { code: 7 } }),
  // @ts-expect-error a slip in the name of a member
  send('POST', '/api/lots/recall', { body: { lott: 'x' } }),
  // @ts-expect-error nothing is sent where something is needed
  send('POST', '/api/lots/recall'),
  // @ts-expect-error a draft that does not say over what it was typed
  send('PUT', '/api/drafts/:key', { params: { key: 'x' }, body: { content: 'typed' } }),
  // @ts-expect-error a member that no answer has
  send('GET', '/api/board').then((board) => board.ok && board.value.columns),
]
