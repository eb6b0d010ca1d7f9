import { exceptionSystem } from '@facialis/fhir/terms/systems.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Pathway } from '@facialis/language'
import type { FeedbackCount } from '@facialis/record'
import { parsed } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { singleLine } from '../output/single-line.ts'
import { locationOptions, recordLocation, withRecord } from './record-location.ts'

/** The schema since which a record keeps what is told of cards. */
const toldSince = 4

/** `facialis feedback [--json] [--data FOLDER]`: what other systems told of the cards they were shown, counted. */
export async function feedback(rest: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(rest, { ...locationOptions, json: { type: 'boolean' } })
  if (positionals[0] !== undefined) throw new ExitError(`feedback takes no ${JSON.stringify(positionals[0])}.`)
  const counts = await withRecord(recordLocation(values.data, io), (record) => record.feedback.counts(), {
    since: toldSince,
  })
  const told = counts.map((one) => ({ ...one, offered: offeredFor(one, hemifacialSpasm)?.label ?? null }))
  io.stdout.write(values.json ? `${JSON.stringify(told, null, 2)}\n` : feedbackPage(told))
  return 0
}

/** What a card offers as a reason, where this is one of those. Whoever tells of a card may send any code. */
function offeredFor({ reasonSystem, reasonCode }: FeedbackCount, { decisions }: Pathway) {
  if (reasonSystem !== null && reasonSystem !== exceptionSystem) return undefined
  const kinds = decisions.flatMap(({ body }) => (body.kind === 'gate' ? body.exceptions : []))
  return kinds.find(({ code }) => code === reasonCode)
}

type Told = FeedbackCount & Readonly<{ offered: string | null }>

/** One line for each service, outcome and reason; a reason that cards offer by its words, whether its list was named or not. */
function feedbackPage(counts: readonly Told[]): string {
  if (counts.length === 0) return 'No feedback on cards has been received yet.\n'
  const alike = Map.groupBy(counts, (one) => [one.service, one.outcome, reasonOf(one)].join('\n'))
  const rows = [...alike.values()].map((ones) => {
    const [first] = ones as [Told, ...Told[]]
    const many = ones.reduce((sum, { count }) => sum + count, 0)
    return [String(many), first.service, first.outcome, reasonOf(first)] as const
  })
  const wide = [0, 1, 2].map((at) => Math.max(...rows.map((row) => (row[at] as string).length)))
  const line = ([count, service, outcome, reason]: (typeof rows)[number]): string =>
    `${count.padStart(wide[0] ?? 0)}  ${service.padEnd(wide[1] ?? 0)}  ${outcome.padEnd(wide[2] ?? 0)}  ${reason}`
  return `${rows.map(line).join('\n')}\n`
}

function reasonOf({ reasonSystem, reasonCode, offered }: Told): string {
  if (reasonCode === null) return 'no reason given'
  const unknown = `a reason that no card offers: ${reasonCode}${reasonSystem === null ? '' : ` (${reasonSystem})`}`
  return offered ?? singleLine(unknown)
}
