import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { dayIn } from '@facialis/fhir'
import { type Day, isExact, parseDate } from '@facialis/language'
import { zoneOfSite } from '@facialis/record/ground/zone-of-site.ts'
import type { Desk } from '../desk/desk.ts'
import { Stop } from './stop.ts'

/** The words after a command's name. What is not understood, or is said twice, ends the command. @throws Stop */
export function parsed<const T extends ParseArgsOptionsConfig>(rest: readonly string[], options: T) {
  const named = rest.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')[0] as string)
  const twice = named.find((name, at) => named.indexOf(name) !== at && options[name]?.multiple !== true)
  // The last of two would win without a word.
  if (twice !== undefined) throw new Stop(`--${twice} is given twice.`)
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
    throw new Stop(`${sentence.replace(/\.$/, '')}; ${known}see "facialis help".`)
  }
}

/** The time zone in which days begin and end, as the product has it. @throws Stop */
export function siteZone({ env, zone: machine }: Desk): string {
  const site = zoneOfSite(env, machine)
  if ('sentence' in site) throw new Stop(site.sentence)
  return site.zone
}

export const today = (desk: Desk): Day => dayIn(siteZone(desk), Date.now())

/** The day an option names; null where it is not given. */
export function dayOf(name: string, text: string | undefined): Day | null {
  if (text === undefined) return null
  const span = parseDate(text)
  if (span === null || !isExact(span))
    throw new Stop(`--${name} ${JSON.stringify(text)} is not a day; write YYYY-MM-DD.`)
  return span.lo
}
