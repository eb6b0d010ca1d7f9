const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words as they may stand in HTML, between tags and in attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] as string)

export type Attributes = Readonly<Record<string, string | number | null>>

/** One element around what is already HTML. */
export const element = (name: string, attributes: Attributes, ...inside: readonly string[]): string =>
  `<${name}${Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')}>${inside.join('')}</${name}>`
