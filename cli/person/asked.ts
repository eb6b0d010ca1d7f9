import { parseArgs } from 'node:util'
import { type Day, isExact, parseDate } from '@facialis/language'
import { Stop } from '../input/stop.ts'

/** What is asked of one person: the file that tells of them, for which day, by which numbers. */
export type Asked = Readonly<{ path: string; json: boolean; asOf: Day | null; policy: string | undefined }>

export function askedOf(rest: readonly string[]): Asked {
  const { values, positionals } = parsed(rest)
  const [path, ...more] = positionals
  if (path === undefined || path === '') throw new Stop('Say which file to read, or - for the standard input.')
  if (more.length > 0) throw new Stop(`One file at a time: ${JSON.stringify(more[0])} is one too many.`)
  const policy = once('policy', values.policy)
  if (path === '-' && policy === '-') throw new Stop('The standard input can be the person or the policy, not both.')
  return { path, json: values.json ?? false, asOf: dayOf(once('as-of', values['as-of'])), policy }
}

/** The last of two would win without a word. */
function once(name: string, [value, second]: readonly string[] = []): string | undefined {
  if (second !== undefined)
    throw new Stop(`--${name} is given twice: ${JSON.stringify(value)} and ${JSON.stringify(second)}.`)
  return value
}

function parsed(rest: readonly string[]) {
  try {
    return parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        'as-of': { type: 'string', multiple: true },
        policy: { type: 'string', multiple: true },
      },
    })
  } catch (error) {
    const [sentence = 'The command line cannot be understood'] = String(
      error instanceof Error ? error.message : error,
    ).split('. ')
    throw new Stop(`${sentence.replace(/\.$/, '')}; see "facialis help".`)
  }
}

function dayOf(text: string | undefined): Day | null {
  if (text === undefined) return null
  const span = parseDate(text)
  if (span === null || !isExact(span)) throw new Stop(`--as-of ${JSON.stringify(text)} is not a day; write YYYY-MM-DD.`)
  return span.lo
}
