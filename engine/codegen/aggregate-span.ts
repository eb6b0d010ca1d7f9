import type { AggregateOp } from '../circuit/aggregate-op.ts'
import { blank } from '../plan/layout.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { bit, bits, type CodegenContext, numberIn } from './codegen-context.ts'
import { entryLoop } from './entry-loop.ts'
import { type Scope, scope } from './scope.ts'
import type { SpanText } from './span-text.ts'

type Context = Readonly<{ index: NodeIndex; inside: Scope; writing: CodegenContext }>

/** Generates an aggregate over all entries of one kind; its variables are a letter and the node's number. */
export function aggregateSpan(index: NodeIndex, inside: Scope, writing: CodegenContext): SpanText {
  const node = writing.plan.nodes[index] as AggregateOp
  const context = { index, inside, writing }
  switch (node.op) {
    case 'latest-date':
    case 'first-date':
      return edgeDate(node, context)
    case 'count':
      return count(node, context)
    case 'sum':
      return sum(node, context)
    case 'run-length':
      return runLength(node, context)
    default:
      return node satisfies never
  }
}

/** Goes through the entries; of each whether it counts for sure, and whether it may. */
function forEachCounted(
  { entryKind, where }: Readonly<{ entryKind: number; where: NodeIndex }>,
  { inside, writing }: Context,
  text: (counts: Readonly<{ surely: string; perhaps: string }>, entry: Scope) => string,
): void {
  const { plan, circuit } = writing
  const entry = scope(entryKind, inside)
  const side = (of: 'yes' | 'no'): string => bit(circuit.truth(where, of), entry, writing)
  const written = text({ surely: `${side('yes')}&1`, perhaps: `${bits.not(side('no'))}&1` }, entry)
  inside.lines.push(entryLoop(plan, entryKind, `${entry.lines.join('')}${written}`))
}

/** Of those that may count one end, of those that do for sure the other: `m` whether any may, `k` does, `d` is not dated. */
function edgeDate(node: Extract<AggregateOp, { field: unknown; op: `${string}-date` }>, context: Context): SpanText {
  const { index, inside } = context
  const cell = node.field?.cell ?? 0
  const latest = node.op === 'latest-date'
  const [never, isPast] = latest ? ['-2147483648', '>'] : ['2147483647', '<']
  const [lo, hi, any, surely, undated] = ['l', 'h', 'm', 'k', 'd'].map((letter) => `${letter}${index}`)
  inside.lines.push(`let ${lo}=${never},${hi}=${never},${any}=0,${surely}=0,${undated}=0;`)
  forEachCounted(node, context, (counts, entry) => {
    const [first, last] = [numberIn(entry, node.entryKind, cell), numberIn(entry, node.entryKind, cell + 1)]
    const past = (best: string | undefined, one: string): string => `if(${one}${isPast}${best})${best}=${one};`
    const [may, does] = latest ? [past(hi, last), past(lo, first)] : [past(lo, first), past(hi, last)]
    const dated = `${may}if(${counts.surely}){${surely}=1;${does}}`
    return `if(${counts.perhaps}){${any}=1;if(${first}===${blank})${undated}=1;else{${dated}}}`
  })
  const open = `(${any}&(${undated}|~${surely}))`
  return { lo: `${lo}`, hi: `${hi}`, unknown: open, inapplicable: `~${any}` }
}

function count(node: Extract<AggregateOp, { op: 'count' }>, context: Context): SpanText {
  const { index, inside } = context
  const [lo, hi] = [`l${index}`, `h${index}`]
  inside.lines.push(`let ${lo}=0,${hi}=0;`)
  forEachCounted(node, context, ({ surely, perhaps }) => `${lo}+=${surely};${hi}+=${perhaps};`)
  return { lo, hi, unknown: null, inapplicable: null }
}

function sum(node: Extract<AggregateOp, { op: 'sum' }>, context: Context): SpanText {
  const { index, inside } = context
  const [lo, hi, open] = [`l${index}`, `h${index}`, `d${index}`]
  inside.lines.push(`let ${lo}=0,${hi}=0,${open}=0;`)
  forEachCounted(node, context, ({ surely, perhaps }, entry) => {
    const amount = numberIn(entry, node.entryKind, node.field.cell)
    const maybe = `else if(${amount}<0)${lo}+=${amount};else ${hi}+=${amount};`
    const known = `if(${surely}){${lo}+=${amount};${hi}+=${amount}}${maybe}`
    return `if(${perhaps}){if(${amount}===${blank})${open}=1;else{${known}}}`
  })
  return { lo, hi, unknown: open, inapplicable: null }
}

function runLength(
  { entryKind, during, endedBy }: Extract<AggregateOp, { op: 'run-length' }>,
  { index, inside, writing }: Context,
): SpanText {
  // Nothing else than yes is asked of them.
  const yes = (of: NodeIndex): string =>
    writing.entryFunction(entryKind, (entry) => `(${bit(writing.circuit.truth(of, 'yes'), entry, writing)}&1)<<1`)
  const [found, hi] = [`l${index}`, `h${index}`]
  inside.lines.push(`const ${found}=runLength(room${entryKind}(),${yes(during)},${yes(endedBy)}),${hi}=end.hi;`)
  return { lo: found, hi, unknown: `(${found}!==${found}|0)`, inapplicable: `(${found}===-Infinity|0)` }
}
