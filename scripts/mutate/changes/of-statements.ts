import type { ESTree, VisitorObject } from 'vite'
import type { Add } from './change.ts'

/** Conditions that always or never hold, statements that are forgotten, and functions that do nothing. */
export function statements(_text: string, add: Add): VisitorObject {
  const always = (test: ESTree.Expression): void => {
    if (test.type === 'Literal') return
    add(test, 'true')
    add(test, 'false')
  }
  const never = (test: ESTree.Expression | null): void => {
    if (test !== null && test.type !== 'Literal') add(test, 'false')
  }
  const emptied = (body: ESTree.FunctionBody | ESTree.Expression | null): void => {
    if (body?.type !== 'BlockStatement' || body.body.length === 0) return
    // A function of one statement that is forgotten is the same as an empty one.
    if (body.body.length > 1 || body.body[0]?.type !== 'ExpressionStatement') add(body, '{}')
  }
  return {
    IfStatement: (node) => always(node.test),
    ConditionalExpression: (node) => always(node.test),
    WhileStatement: (node) => never(node.test),
    DoWhileStatement: (node) => never(node.test),
    ForStatement: (node) => never(node.test),
    ForOfStatement: (node) => add(node.body, '{}'),
    ForInStatement: (node) => add(node.body, '{}'),
    FunctionDeclaration: (node) => emptied(node.body),
    FunctionExpression: (node) => emptied(node.body),
    ArrowFunctionExpression: (node) => emptied(node.body),
    ExpressionStatement: (node) => add(node, ';'),
    BreakStatement: (node) => add(node, ';'),
    ContinueStatement: (node) => add(node, ';'),
    SwitchCase: (node) => {
      const [first] = node.consequent
      const last = node.consequent.at(-1)
      if (first !== undefined && last !== undefined) add({ start: first.start, end: last.end }, '')
    },
  }
}
