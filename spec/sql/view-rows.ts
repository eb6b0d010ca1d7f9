import type { ViewDefinition } from '@facialis/engine/flat/index.ts'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'

type Value = string | number | boolean | null
type Resource = Readonly<Record<string, unknown>>

/** The two functions that SQL on FHIR adds to FHIRPath. */
const userInvocationTable = {
  getResourceKey: {
    fn: (list: readonly Readonly<{ data?: Resource } & Resource>[]) =>
      list.map((one) => (one.data ?? one).id as string),
    arity: { 0: [] },
  },
  getReferenceKey: {
    fn: (list: readonly Readonly<{ data?: Resource } & Resource>[]) =>
      list.map((one) => String((one.data ?? one).reference).replace(/^.*\//, '')),
    arity: { 0: [], 1: ['TypeSpecifier' as const] },
  },
}

const compiled = new Map<string, (from: unknown) => readonly unknown[]>()
function evaluated(path: string, from: unknown, base?: string): readonly unknown[] {
  const key = `${base} ${path}`
  let run = compiled.get(key)
  if (!run) {
    const made = fhirpath.compile(base === undefined ? path : { base, expression: path }, r4, {
      userInvocationTable,
    } as never)
    run = (one) => made(one as never, {}) as readonly unknown[]
    compiled.set(key, run)
  }
  return run(from)
}

/** The rows of a ViewDefinition: what its columns say of every resource it looks at. */
export function viewRows(
  { where, select }: ViewDefinition,
  resources: readonly Resource[],
): readonly (readonly Value[])[] {
  return resources
    .filter((resource) => where.every(({ path }) => evaluated(path, resource)[0] === true))
    .flatMap((resource) =>
      select
        .map(({ column, forEachOrNull }) => {
          const each = forEachOrNull === undefined ? [resource] : evaluated(forEachOrNull, resource)
          const ofEach = (one: unknown): readonly Value[] =>
            column.map(({ path }) =>
              single(evaluated(path, one, forEachOrNull === undefined ? undefined : 'Coding'), path),
            )
          return each.length === 0 ? [column.map(() => null)] : each.map(ofEach)
        })
        .reduce<readonly (readonly Value[])[]>(
          (rows, more) => rows.flatMap((row) => more.map((next) => [...row, ...next])),
          [[]],
        ),
    )
}

/** A column holds one value. */
function single(values: readonly unknown[], path: string): Value {
  if (values.length > 1) throw new Error(`${path} gives several values.`)
  const [value] = values
  if (value === undefined || value === null) return null
  return typeof value === 'boolean' || typeof value === 'number' ? value : String(value)
}

/** The table in which the rows of a view stand. */
export const viewTable = ({ name, select }: ViewDefinition): string => {
  const types = { string: 'TEXT', boolean: 'BOOLEAN', decimal: 'DECIMAL(18, 6)' }
  const columns = select.flatMap(({ column }) => column).map(({ name: own, type }) => `${own} ${types[type]}`)
  return `CREATE TABLE ${name} (${columns.join(', ')})`
}
