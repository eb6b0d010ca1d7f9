import type { Asking, Day, Decision, Pathway } from '@facialis/language'
import { dayOf, parsed, siteZone, today } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import { peoplePath, refuseStdinTwice } from '../input/people-path.ts'
import { readPolicy } from '../input/policy-file.ts'
import { working } from '../input/versions.ts'
import type { CommandIo } from '../io/command-io.ts'
import { decisionsAbout } from './questions.ts'

export type Form = 'text' | 'csv' | 'ndjson'

/** The parsed options of `facialis cohort`. */
export type CohortOptions = Readonly<{
  path: string
  zone: string
  /** By which version of the pathway they are answered. */
  version: string
  asking: Asking
  against: Readonly<{ version: string; asking: Asking }> | null
  /** Positions among the decisions about a person; those that are told. */
  decisions: readonly number[]
  /** Only people with this answer, as a position; null where any is told. */
  answer: number | null
  list: boolean
  out: Form
}>

const options = {
  'as-of': { type: 'string' },
  policy: { type: 'string' },
  against: { type: 'string' },
  'against-day': { type: 'string' },
  decision: { type: 'string' },
  answer: { type: 'string' },
  list: { type: 'boolean' },
  out: { type: 'string' },
} as const

export async function cohortOptionsOf(
  rest: readonly string[],
  pathway: Pathway,
  io: CommandIo,
): Promise<CohortOptions> {
  const { values, positionals } = parsed(rest, options)
  const path = peoplePath(positionals)
  const asOf = dayOf('as-of', values['as-of']) ?? today(io)
  const otherDay = dayOf('against-day', values['against-day'])
  const all = decisionsAbout(pathway)
  const policy = async (file: string | undefined, day: Day) => {
    refuseStdinTwice(path, file)
    return file === undefined ? {} : readPolicy(file, pathway, { day, io })
  }
  const isAgainst = values.against !== undefined || otherDay !== null
  const decision = decisionNamed(values.decision, all)
  return {
    path,
    zone: siteZone(io),
    version: working,
    asking: { asOf, policy: await policy(values.policy, asOf) },
    against: isAgainst
      ? {
          version: working,
          asking: { asOf: otherDay ?? asOf, policy: await policy(values.against ?? values.policy, otherDay ?? asOf) },
        }
      : null,
    decisions: decision === null ? [...all.keys()].filter((at) => !all[at]?.inner) : [decision],
    answer: answerNamed(values.answer, decision === null ? null : (all[decision] as Decision)),
    list: values.list ?? false,
    out: formNamed(values.out),
  }
}

function decisionNamed(id: string | undefined, all: readonly Decision[]): number | null {
  if (id === undefined) return null
  const at = all.findIndex((decision) => decision.id === id)
  if (at < 0)
    throw new ExitError(
      `--decision ${JSON.stringify(id)} is not one of ${all.map((decision) => decision.id).join(', ')}.`,
    )
  return at
}

function answerNamed(answer: string | undefined, decision: Decision | null): number | null {
  if (answer === undefined) return null
  if (decision === null) throw new ExitError('--answer needs --decision: name the decision it answers.')
  const at = decision.answers.indexOf(answer)
  if (at < 0) throw new ExitError(`--answer ${JSON.stringify(answer)} is not one of ${decision.answers.join(', ')}.`)
  return at
}

function formNamed(out: string | undefined): Form {
  if (out === undefined) return 'text'
  if (out !== 'csv' && out !== 'ndjson') throw new ExitError(`--out ${JSON.stringify(out)} is neither csv nor ndjson.`)
  return out
}
