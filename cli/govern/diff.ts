import { hemifacialSpasm } from '@facialis/knowledge'
import type { AskedOfCohort } from '../cohort/asked.ts'
import { answerCohort } from '../cohort/cohort.ts'
import { decisionsAbout, questionsOf } from '../cohort/questions.ts'
import { sourcesAt } from '../cohort/sources.ts'
import type { Desk } from '../desk/desk.ts'
import { dayOf, parsed, siteZone, today } from '../input/command-line.ts'
import { readPolicy } from '../input/policy-file.ts'
import { Stop } from '../input/stop.ts'
import { pathwayOfVersion, titleOfVersion } from '../input/versions.ts'
import { inkFor } from '../output/paper.ts'
import { diffPage } from './diff-page.ts'

const options = {
  over: { type: 'string' },
  'as-of': { type: 'string' },
  policy: { type: 'string' },
  list: { type: 'boolean' },
} as const

/** `facialis diff OLD NEW [--over DATA]`: what two versions say otherwise, of whom, and of how many people on record. */
export async function diff(rest: readonly string[], desk: Desk): Promise<number> {
  const { values, positionals } = parsed(rest, options)
  const [old, next, more] = positionals
  if (old === undefined || next === undefined)
    throw new Stop('Name two versions, for example "facialis diff 1.0.0 working".')
  if (more !== undefined) throw new Stop(`Two versions at a time: ${JSON.stringify(more)} is one too many.`)
  for (const name of ['as-of', 'policy', 'list'] as const)
    if (values.over === undefined && values[name] !== undefined)
      throw new Stop(`--${name} is about people on record: say with --over where they are.`)
  const [before, after] = [pathwayOfVersion(old), pathwayOfVersion(next)]
  // What cannot be read is told before the first line, not under a page that looks whole.
  const over = values.over === undefined ? null : await peopleAsked(values.over, values, desk)
  const ink = inkFor(desk.results, desk.env)
  const page = diffPage(before, after, [titleOfVersion(old), titleOfVersion(next)])
  const shown = page.replaceAll(/^#+ (.*)$/gm, (_, title: string) => ink.heading(title)).replaceAll('**', '')
  if (over === null) {
    desk.results.write(shown)
    return 0
  }
  const { path, asking } = over
  const questions = questionsOf(before, after)
  const told = new Set([before, after].flatMap(decisionsAbout).flatMap(({ id, inner }) => (inner ? [] : [id])))
  const asked: AskedOfCohort = {
    path,
    zone: siteZone(desk),
    version: old,
    asking,
    against: { version: next, asking },
    decisions: [...questions.keys()].filter((at) => told.has(questions[at]?.id ?? '')),
    answer: null,
    list: values.list ?? false,
    out: 'text',
  }
  return answerCohort(asked, desk, `${shown}\n${ink.heading(`On record in ${path}`)}\n\n`)
}

/** Where people are, and the day and numbers they are asked with. @throws Stop when one of these cannot be read */
async function peopleAsked(path: string, values: Readonly<{ 'as-of'?: string; policy?: string }>, desk: Desk) {
  const asOf = dayOf('as-of', values['as-of']) ?? today(desk)
  const policy =
    values.policy === undefined ? {} : await readPolicy(values.policy, hemifacialSpasm, { day: asOf, desk })
  await sourcesAt(path, desk)
  return { path, asking: { asOf, policy } }
}
