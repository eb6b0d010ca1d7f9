import type { EntriesOp } from '../circuit/of-entries.ts'
import { blank } from '../plan/layout.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { overEntries } from './over-entries.ts'
import { type Scope, scope } from './scope.ts'
import type { Written } from './span-text.ts'
import { bit, bits, numberIn, type Writing } from './writing.ts'

type Around = Readonly<{ index: NodeIndex; inside: Scope; writing: Writing }>

/** What all entries of one kind come to, as variables with these letters and the number of the node behind them. */
export function ofEntries(index: NodeIndex, inside: Scope, writing: Writing): Written {
  const node = writing.plan.nodes[index] as EntriesOp
  const around = { index, inside, writing }
  switch (node.op) {
    case 'latest-date':
    case 'first-date':
      return edgeDate(node, around)
    case 'count':
      return count(node, around)
    case 'sum':
      return sum(node, around)
    case 'run-length':
      return runLength(node, around)
    default:
      return node satisfies never
  }
}

/** Goes through the entries; of each whether it counts for sure, and whether it may. */
function eachCounting(
  { room, where }: Readonly<{ room: number; where: NodeIndex }>,
  { inside, writing }: Around,
  text: (counts: Readonly<{ surely: string; perhaps: string }>, entry: Scope) => string,
): void {
  const { plan, circuit } = writing
  const entry = scope(room, inside)
  const side = (of: 'yes' | 'no'): string => bit(circuit.truth(where, of), entry, writing)
  const written = text({ surely: `${side('yes')}&1`, perhaps: `${bits.not(side('no'))}&1` }, entry)
  inside.lines.push(overEntries(plan, room, `${entry.lines.join('')}${written}`))
}

/** Of those that may count one end, of those that do for sure the other: `m` whether any may, `k` does, `d` is not dated. */
function edgeDate(node: Extract<EntriesOp, { field: unknown; op: `${string}-date` }>, around: Around): Written {
  const { index, inside } = around
  const cell = node.field?.cell ?? 0
  const latest = node.op === 'latest-date'
  const [never, isPast] = latest ? ['-2147483648', '>'] : ['2147483647', '<']
  const [lo, hi, any, surely, undated] = ['l', 'h', 'm', 'k', 'd'].map((letter) => `${letter}${index}`)
  inside.lines.push(`let ${lo}=${never},${hi}=${never},${any}=0,${surely}=0,${undated}=0;`)
  eachCounting(node, around, (counts, entry) => {
    const [first, last] = [numberIn(entry, node.room, cell), numberIn(entry, node.room, cell + 1)]
    const past = (best: string | undefined, one: string): string => `if(${one}${isPast}${best})${best}=${one};`
    const [may, does] = latest ? [past(hi, last), past(lo, first)] : [past(lo, first), past(hi, last)]
    const dated = `${may}if(${counts.surely}){${surely}=1;${does}}`
    return `if(${counts.perhaps}){${any}=1;if(${first}===${blank})${undated}=1;else{${dated}}}`
  })
  const open = `(${any}&(${undated}|~${surely}))`
  return { lo: `${lo}`, hi: `${hi}`, unknown: open, inapplicable: `~${any}` }
}

function count(node: Extract<EntriesOp, { op: 'count' }>, around: Around): Written {
  const { index, inside } = around
  const [lo, hi] = [`l${index}`, `h${index}`]
  inside.lines.push(`let ${lo}=0,${hi}=0;`)
  eachCounting(node, around, ({ surely, perhaps }) => `${lo}+=${surely};${hi}+=${perhaps};`)
  return { lo, hi, unknown: null, inapplicable: null }
}

function sum(node: Extract<EntriesOp, { op: 'sum' }>, around: Around): Written {
  const { index, inside } = around
  const [lo, hi, open] = [`l${index}`, `h${index}`, `d${index}`]
  inside.lines.push(`let ${lo}=0,${hi}=0,${open}=0;`)
  eachCounting(node, around, ({ surely, perhaps }, entry) => {
    const amount = numberIn(entry, node.room, node.field.cell)
    const maybe = `else if(${amount}<0)${lo}+=${amount};else ${hi}+=${amount};`
    const known = `if(${surely}){${lo}+=${amount};${hi}+=${amount}}${maybe}`
    return `if(${perhaps}){if(${amount}===${blank})${open}=1;else{${known}}}`
  })
  return { lo, hi, unknown: open, inapplicable: null }
}

function runLength(
  { room, during, endedBy }: Extract<EntriesOp, { op: 'run-length' }>,
  { index, inside, writing }: Around,
): Written {
  // Nothing else than yes is asked of them.
  const yes = (of: NodeIndex): string =>
    writing.ofEntry(room, (entry) => `(${bit(writing.circuit.truth(of, 'yes'), entry, writing)}&1)<<1`)
  const [found, hi] = [`l${index}`, `h${index}`]
  inside.lines.push(`const ${found}=runLength(room${room}(),${yes(during)},${yes(endedBy)}),${hi}=end.hi;`)
  return { lo: found, hi, unknown: `(${found}!==${found}|0)`, inapplicable: `(${found}===-Infinity|0)` }
}
