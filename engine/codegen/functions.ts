import type { Wire } from '../circuit/circuit-builder.ts'
import { emitWire } from '../circuit/emit-wire.ts'
import { type Block, fusableQuantifiers, type Step, splitBlocks } from '../circuit/schedule-steps.ts'
import type { EntryKindIndex, NodeIndex, PlanNode, TruthOp } from '../plan/plan.ts'
import { bit, type CodegenContext, truthText, wireEmitter } from './codegen-context.ts'
import { entryLoop } from './entry-loop.ts'
import { mayExceedInt32 } from './may-exceed-int32.ts'
import { constant, type Key, scope, spanParts } from './scope.ts'
import { newSpan, span } from './spans.ts'
import type { StorageClass } from './storage-allocator.ts'

/** Functions, in the order in which they are called, each with the values that it reads and its name. */
export type Functions = Readonly<{ texts: readonly string[]; calls: readonly string[] }>

export function functionsOf(stretches: readonly Block[], asked: ReadonlySet<Key>, writing: CodegenContext): Functions {
  const texts: string[] = []
  const calls: string[] = []
  for (const { within, steps } of splitBlocks(stretches)) {
    const name = `f${texts.length}`
    const body = functionBody(steps, within, asked, writing)
    // What may be another array each time is handed in: it is looked at once and not at each use.
    const takes = [...new Set(body.match(/\b(?:P\b|[RNWVX]\d+\b)/g))].join()
    texts.push(`const ${name}=(${takes})=>{${body}}`)
    calls.push(`${name}(${takes})`)
  }
  return { texts, calls }
}

function functionBody(
  steps: readonly Step[],
  within: EntryKindIndex | null,
  asked: ReadonlySet<Key>,
  writing: CodegenContext,
): string {
  const { plan, circuit, keeping, complementedWires } = writing
  /** Those that read what stands in a constant here: what asks entries one by one does so by functions of its own. */
  const here = new Set(steps.filter((step) => !asksEntries(step)).map(({ at }) => at))
  const inside = scope(within)

  function keep(key: Key, name: string, text: string, { consumers }: Step, kept: StorageClass = 'W'): void {
    const value = constant(inside, key, name, text)
    const isRead = asked.has(key) || consumers.some((at) => !here.has(at))
    if (isRead) inside.lines.push(`${keeping.put(key, kept, within)}=${value};`)
  }
  for (let from = 0; from < steps.length; ) {
    const step = steps[from] as Step
    const together = fusableQuantifiers(steps, from, circuit)
    if (together.length > 0) some(together)
    else if (step.kind === 'wire') wire(step)
    else if (step.kind === 'compare') compared(step)
    else if (step.kind === 'span') spanStep(step)
    else recent(step)
    from += Math.max(1, together.length)
  }
  const text = inside.lines.join('')
  return within === null ? text : entryLoop(plan, within, text)

  function asksEntries(step: Step): boolean {
    return step.kind === 'recent' || (plan.nodes[step.of]?.op === 'run-length' && step.kind === 'span')
  }

  function wire(step: Step): void {
    const { value, complemented } = emitWire(circuit.wires[step.of] as Wire, wireEmitter(inside, writing))
    if (complemented) complementedWires.add(step.of)
    keep(`wire ${step.of}`, `a${step.of}`, value, step)
  }

  function some(list: readonly Step[]): void {
    const wires = list.map(({ of }) => circuit.wires[of] as Extract<Wire, { op: 'some' }>)
    const entryKind = (wires[0] as (typeof wires)[number]).entryKind
    const entry = scope(entryKind, inside)
    for (const [at, { of }] of list.entries())
      entry.lines.push(`s${of}|=${bit((wires[at] as (typeof wires)[number]).of, entry, writing)};`)
    inside.lines.push(
      `let ${list.map(({ of }) => `s${of}=0`).join()};${entryLoop(plan, entryKind, entry.lines.join(''))}`,
    )
    for (const step of list) keep(`wire ${step.of}`, `a${step.of}`, `s${step.of}`, step)
  }

  function compared(step: Step): void {
    const node = plan.nodes[step.of] as Extract<PlanNode & TruthOp, { op: 'compare' }>
    const [left, right] = [span(node.left, inside, writing), span(node.right, inside, writing)]
    const isClear = (parts: readonly (string | null)[]): string =>
      parts.map((part) => (part === null ? '' : `&~${part}`)).join('')
    const isSet = (parts: readonly (string | null)[]): string =>
      parts.map((part) => (part === null ? '' : `|${part}`)).join('')
    const open = [left.unknown, right.unknown]
    const none = [left.inapplicable, right.inapplicable]
    const [less, notLess] = node.comparison === '<' ? ['<', '>='] : ['<=', '>']
    for (const side of writing.schedule.sides(step.of))
      if (side === 'yes') {
        const yes = `(${left.hi}${less}${right.lo}|0)${isClear([...open, ...none])}`
        keep(`yes ${step.of}`, `y${step.of}`, yes, step)
        // A comparison with what is not applicable is no, whatever stands on the other side.
      } else
        keep(`no ${step.of}`, `n${step.of}`, `(${left.lo}${notLess}${right.hi}|0)${isClear(open)}${isSet(none)}`, step)
  }

  function spanStep(step: Step): void {
    const written = newSpan(step.of, inside, writing)
    const numbers = mayExceedInt32(step.of, plan) ? 'X' : 'V'
    for (const part of spanParts) {
      const kept = part === 'lo' || part === 'hi' ? numbers : 'W'
      keep(`${part} ${step.of}`, `${part}${step.of}`, written[part] ?? '0', step, kept)
    }
  }

  function recent(step: Step): void {
    const { entryKind, where, holds, back } = plan.nodes[step.of] as Extract<PlanNode & TruthOp, { op: 'recent' }>
    const ask = (of: NodeIndex): string => writing.entryFunction(entryKind, (entry) => truthText(of, entry, writing))
    const found = `t${step.of}`
    inside.lines.push(`const ${found}=recent(room${entryKind}(),${ask(where)},${ask(holds)},${back});`)
    for (const side of writing.schedule.sides(step.of))
      keep(`${side} ${step.of}`, `${side}${step.of}`, `${found}===${side === 'yes' ? 2 : 0}|0`, step)
  }
}
