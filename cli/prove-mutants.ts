import { brokenPromise, equivalence, killedBy, type Mutant, mutantsOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { claims } from './claims.ts'
import { inkFor } from './paper.ts'
import { Stop } from './stop.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const tell = (line: string): void => {
  process.stderr.write(`\r${line}`)
}

/** Where a mistake is made: the decision, step, alert or list in whose rules it stands first. */
const placeOf = ({ id }: Mutant): string => id.split(/[ :]/, 1)[0] as string

/**
 * Makes every small mistake in the rules of decisions, and counts which of them an example person would notice. Of one
 * decision alone, what no example notices is held against the promises and compared over all states, and listed.
 */
export function proveMutants(of: string | null): void {
  const ids = hemifacialSpasm.decisions.map(({ id }) => id)
  if (of !== null && !ids.includes(of))
    throw new Stop(`There is no decision ${JSON.stringify(of)}: it is ${ids.join(', ')}.`)
  const mutants = mutantsOf(hemifacialSpasm).filter((one) =>
    of === null ? ids.includes(placeOf(one)) : placeOf(one) === of,
  )
  const left: Mutant[] = []
  let done = 0
  for (const { mutant, by } of killedBy(hemifacialSpasm, mutants, claims())) {
    if (by === null) left.push(mutant)
    if (++done % 60 === 0) tell(`${done} of ${mutants.length} mistakes looked at`)
  }
  tell('')
  if (of === null) sayByDecision(mutants, left)
  else judge(mutants, left)
}

function sayByDecision(mutants: readonly Mutant[], left: readonly Mutant[]): void {
  const survivors = Map.groupBy(left, placeOf)
  for (const [place, all] of Map.groupBy(mutants, placeOf)) {
    const many = survivors.get(place)?.length ?? 0
    say(`${place}: ${all.length} mistakes, ${all.length - many} noticed by an example, ${many} not`)
  }
  const noticed = mutants.length - left.length
  say(`${mutants.length} mistakes in decisions, ${noticed} noticed by an example (${share(noticed, mutants.length)}).`)
  say('With --of DECISION the others are held against the promises, compared over all states, and listed.')
}

function judge(mutants: readonly Mutant[], left: readonly Mutant[]): void {
  const ink = inkFor(process.stdout, process.env)
  const others = [...killedBy(hemifacialSpasm, left, claims(), 'everything')].flatMap(({ mutant, by }) =>
    by === null ? [mutant] : [],
  )
  const counts = { same: 0, promise: 0, wide: 0, unnoticed: 0 }
  let done = 0
  for (const { mutant, same } of equivalence(hemifacialSpasm, others)) {
    tell(`${++done} of ${others.length} compared`)
    const promise = same === true ? null : brokenPromise(hemifacialSpasm, mutant)
    tell('')
    if (same === true) counts.same++
    else if (promise !== null) counts.promise++
    else if (same === null) counts.wide++
    else counts.unnoticed++
    const verdict =
      same === true
        ? ink.good('says the same everywhere')
        : promise !== null
          ? ink.good(`breaks ${promise}`)
          : same === null
            ? ink.bad('not noticed, too wide to compare')
            : ink.bad('not noticed')
    say(`${verdict}  ${mutant.id}  ${ink.faint(mutant.was)}`)
  }
  const noticed = mutants.length - others.length
  say(
    `${mutants.length} mistakes: ${noticed} noticed by an example, ${counts.promise} by a promise, ${counts.same} say the same everywhere, ${counts.unnoticed + counts.wide} are not noticed (${counts.wide} of them too wide to compare).`,
  )
}

const share = (part: number, whole: number): string => `${Math.floor((part * 1000) / whole) / 10} %`
