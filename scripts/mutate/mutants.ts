import { type ESTree, parseSync, Visitor, type VisitorObject } from 'vite'
import type { Change, Place } from './changes/change.ts'
import { calls } from './changes/of-calls.ts'
import { operators } from './changes/of-operators.ts'
import { statements } from './changes/of-statements.ts'
import { values } from './changes/of-values.ts'

/** A file with one small mistake in it. */
export type Mutant = Change & Readonly<{ path: string; line: number; column: number; was: string }>

/**
 * Every file with one small mistake that can be made of a TypeScript file, in the order of its text. Left alone: what is
 * erased before it runs, where modules are, and what is thrown, since a throw is a bug whose words are no promise.
 * @throws when the text is not TypeScript
 */
export function mutantsOf(path: string, text: string): readonly Mutant[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const found: Change[] = []
  const add = (place: Place, becomes: string): void => {
    found.push({ start: place.start, end: place.end, becomes })
  }
  for (const kind of [operators, values, calls, statements]) new Visitor(kind(text, add)).visit(program)
  const alone = leftAlone(program)
  const linesBefore = lineStarts(text)
  return found
    .filter(({ start, end }) => !alone.some((place) => place.start <= start && end <= place.end))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((change) => {
      const line = linesBefore.findLastIndex((start) => start <= change.start)
      const column = change.start - (linesBefore[line] ?? 0) + 1
      return { ...change, path, line: line + 1, column, was: text.slice(change.start, change.end) }
    })
}

function leftAlone(program: ESTree.Program): readonly Place[] {
  const places: Place[] = []
  const whole = (node: Place): void => {
    places.push(node)
  }
  const afterExpression = (node: Place & Readonly<{ expression: Place }>): void => {
    places.push({ start: node.expression.end, end: node.end })
  }
  // A word compared with something else never is it, as if the comparison never held.
  const word = (node: ESTree.Node | null): void => {
    if (node?.type === 'Literal' && typeof node.value === 'string') places.push(node)
  }
  const visitor: VisitorObject = {
    ImportDeclaration: whole,
    ExportAllDeclaration: whole,
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) whole(node)
    },
    ThrowStatement: whole,
    TSTypeAliasDeclaration: whole,
    TSInterfaceDeclaration: whole,
    TSTypeAnnotation: whole,
    TSTypeParameterDeclaration: whole,
    TSTypeParameterInstantiation: whole,
    TSAsExpression: afterExpression,
    TSSatisfiesExpression: afterExpression,
    BinaryExpression: (node) => {
      if (node.operator !== '===' && node.operator !== '!==') return
      word(node.left)
      word(node.right)
    },
    SwitchCase: (node) => word(node.test),
    Property: (node) => {
      if (!node.computed) whole(node.key)
    },
  }
  new Visitor(visitor).visit(program)
  return places
}

/** The offset at which each line begins. */
const lineStarts = (text: string): readonly number[] => [
  0,
  ...[...text.matchAll(/\n/g)].map((found) => found.index + 1),
]
