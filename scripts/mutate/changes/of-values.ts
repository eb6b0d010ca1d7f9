import type { ESTree, VisitorObject } from 'vite'
import type { Add } from './change.ts'

/** More elements than this are a table, whose rows are seen as what they hold. */
const fewElements = 8

/** Truths, numbers, words, and what lists and objects are made of. */
export function values(text: string, add: Add): VisitorObject {
  const dropped = (element: ESTree.Span): void => {
    const comma = /^\s*,/.exec(text.slice(element.end))?.[0].length ?? 0
    add({ start: element.start, end: element.end + comma }, '')
  }
  return {
    Literal: (node) => {
      if (typeof node.value === 'boolean') add(node, String(!node.value))
      else if (typeof node.value === 'number') add(node, String(node.value === 1 ? 0 : node.value + 1))
      else if (typeof node.value === 'string') add(node, node.value === '' ? "'something else'" : "''")
    },
    TemplateLiteral: (node) => {
      if (node.quasis.some((part) => part.value.raw.trim() !== '')) add(node, '``')
    },
    ArrayExpression: (node) => {
      if (node.elements.length === 0) return
      add(node, '[]')
      if (node.elements.length === 1 || node.elements.length > fewElements) return
      for (const element of node.elements) if (element !== null) dropped(element)
    },
    ObjectExpression: (node) => {
      for (const property of node.properties) if (property.type === 'SpreadElement') dropped(property)
    },
  }
}
