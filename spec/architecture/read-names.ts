import { parseSync, Visitor } from 'vite'

/** Stands for every name of a file: that of a namespace, and of what is loaded late. */
export const everything = '*'

/** A name that a file offers others. */
export type Offered = Readonly<{
  name: string
  isType: boolean
  /** What whoever takes it has to understand: parameters and what is returned, a written type, what a value is made of. */
  signature: string
  /** The name it has in the file it is passed on from. */
  passedOn: boolean
}>

/** A name that a file takes of another. */
export type Taken = Readonly<{ target: string; name: string }>

type Place = Readonly<{ start: number; end: number }>
type Program = ReturnType<typeof parseSync>['program']
type Statement = Program['body'][number]
type Declared = NonNullable<Extract<Statement, { type: 'ExportNamedDeclaration' }>['declaration']>

/** What one source text offers and takes, by name. @throws when it is not TypeScript */
export function readNames(
  path: string,
  text: string,
): Readonly<{ offered: readonly Offered[]; taken: readonly Taken[] }> {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const said = ({ start, end }: Place): string => text.slice(start, end)
  const offered: Offered[] = []
  const taken: Taken[] = []
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration')
      for (const one of statement.specifiers)
        taken.push({
          target: statement.source.value,
          name:
            one.type === 'ImportSpecifier'
              ? nameOf(one.imported)
              : one.type === 'ImportDefaultSpecifier'
                ? 'default'
                : everything,
        })
    if (statement.type === 'ExportAllDeclaration') taken.push({ target: statement.source.value, name: everything })
    if (statement.type === 'ExportDefaultDeclaration')
      offered.push({ name: 'default', isType: false, signature: '', passedOn: false })
    if (statement.type !== 'ExportNamedDeclaration') continue
    for (const one of statement.specifiers) {
      if (statement.source !== null) taken.push({ target: statement.source.value, name: nameOf(one.local) })
      const isType = statement.exportKind === 'type' || one.exportKind === 'type'
      offered.push({ name: nameOf(one.exported), isType, signature: '', passedOn: true })
    }
    if (statement.declaration !== null) offered.push(...declared(statement.declaration, said))
  }
  // Few have one, and to go through a whole file for it takes longer than to read it.
  if (text.includes('import('))
    new Visitor({
      ImportExpression: ({ source }) => {
        if (source.type === 'Literal' && typeof source.value === 'string')
          taken.push({ target: source.value, name: everything })
      },
      TSImportType: ({ source }) => {
        taken.push({ target: source.value, name: everything })
      },
    }).visit(program)
  return { offered, taken }
}

const nameOf = (node: Readonly<{ type: string; name?: string; value?: unknown }>): string =>
  node.name ?? String(node.value)

function declared(one: Declared, said: (place: Place) => string): readonly Offered[] {
  const offered = (name: string, isType: boolean, parts: readonly (Place | null | undefined)[]): Offered => ({
    name,
    isType,
    signature: parts.flatMap((part) => (part ? [said(part)] : [])).join('\n'),
    passedOn: false,
  })
  if (one.type === 'VariableDeclaration')
    return one.declarations.flatMap(({ id, init }) => {
      if (id.type !== 'Identifier') return []
      const made = init?.type === 'ArrowFunctionExpression' ? signatureOf(init) : [init]
      return [offered(id.name, false, [id.typeAnnotation, ...made])]
    })
  if (one.type === 'FunctionDeclaration') return one.id === null ? [] : [offered(one.id.name, false, signatureOf(one))]
  if (one.type === 'ClassDeclaration') return one.id === null ? [] : [offered(one.id.name, false, [one])]
  return one.type === 'TSTypeAliasDeclaration' || one.type === 'TSInterfaceDeclaration'
    ? [offered(one.id.name, true, [one])]
    : []
}

type Called = Readonly<{
  typeParameters?: Place | null
  params: readonly Place[]
  returnType?: Place | null
}>

const signatureOf = ({ typeParameters, params, returnType }: Called) => [typeParameters, ...params, returnType]
