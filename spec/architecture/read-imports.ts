import { memoise } from '@facialis/language'
import { parseSync, Visitor } from 'vite'

/** One import as written. `target` is null when the address is computed and cannot be read from the source. */
export type Import = {
  readonly target: string | null
  readonly line: number
  /** Erased before running: it cannot make one file load another. */
  readonly typeOnly: boolean
}

/**
 * Every import of one source text, in order: import and export-from declarations, `import()` and `typeof import()`.
 * @throws when the text is not TypeScript
 */
export const readImports = memoise((path: string, text: string): readonly Import[] => {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const found: { readonly at: number; readonly target: string | null; readonly typeOnly: boolean }[] = []
  const visitor = new Visitor({
    ImportDeclaration: (node) => {
      found.push({ at: node.start, target: node.source.value, typeOnly: node.importKind === 'type' })
    },
    ExportAllDeclaration: (node) => {
      found.push({ at: node.start, target: node.source.value, typeOnly: node.exportKind === 'type' })
    },
    ExportNamedDeclaration: (node) => {
      if (node.source === null) return
      found.push({ at: node.start, target: node.source.value, typeOnly: node.exportKind === 'type' })
    },
    ImportExpression: (node) => {
      found.push({ at: node.start, target: literal(node.source), typeOnly: false })
    },
    TSImportType: (node) => {
      found.push({ at: node.start, target: node.source.value, typeOnly: true })
    },
  })
  visitor.visit(program)
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ at, target, typeOnly }) => ({ target, typeOnly, line: lineOf(text, at) }))
})

type Expression = { readonly type: string; readonly value?: unknown }

const literal = (node: Expression): string | null =>
  node.type === 'Literal' && typeof node.value === 'string' ? node.value : null

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length
