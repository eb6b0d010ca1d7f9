import {
  type CounterExampleText,
  type Proof,
  plantDefect,
  proofOf,
  proofsOf,
  tooWide,
} from '@facialis/engine/prove/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { plantedDefects } from '@facialis/knowledge/planted-defects.ts'
import { proved } from '@facialis/knowledge/proved.ts'
import { dayOf } from '@facialis/language'
import { parsed } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { type StyledOutput, styledOutputOn, wrapped } from '../output/styled-output.ts'
import { type AskedDeadEnds, findDeadEnds } from './dead-ends.ts'
import { type Examples, examplesIn, personLines } from './examples.ts'
import { type AskedMutants, proveMutants } from './mutants.ts'

/** Some promise is broken. */
const broken = 1
/** The day on which made-up people stand, so that the same fault shows the same person every time. */
const asOf = dayOf(2026, 11, 23)

/** Proves every promise of the pathway, or plants faults in it and shows that they are found. */
export function prove(args: readonly string[], io: CommandIo): number {
  const { selfTest, examples, mutants, deadEnds } = asked(args)
  if (mutants) return proveMutants(mutants, io)
  if (deadEnds) {
    const written = examples === null ? null : examplesIn(examples, hemifacialSpasm, asOf)
    return findDeadEnds(deadEnds, { examples: written, asOf }, io)
  }
  return selfTest ? proveDefects(examples, styledOutputOn(io)) : proveAll(examples, styledOutputOn(io))
}

type Asked = Readonly<{
  selfTest: boolean
  examples: string | null
  mutants: AskedMutants | null
  deadEnds: AskedDeadEnds | null
}>

function asked(args: readonly string[]): Asked {
  const refused = new ExitError(
    `"prove" takes --self-test, --examples FOLDER, --dead-ends with --of ID, or --mutants with --of ID, --sample NUMBER, --make and --part I/N: ${JSON.stringify(args.join(' '))} was not understood.`,
  )
  const options = {
    'self-test': { type: 'boolean' },
    examples: { type: 'string' },
    mutants: { type: 'boolean' },
    'dead-ends': { type: 'boolean' },
    of: { type: 'string' },
    sample: { type: 'string' },
    make: { type: 'boolean' },
    part: { type: 'string' },
  } as const
  const { values, positionals } = parsed(args, options)
  const {
    'self-test': selfTest = false,
    examples = null,
    mutants = false,
    'dead-ends': ofDeadEnds = false,
    of = null,
    sample,
    make = false,
    part,
  } = values
  const isOfMutants = sample !== undefined || make || part !== undefined
  if (positionals.length > 0 || examples === '') throw refused
  if ([selfTest, mutants, ofDeadEnds].filter(Boolean).length > 1 || (mutants && examples !== null)) throw refused
  if ((isOfMutants && !mutants) || (of !== null && !mutants && !ofDeadEnds)) throw refused
  if (sample !== undefined && !/^[1-9]\d{0,4}$/.test(sample)) throw refused
  const [, at, parts] = /^([1-9])\/([1-9])$/.exec(part ?? '') ?? []
  if (part !== undefined && (!make || Number(at) > Number(parts) || at === undefined)) throw refused
  const every = sample === undefined ? null : Number(sample)
  return {
    selfTest,
    examples,
    deadEnds: ofDeadEnds ? { of } : null,
    mutants: mutants ? { of, sample: every, make, part: at ? { at: Number(at), of: Number(parts) } : null } : null,
  }
}

