import { dialled } from '@facialis/wire'

/** Where a link leads that begins a call; null where what stands there is no number: a link would dial nothing. */
export function callTo(phone: string): string | null {
  const number = dialled(phone)
  return number === '' ? null : `tel:${number}`
}
