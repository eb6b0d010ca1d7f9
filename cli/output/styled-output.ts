import type { CommandIo, OutputStream } from '../io/command-io.ts'

/** Text styles: ANSI colours on a terminal that supports them, plain text elsewhere. */
export type TextStyle = Readonly<{
  width: number
  heading: (text: string) => string
  strong: (text: string) => string
  faint: (text: string) => string
  good: (text: string) => string
  warning: (text: string) => string
  bad: (text: string) => string
}>

/** Writes styled lines to an output stream. */
export type StyledOutput = TextStyle & Readonly<{ say: (line: string) => void }>

export const styledOutputOn = ({ stdout, env }: CommandIo): StyledOutput => ({
  ...textStyleFor(stdout, env),
  say: (line) => void stdout.write(`${line}\n`),
})

/** Between 80 and 100 columns wide. Colours are never the only signal. */
export function textStyleFor(
  place: Pick<OutputStream, 'isTTY' | 'columns'>,
  { NO_COLOR, TERM }: CommandIo['env'],
): TextStyle {
  const isColoured = place.isTTY === true && (NO_COLOR ?? '') === '' && TERM !== 'dumb'
  const paint =
    (code: string) =>
    (text: string): string =>
      isColoured && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text
  return {
    width: Math.min(100, Math.max(80, place.columns ?? 80)),
    heading: paint('1;36'),
    strong: paint('1'),
    faint: paint('2'),
    good: paint('32'),
    warning: paint('33'),
    bad: paint('1;31'),
  }
}

/** Word-wraps text to a width, with a hanging indent: `first` is the prefix of the first line. */
export function wrapped(text: string, width: number, first = ''): readonly string[] {
  const indent = ' '.repeat(first.length)
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line]
}