/** Every promise over all states there could be; each is told as soon as it is known. */
function proveAll(folder: string | null, output: StyledOutput): number {
  const { say, ...style } = output
  const examples = folder === null ? null : examplesIn(folder, proved, asOf)
  const [wide] = tooWide(proved)
  if (wide) throw new ExitError(wide)
  let [all, failed] = [0, 0]
  let begun = performance.now()
  for (const proof of proofsOf(proved)) {
    const { id, text, holds, states } = proof
    const took = Math.max(1, Math.round(performance.now() - begun))
    say(
      `${holds ? style.good('proved') : style.bad('BROKEN')}  ${style.strong(id)}  ${style.faint(`${states === null ? 'whatever the days' : `${about(states)} states`}, ${took} ms`)}`,
    )
    for (const line of wrapped(text, style.width, '        ')) say(line)
    if (states !== null && about(states) !== states.toString())
      for (const line of wrapped(`${grouped(states)} states, counted exactly.`, style.width, '        '))
        say(style.faint(line))
    sayCounter({ proof, name: id, says: text }, examples, output)
    all++
    if (!holds) failed++
    begun = performance.now()
  }
  sayLeftOut(output)
  say(
    failed === 0
      ? style.strong(`All ${all} promises hold for every person there could be.`)
      : style.bad(`${failed} of ${all} promises are broken.`),
  )
  return failed > 0 ? broken : 0
}

/** What no promise says, so that nobody takes it for promised. */
function sayLeftOut({ say, width, ...style }: StyledOutput): void {
  const { id, version, status, facts, toProve } = proved
  say(style.strong(`${id} ${version}, ${status}.`))
  const list = (one: string): void => {
    for (const line of wrapped(one, width, '        ')) say(line)
  }
  list(
    'Asked at the chair, and nothing else: until they are asked, these leave a standing gate as it is and shut the session behind it.',
  )
  for (const { id, label, askedAt } of facts) if (askedAt === 'session') list(`- ${id}: ${label}`)
  const wide = toProve.wide.map(({ id }) => id).join(', ')
  if (wide !== '') list(`Checked by examples only, because they depend on too much at once for one diagram: ${wide}.`)
}

/** Each fault that somebody could make, and somebody in whom a promise then does not hold. */
function proveDefects(folder: string | null, output: StyledOutput): number {
  const { say, ...style } = output
  let missed = 0
  for (const defect of plantedDefects) {
    const faulty = plantDefect(proved, defect)
    const found = proofOf(faulty, defect.breaks)
    const isFound = found?.holds === false
    if (!isFound) missed++
    say(
      `${isFound ? style.good('found ') : style.bad('MISSED')}  ${style.strong(defect.says)}  ${style.faint(defect.breaks)}`,
    )
    const examples = folder === null ? null : examplesIn(folder, faulty, asOf)
    if (found)
      sayCounter({ proof: found, name: defect.says, says: `Fault: ${defect.says}. ${found.text}` }, examples, output)
  }
  const all = plantedDefects.length
  say(missed === 0 ? style.strong(`All ${all} faults are found.`) : style.bad(`${missed} of ${all} faults are missed.`))
  return missed > 0 ? broken : 0
}

type Shown = Readonly<{ proof: Proof; name: string; says: string }>

/** A person where there can be one, else the state in words. */
function sayCounter({ proof, name, says }: Shown, examples: Examples | null, output: StyledOutput): void {
  const { say, width } = output
  if (!proof.counter) return
  const person = proof.example({ asOf, policy: {} })
  if (!person) {
    say('        No person was found to whom this could happen; a state in which it does not hold:')
    sayState(proof.counter, output)
    return
  }
  for (const line of wrapped(`Somebody for whom it does not hold: ${person.shows}`, width, '        ')) say(line)
  if (examples) for (const file of examples.write(name, says, person)) say(`        ${file}`)
  else for (const line of personLines(person.chart, output)) say(line)
}

/** So many lines are read; a state may have a hundred. */
const enough = 12

function sayState({ state, change }: CounterExampleText, { say, width }: StyledOutput): void {
  for (const one of state.slice(0, enough)) for (const line of wrapped(cut(one), width, '        - ')) say(line)
  if (state.length > enough) say(`        and ${state.length - enough} more`)
  if (change !== null) for (const line of wrapped(cut(change), width, '        What changes: ')) say(line)
}

const cut = (words: string): string => (words.length > 200 ? `${words.slice(0, 200)}…` : words)

const grouped = (states: bigint): string => states.toString().replace(/\B(?=(\d{3})+$)/g, ' ')

/** Exactly as long as it can be read, else in powers of ten. */
function about(states: bigint): string {
  const digits = states.toString()
  return digits.length <= 9 ? digits : `${digits[0]}.${digits.slice(1, 3)} × 10^${digits.length - 1}`
}
