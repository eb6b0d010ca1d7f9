import { openApi } from '@facialis/server/openapi/document.ts'
import { routes } from '@facialis/server/routes/index.ts'

/** `docs/openapi.json`: what the server tells at `/api/openapi.json`, as it is read in a review. */
export const openApiPage = (): string => `${printed(openApi(routes), '')}\n`

const width = 120

/** What stands on the line beside a value: the indent and name before it, the comma behind it. */
type Beside = Readonly<{ before: number; comma: boolean }>

/** What fits on a line stands on one. */
function printed(value: unknown, indent: string, { before, comma }: Beside = { before: 0, comma: false }): string {
  const line = flat(value)
  const fits = indent.length + before + line.length + (comma ? 1 : 0) <= width
  if (fits || typeof value !== 'object' || value === null) return line
  const inner = `${indent}  `
  const all = Object.entries(value)
  const members = all.map(([key, one], at) => {
    const name = Array.isArray(value) ? '' : `${JSON.stringify(key)}: `
    return inner + name + printed(one, inner, { before: name.length, comma: at < all.length - 1 })
  })
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${members.join(',\n')}\n${indent}${close}`
}

function flat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${flat(one)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
