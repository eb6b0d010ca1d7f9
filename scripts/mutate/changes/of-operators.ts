import type { ESTree, VisitorObject } from 'vite'
import type { Add } from './change.ts'

/** What somebody could write instead: turned round, and where an edge is included, without it. */
const instead: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&': ['|'],
  '|': ['&'],
  '^': ['&'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['<<'],
  '&&': ['||'],
  '||': ['&&'],
}

const insteadOfSetting: Readonly<Record<string, string>> = {
  '+=': '-=',
  '-=': '+=',
  '*=': '/=',
  '&=': '|=',
  '|=': '&=',
  '^=': '|=',
  '<<=': '>>=',
  '>>=': '<<=',
  '>>>=': '<<=',
  '??=': '=',
  '||=': '=',
}

/** Comparisons, arithmetic, `&&` and `||`, `!`, what is taken when there is nothing, and what is set. */
export function operators(text: string, add: Add): VisitorObject {
  const between = (left: ESTree.Span, right: ESTree.Span, operator: string, becomes: string): void => {
    const start = text.indexOf(operator, left.end)
    if (start < 0 || start >= right.start) return
    add({ start, end: start + operator.length }, becomes)
  }
  return {
    BinaryExpression: (node) => {
      if (node.operator === '+' && (isText(node.left) || isText(node.right))) return
      for (const other of instead[node.operator] ?? []) between(node.left, node.right, node.operator, other)
    },
    LogicalExpression: (node) => {
      for (const other of instead[node.operator] ?? []) between(node.left, node.right, node.operator, other)
      if (node.operator === '??') add({ start: node.left.end, end: node.end }, '')
    },
    UnaryExpression: (node) => {
      if (node.operator === '!' || node.operator === '-' || node.operator === '~')
        add({ start: node.start, end: node.argument.start }, '')
    },
    UpdateExpression: (node) => {
      const start = node.prefix ? node.start : node.end - 2
      add({ start, end: start + 2 }, node.operator === '++' ? '--' : '++')
    },
    AssignmentExpression: (node) => {
      const other = insteadOfSetting[node.operator]
      if (other !== undefined) between(node.left, node.right, node.operator, other)
    },
    MemberExpression: (node) => {
      if (!node.optional) return
      const start = text.indexOf('?.', node.object.end)
      add({ start, end: start + 2 }, node.computed ? '' : '.')
    },
  }
}

const isText = (node: ESTree.Node): boolean =>
  node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string')
