import { circuitOf } from '../circuit/circuit.ts'
import { type Ref, wireOf } from '../circuit/circuit-builder.ts'
import { scheduleSteps } from '../circuit/schedule-steps.ts'
import type { Plan } from '../plan/plan.ts'
import { type CellTest, cellLeaves } from './cell-leaves.ts'
import { bit, type CodegenContext, keyOf } from './codegen-context.ts'
import { entryFunction } from './entry-loop.ts'
import { functionsOf } from './functions.ts'
import { scope } from './scope.ts'
import { storageAllocator } from './storage-allocator.ts'

/** What the text takes of kernel.ts, by the names it has there. */
const ofKernel = ['end', 'product', 'recent', 'runLength', 'wholeYears'] as const satisfies readonly (keyof Kernel)[]
type Kernel = typeof import('../plan/kernel.ts')

/**
 * Generates a JavaScript module that evaluates all conditions of a plan for one person, straight-line and without short
 * circuits: branches would cost more than they save. It is generated at build time, because a strict content policy forbids
 * code from strings in a browser.
 * @param kernel the address of kernel.ts as the module will import it
 */
export function moduleOf(plan: Plan, kernel: string): string {
  const asked: CellTest[] = []
  const circuit = circuitOf(plan, cellLeaves(asked))
  const codes = plan.decisions.map(({ within }, index) => (within === null ? circuit.code(index) : null))
  const roots = codes.flatMap((code) => code ?? [])
  const kept = storageAllocator(plan)
  const ofEntries: string[] = []
  const known = new Map<string, string>()
  const writing: CodegenContext = {
    plan,
    circuit,
    schedule: scheduleSteps(plan, circuit, roots),
    asked,
    keeping: kept,
    complementedWires: new Set(),
    entryFunction: (entryKind, text) => {
      const inside = scope(entryKind)
      const gives = text(inside)
      const written = entryFunction(plan, entryKind, inside.lines.join(''), gives)
      const name = known.get(written) ?? `o${ofEntries.push(written) - 1}`
      known.set(written, name)
      return name
    },
  }
  const { texts, calls } = functionsOf(
    writing.schedule.blocks,
    new Set(roots.map((ref) => keyOf(wireOf(ref), writing))),
    writing,
  )
  const last = scope(null)
  const position = (code: readonly Ref[]): string =>
    code.map((ref, at) => `(${bit(ref, last, writing)}&1)<<${at}`).join('|') || '0'
  const answers = codes.map((code) => (code === null ? '-1' : position(code)))
  const entryKinds = plan.layout.entryKinds.map((_, entryKind) => entryKind)
  return [
    `// Written from the rules of ${onOneLine(`${plan.pathway.id} ${plan.pathway.version}`)}; edit those, not this.`,
    `import{${ofKernel.join()}}from${JSON.stringify(kernel)}`,
    'let P,asOf,policy',
    ...plan.layout.entryKinds.map(
      ({ row }, entryKind) =>
        `let R${entryKind},N${entryKind};const room${entryKind}=()=>({cells:R${entryKind},width:${row.width},count:N${entryKind}})`,
    ),
    ...kept.declared(),
    ...ofEntries.map((text, at) => `const o${at}=${text}`),
    ...texts,
    'export function answers(sheet,asking){',
    'P=sheet.person;asOf=asking.asOf;policy=asking.policy;',
    ...entryKinds.map(
      (entryKind) => `R${entryKind}=sheet.rows[${entryKind}];N${entryKind}=sheet.counts[${entryKind}];`,
    ),
    ...kept.grown(),
    ...calls.map((call) => `${call};`),
    `${last.lines.join('')}return[${answers.join(',')}]}`,
    '',
  ].join('\n')
}

/** Behind the end of a line a comment is code. */
const onOneLine = (text: string): string => text.replaceAll(/[\n\r\u2028\u2029]/g, ' ')
