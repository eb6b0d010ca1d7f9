import type { VisitorObject } from 'vite'
import type { Add } from './change.ts'

/** Left out, what they are called on stays as it was. */
const leftOut = new Set([
  'filter',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'slice',
  'trim',
  'trimEnd',
  'toLowerCase',
  'toUpperCase',
  'concat',
  'replace',
  'replaceAll',
])

const insteadOf: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  find: 'findLast',
  findLast: 'find',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  floor: 'ceil',
  ceil: 'floor',
}

/** Calls that sieve, order or cut what they are called on, and calls that have a twin. */
export function calls(_text: string, add: Add): VisitorObject {
  return {
    CallExpression: ({ callee, end }) => {
      if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return
      const { name } = callee.property
      if (leftOut.has(name)) add({ start: callee.object.end, end }, '')
      const other = Object.hasOwn(insteadOf, name) ? insteadOf[name] : undefined
      if (other !== undefined) add(callee.property, other)
    },
  }
}
