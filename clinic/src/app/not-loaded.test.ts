import { describe, expect, it } from 'vitest'
import { loaded, NotLoaded } from './not-loaded.ts'

const neverAnew = () => {
  throw new Error('opened anew')
}

describe('a screen that does not come', () => {
  it('is no fault of the page, and what the browser said of it is kept', async () => {
    const said = new TypeError('Failed to fetch dynamically imported module')
    const coming = loaded(() => Promise.reject(said), neverAnew)
    await expect(coming).rejects.toBeInstanceOf(NotLoaded)
    await expect(coming).rejects.toMatchObject({ message: said.message, cause: said })
  })
  it('and one that comes is there', async () => expect(await loaded(async () => 'screen', neverAnew)).toBe('screen'))
})
