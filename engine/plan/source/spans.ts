/** Numbers and dates as text of a program: a function returns the lower end and leaves the upper one in `end.hi`. */
import type { NodeIndex, PlanNode, SpanOp, TruthOp } from '../plan.ts'
import type { Body } from './program.ts'

type SpanNode = PlanNode & SpanOp
type Compare = PlanNode & Extract<TruthOp, { op: 'compare' }>

/** Statements that put a span into two names; which of its ends may be missing is known where it is written. */
type Written = Readonly<{ statements: string; lo: string; hi: string; mayBeOpen: boolean }>

/** Statements that leave with the one value where any of these is not applicable, with the other where any is not known. */
function leavingIfOpen(spans: readonly Written[], inapplicable: string, unknown: string): string {
  const open = spans.filter(({ mayBeOpen }) => mayBeOpen)
  if (open.length === 0) return ''
  const any = (test: (lo: string) => string): string => open.map(({ lo }) => test(lo)).join('||')
  // Only the lower end says that a span is not known: the upper one is whatever stood there before.
  return `if(${any((lo) => `${lo}===-Infinity`)})return ${inapplicable};if(${any((lo) => `${lo}!==${lo}`)})return ${unknown};`
}

/** The name of a function that compares two spans. */
export function comparing(node: Compare, body: Body): string {
  return body.program.write(body.program.fresh('c'), node.within, (inside) => {
    const [left, right] = [span(node.left, inside), span(node.right, inside)]
    const [yes, no] = node.comparison === '<' ? ['<', '>='] : ['<=', '>']
    return `${left.statements}${right.statements}${leavingIfOpen([left, right], '0', '1')}return ${left.hi}${yes}${right.lo}?2:${left.lo}${no}${right.hi}?0:1;`
  })
}

export function span(index: NodeIndex, body: Body): Written {
  const node = body.program.node(index) as SpanNode
  const constant = fixed(node)
  if (constant !== null) return { statements: '', lo: constant, hi: constant, mayBeOpen: false }
  const [lo, hi] = [body.temporary(), body.temporary()]
  return {
    statements: `${lo}=${body.program.spanFunction(index)}(${body.entry(node)});${hi}=end.hi;`,
    lo,
    hi,
    mayBeOpen: true,
  }
}

const fixed = (node: SpanNode): string | null =>
  node.op === 'number'
    ? `(${node.value})`
    : node.op === 'policy'
      ? `policy[${node.index}]`
      : node.op === 'as-of'
        ? 'asOf'
        : null

/** The statements of the function of a span. */
export function spanBody(node: SpanNode, body: Body): string {
  const { program } = body
  const rooms = (room: number): string => `room${room}()`
  const ofEntry = (room: number, of: NodeIndex): string =>
    program.entryFunction(room, (inside) => program.truth(of, inside))
  const dateOfEntry = (room: number, at: number): string => program.entryFunction(room, () => `dated(R${room},e+${at})`)
  switch (node.op) {
    case 'number':
    case 'policy':
    case 'as-of': {
      const value = fixed(node)
      return `end.hi=${value};return ${value};`
    }
    case 'quantity': {
      const { room, cell } = node.place
      const t = body.temporary()
      return `${t}=${room === null ? `P[${cell}]` : `R${room}[e+${cell}]`};if(${t}===blank)return NaN;end.hi=${t};return ${t};`
    }
    case 'date':
    case 'recorded': {
      const { room, cell, observed } = node.place
      const at = node.op === 'date' ? cell : observed
      return `return ${room === null ? `dated(P,${at})` : `dated(R${room},e+${at})`};`
    }
    case 'entry-date':
      return `return dated(R${node.room},e);`
    case 'latest-date':
    case 'first-date': {
      const date = dateOfEntry(node.room, node.field ? node.field.cell : 0)
      return `return edgeDate(${rooms(node.room)}.count,${ofEntry(node.room, node.where)},${date},${node.op === 'latest-date'});`
    }
    case 'earliest':
    case 'latest': {
      const pick = node.op === 'earliest' ? 'Math.min' : 'Math.max'
      const [lo, hi] = [body.temporary(), body.temporary()]
      const parts = node.of.map((part) => {
        const one = span(part, body)
        return `${one.statements}if(${one.lo}!==-Infinity){if(${lo}===-Infinity){${lo}=${one.lo};${hi}=${one.hi}}else{${lo}=${pick}(${lo},${one.lo});${hi}=${pick}(${hi},${one.hi})}}`
      })
      return `${lo}=-Infinity;${hi}=0;${parts.join('')}end.hi=${hi};return ${lo};`
    }
    case 'provided': {
      const when = body.temporary()
      const one = span(node.date, body)
      return `${when}=${program.truth(node.when, body)};if(${when}!==2)return ${when}===0?-Infinity:NaN;${one.statements}end.hi=${one.hi};return ${one.lo};`
    }
    case 'days':
    case 'years': {
      const [from, to] = [span(node.from, body), span(node.to, body)]
      const distance = (a: string, b: string): string => (node.op === 'days' ? `${b}-${a}` : `wholeYears(${a},${b})`)
      return `${from.statements}${to.statements}${leavingIfOpen([from, to], '-Infinity', 'NaN')}end.hi=${distance(from.lo, to.hi)};return ${distance(from.hi, to.lo)};`
    }
    case 'count':
      return `return countOf(${rooms(node.room)}.count,${ofEntry(node.room, node.where)});`
    case 'sum': {
      const amount = program.entryFunction(node.room, () => `amount(R${node.room}[e+${node.field.cell}])`)
      return `return sumOf(${rooms(node.room)}.count,${ofEntry(node.room, node.where)},${amount});`
    }
    case 'plus': {
      const parts = node.of.map((part) => span(part, body))
      const sum = (end: 'lo' | 'hi'): string => parts.map((part) => part[end]).join('+') || '0'
      return `${parts.map((part) => part.statements).join('')}${leavingIfOpen(parts, '-Infinity', 'NaN')}end.hi=${sum('hi')};return ${sum('lo')};`
    }
    case 'times': {
      const [left, right] = [span(node.left, body), span(node.right, body)]
      return `${left.statements}${right.statements}return product(${left.lo},${left.hi},${right.lo},${right.hi});`
    }
    case 'run-length':
      return `return runLength(${rooms(node.room)},${ofEntry(node.room, node.during)},${ofEntry(node.room, node.endedBy)});`
    default:
      return node satisfies never
  }
}
