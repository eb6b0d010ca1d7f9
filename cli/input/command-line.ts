import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { dayIn } from '@facialis/fhir'
import { type Day, isExact, parseDate } from '@facialis/language'
import { resolveSiteZone } from '@facialis/record/core/site-zone.ts'
import type { CommandIo } from '../io/command-io.ts'
import { ExitError } from './exit-error.ts'

/** The words after a command's name. What is not understood, or is said twice, ends the command. @throws ExitError */
export function parsed<const T extends ParseArgsOptionsConfig>(rest: readonly string[], options: T) {
  const named = rest.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')[0] as string)
  const twice = named.find((name, at) => named.indexOf(name) !== at && options[name]?.multiple !== true)
  // The last of two would win without a word.
  if (twice !== undefined) throw new ExitError(`--${twice} is given twice.`)
  try {
    return parseArgs({ args: [...rest], allowPositionals: true, options })
  } catch (error) {
    // The first of its sentences: what it advises besides is about ways of writing that nobody asked for.
    const [sentence = 'The command line cannot be understood'] = String(
      error instanceof Error ? error.message : error,
    ).split(/\.\s/)
    const isUnknown = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    const known = isUnknown
      ? `known here: ${Object.keys(options)
          .map((name) => `--${name}`)
          .join(', ')}; `
      : ''
    throw new ExitError(`${sentence.replace(/\.$/, '')}; ${known}see "facialis help".`)
  }
}

/** The time zone in which days begin and end, as the product has it. @throws ExitError */
export function siteZone({ env, zone: machine }: CommandIo): string {
  const site = resolveSiteZone(env, machine)
  if ('sentence' in site) throw new ExitError(site.sentence)
  return site.zone
}

export const today = (io: CommandIo): Day => dayIn(siteZone(io), Date.now())

/** The day an option names; null where it is not given. */
export function dayOf(name: string, text: string | undefined): Day | null {
  if (text === undefined) return null
  const span = parseDate(text)
  if (span === null || !isExact(span))
    throw new ExitError(`--${name} ${JSON.stringify(text)} is not a day; write YYYY-MM-DD.`)
  return span.lo
}
