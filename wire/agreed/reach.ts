import { inKeyedFigures } from '@facialis/language'

/** How somebody can be reached about a request: called, written to by e-mail, or neither. */
export type Reach = 'phone' | 'email' | 'none'

type Contact = Readonly<{ phone?: string | null | undefined; email?: string | null | undefined }>

/** The best way among several people; an empty text is no way. */
export const reachOf = (...contacts: readonly Contact[]): Reach =>
  contacts.some(({ phone }) => phone?.trim()) ? 'phone' : contacts.some(({ email }) => email?.trim()) ? 'email' : 'none'

/** What a referral from outside is refused for; both sides of the wire say it. */
export const notToBeReached =
  'A telephone number or an e-mail address is needed, the patient’s or the referrer’s; otherwise nobody can be told what comes next.'

/**
 * What a telephone dials of a number as people write it: the first one, without an extension or words beside it, and without
 * the "(0)" that is left out from abroad.
 */
export function dialled(phone: string): string {
  const said = inKeyedFigures(phone).replaceAll(besides, ',')
  const runs = (said.match(/\+?\d[^\p{L},;:|&#\n+]*/gu) ?? []).map(upToTheNext)
  // A floor, or how often to try, stands before the number of some.
  const first = runs.find((run) => figuresIn(run) >= fewestFigures) ?? runs[0] ?? ''
  return first.replace(/^(\+.*?)\(0\)/, '$1').replaceAll(/[^+\d]/g, '')
}

/** A time at which to call, and the figure before each of several: "18:00", "24/7", "1:", "2)", "3. ". */
const besides = /(?<!\d)(?:\d{1,2}:\d{2}|24\/7)(?!\d)|(?<=^|\s)(?:\d{1,2}[:)]|[1-9][./]\s)/g

/**
 * Numbers stand beside each other with a stroke, a dot or a dash between, as stands inside of one: that one is whole, and
 * another begins, which is as long. After a tab something else begins, where a whole one stands before it.
 */
const upToTheNext = (run: string): string =>
  /^((?:\D*\d){7,}?)\D*?(?:\t|(?:[/\\]\s*|\s[·•.~–—-]+\s+)(?:\(?0|(?:\D{0,2}\d){7}))/.exec(run)?.[1] ?? run
const figuresIn = (run: string): number => run.replaceAll(/\D/g, '').length
const fewestFigures = 5
