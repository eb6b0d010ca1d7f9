/** A piece of CQL, and whether it has to stand in brackets beside others; of what is joined, with what and which parts. */
export type CqlExpression = Readonly<{
  text: string
  compound: boolean
  joins?: Readonly<{ operator: string; parts: readonly CqlExpression[] }>
}>

export const atom = (text: string): CqlExpression => ({ text, compound: false })
export const compound = (text: string): CqlExpression => ({ text, compound: true })

/** Longer lines are broken at their parts. */
const maxLineLength = 100

export const indented = (text: string): string => text.replaceAll('\n', '\n  ')
const isShort = (text: string): boolean => text.length <= maxLineLength && !text.includes('\n')

/** As it stands beside an operator. */
export const parenthesised = ({ text, compound: needsBrackets }: CqlExpression): string => {
  if (!needsBrackets) return text
  return isShort(text) ? `(${text})` : `(\n  ${indented(text)}\n)`
}

/** Parts with one operator between them. */
export function infix(operator: string, parts: readonly CqlExpression[]): CqlExpression {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const all = parts.flatMap((part) => (part.joins?.operator === operator ? part.joins.parts : [part]))
  const line = all.map(parenthesised).join(` ${operator} `)
  return {
    text: isShort(line) ? line : all.map(parenthesised).join(`\n${operator} `),
    compound: true,
    joins: { operator, parts: all },
  }
}

export function call(name: string, parts: readonly CqlExpression[]): CqlExpression {
  return atom(`${name}${bracketed('(', parts, ')')}`)
}

export const listLiteral = (parts: readonly CqlExpression[]): CqlExpression => atom(bracketed('{ ', parts, ' }'))

export const tuple = (parts: readonly (readonly [name: string, value: CqlExpression])[]): CqlExpression =>
  atom(
    `Tuple ${bracketed(
      '{ ',
      parts.map(([name, { text }]) => atom(`${name}: ${indented(text)}`)),
      ' }',
    )}`,
  )

function bracketed(open: string, parts: readonly CqlExpression[], close: string): string {
  const line = `${open}${parts.map(({ text }) => text).join(', ')}${close}`
  if (isShort(line)) return line
  return `${open.trim()}\n  ${parts.map(({ text }) => indented(text)).join(',\n  ')}\n${close.trim()}`
}

export const stringList = (words: readonly string[]): CqlExpression =>
  words.length === 0 ? atom('List<String>{}') : listLiteral(words.map(literal))

export const quoted = (name: string): string => `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
export const named = (name: string): CqlExpression => atom(quoted(name))
export const literal = (text: string): CqlExpression =>
  atom(`'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`)

/** Lines of remarks, none wider than a line of code. */
export function comment(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (line !== '' && line.length + word.length >= maxLineLength) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((one) => `// ${one}`).join('\n')
}
