import { hemifacialSpasm } from '@facialis/knowledge'
import { answerCohort } from '../cohort/cohort.ts'
import type { CohortOptions } from '../cohort/options.ts'
import { decisionsAbout, questionsOf } from '../cohort/questions.ts'
import { sourcesAt } from '../cohort/sources.ts'
import { dayOf, parsed, siteZone, today } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import { readPolicy } from '../input/policy-file.ts'
import { pathwayOfVersion, titleOfVersion } from '../input/versions.ts'
import type { CommandIo } from '../io/command-io.ts'
import { textStyleFor } from '../output/styled-output.ts'
import { diffPage } from './diff-page.ts'

const options = {
  over: { type: 'string' },
  'as-of': { type: 'string' },
  policy: { type: 'string' },
  list: { type: 'boolean' },
} as const

/** `facialis diff OLD NEW [--over DATA]`: what two versions say otherwise, of whom, and of how many people on record. */
export async function diff(rest: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(rest, options)
  const [old, next, more] = positionals
  if (old === undefined || next === undefined)
    throw new ExitError('Name two versions, for example "facialis diff 1.0.0 working".')
  if (more !== undefined) throw new ExitError(`Only two versions: ${JSON.stringify(more)} is one too many.`)
  for (const name of ['as-of', 'policy', 'list'] as const)
    if (values.over === undefined && values[name] !== undefined)
      throw new ExitError(`--${name} is about people on record: name their file or folder with --over.`)
  const [before, after] = [pathwayOfVersion(old), pathwayOfVersion(next)]
  // What cannot be read is told before the first line, not under a page that looks whole.
  const over = values.over === undefined ? null : await peopleAsked(values.over, values, io)
  const style = textStyleFor(io.stdout, io.env)
  const page = diffPage(before, after, [titleOfVersion(old), titleOfVersion(next)])
  const shown = page.replaceAll(/^#+ (.*)$/gm, (_, title: string) => style.heading(title)).replaceAll('**', '')
  if (over === null) {
    io.stdout.write(shown)
    return 0
  }
  const { path, asking } = over
  const questions = questionsOf(before, after)
  const told = new Set([before, after].flatMap(decisionsAbout).flatMap(({ id, inner }) => (inner ? [] : [id])))
  const asked: CohortOptions = {
    path,
    zone: siteZone(io),
    version: old,
    asking,
    against: { version: next, asking },
    decisions: [...questions.keys()].filter((at) => told.has(questions[at]?.id ?? '')),
    answer: null,
    list: values.list ?? false,
    out: 'text',
  }
  return answerCohort(asked, io, `${shown}\n${style.heading(`On record in ${path}`)}\n\n`)
}

/** Where people are, and the day and numbers they are asked with. @throws ExitError when one of these cannot be read */
async function peopleAsked(path: string, values: Readonly<{ 'as-of'?: string; policy?: string }>, io: CommandIo) {
  const asOf = dayOf('as-of', values['as-of']) ?? today(io)
  const policy = values.policy === undefined ? {} : await readPolicy(values.policy, hemifacialSpasm, { day: asOf, io })
  await sourcesAt(path, io)
  return { path, asking: { asOf, policy } }
}
