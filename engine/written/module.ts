import { circuitOf } from '../circuit/circuit.ts'
import { stepsFor } from '../circuit/steps.ts'
import { type Ref, wireOf } from '../circuit/wires.ts'
import type { Plan } from '../plan/plan.ts'
import { type Asked, cellLeaves } from './cell-leaves.ts'
import { functionsOf } from './functions.ts'
import { keeping } from './keeping.ts'
import { ofEntry } from './over-entries.ts'
import { scope } from './scope.ts'
import { bit, keyOf, type Writing } from './writing.ts'

/** What the text takes of kernel.ts, by the names it has there. */
const ofKernel = ['end', 'product', 'recent', 'runLength', 'wholeYears'] as const satisfies readonly (keyof Kernel)[]
type Kernel = typeof import('../plan/kernel.ts')

/**
 * A plan as the text of a module that goes through all conditions of one person once, without asking which of them are needed: what
 * is not asked costs less than asking. It is written when the product is built, because a browser under a strict policy runs no
 * code made from text.
 * @param kernel the address of kernel.ts as the module will import it
 */
export function moduleOf(plan: Plan, kernel: string): string {
  const asked: Asked[] = []
  const circuit = circuitOf(plan, cellLeaves(asked))
  const codes = plan.decisions.map(({ within }, index) => (within === null ? circuit.code(index) : null))
  const roots = codes.flatMap((code) => code ?? [])
  const kept = keeping(plan)
  const ofEntries: string[] = []
  const known = new Map<string, string>()
  const writing: Writing = {
    plan,
    circuit,
    steps: stepsFor(plan, circuit, roots),
    asked,
    keeping: kept,
    turned: new Set(),
    ofEntry: (room, text) => {
      const inside = scope(room)
      const gives = text(inside)
      const written = ofEntry(plan, room, inside.lines.join(''), gives)
      const name = known.get(written) ?? `o${ofEntries.push(written) - 1}`
      known.set(written, name)
      return name
    },
  }
  const { texts, calls } = functionsOf(
    writing.steps.stretches,
    new Set(roots.map((ref) => keyOf(wireOf(ref), writing))),
    writing,
  )
  const last = scope(null)
  const position = (code: readonly Ref[]): string =>
    code.map((ref, at) => `(${bit(ref, last, writing)}&1)<<${at}`).join('|') || '0'
  const answers = codes.map((code) => (code === null ? '-1' : position(code)))
  const rooms = plan.layout.rooms.map((_, room) => room)
  return [
    `// Written from the rules of ${onOneLine(`${plan.pathway.id} ${plan.pathway.version}`)}; edit those, not this.`,
    `import{${ofKernel.join()}}from${JSON.stringify(kernel)}`,
    'let P,asOf,policy',
    ...plan.layout.rooms.map(
      ({ row }, room) =>
        `let R${room},N${room};const room${room}=()=>({cells:R${room},width:${row.width},count:N${room}})`,
    ),
    ...kept.declared(),
    ...ofEntries.map((text, at) => `const o${at}=${text}`),
    ...texts,
    'export function answers(sheet,asking){',
    'P=sheet.person;asOf=asking.asOf;policy=asking.policy;',
    ...rooms.map((room) => `R${room}=sheet.rows[${room}];N${room}=sheet.counts[${room}];`),
    ...kept.grown(),
    ...calls.map((call) => `${call};`),
    `${last.lines.join('')}return[${answers.join(',')}]}`,
    '',
  ].join('\n')
}

/** Behind the end of a line a comment is code. */
const onOneLine = (text: string): string => text.replaceAll(/[\n\r\u2028\u2029]/g, ' ')
