/** A piece of CQL, and whether it has to stand in brackets beside others; of what is joined, with what and which parts. */
export type Said = Readonly<{
  text: string
  compound: boolean
  joins?: Readonly<{ operator: string; parts: readonly Said[] }>
}>

export const atom = (text: string): Said => ({ text, compound: false })
export const compound = (text: string): Said => ({ text, compound: true })

/** Longer lines are broken at their parts. */
const wide = 100

export const indented = (text: string): string => text.replaceAll('\n', '\n  ')
const isShort = (text: string): boolean => text.length <= wide && !text.includes('\n')

/** As it stands beside an operator. */
export const tight = ({ text, compound: needsBrackets }: Said): string => {
  if (!needsBrackets) return text
  return isShort(text) ? `(${text})` : `(\n  ${indented(text)}\n)`
}

/** Parts with one operator between them. */
export function joined(operator: string, parts: readonly Said[]): Said {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const all = parts.flatMap((part) => (part.joins?.operator === operator ? part.joins.parts : [part]))
  const line = all.map(tight).join(` ${operator} `)
  return {
    text: isShort(line) ? line : all.map(tight).join(`\n${operator} `),
    compound: true,
    joins: { operator, parts: all },
  }
}

export function called(name: string, parts: readonly Said[]): Said {
  return atom(`${name}${bracketed('(', parts, ')')}`)
}

export const listed = (parts: readonly Said[]): Said => atom(bracketed('{ ', parts, ' }'))

export const tuple = (parts: readonly (readonly [name: string, value: Said])[]): Said =>
  atom(
    `Tuple ${bracketed(
      '{ ',
      parts.map(([name, { text }]) => atom(`${name}: ${indented(text)}`)),
      ' }',
    )}`,
  )

function bracketed(open: string, parts: readonly Said[], close: string): string {
  const line = `${open}${parts.map(({ text }) => text).join(', ')}${close}`
  if (isShort(line)) return line
  return `${open.trim()}\n  ${parts.map(({ text }) => indented(text)).join(',\n  ')}\n${close.trim()}`
}

export const wordsList = (words: readonly string[]): Said =>
  words.length === 0 ? atom('List<String>{}') : listed(words.map(literal))

export const quoted = (name: string): string => `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
export const named = (name: string): Said => atom(quoted(name))
export const literal = (text: string): Said => atom(`'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`)

/** Lines of remarks, none wider than a line of code. */
export function remark(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (line !== '' && line.length + word.length >= wide) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((one) => `// ${one}`).join('\n')
}
