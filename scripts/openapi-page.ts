import { openApi } from '@facialis/server/openapi/document.ts'
import { routes } from '@facialis/server/routes/index.ts'

/** `docs/openapi.json`: what the server tells at `/api/openapi.json`, as it is read in a review. */
export const openApiPage = (): string => `${printed(openApi(routes), '')}\n`

const width = 120

/** What fits on a line stands on one. */
function printed(value: unknown, indent: string, before = 0): string {
  const line = flat(value)
  if (indent.length + before + line.length < width || typeof value !== 'object' || value === null) return line
  const inner = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((one) => inner + printed(one, inner)).join(',\n')}\n${indent}]`
  const members = Object.entries(value).map(([key, one]) => {
    const name = `${JSON.stringify(key)}: `
    return inner + name + printed(one, inner, name.length)
  })
  return `{\n${members.join(',\n')}\n${indent}}`
}

function flat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${flat(one)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
