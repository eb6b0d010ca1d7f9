import type { Where } from '@facialis/record'
import { ok, type Refusal, type Result } from '../../core/refusal.ts'
import { type Parameter, parametersOf } from '../../search-indexing/parameters.ts'
import { keptUnder, lookedUnder } from '../../search-indexing/values.ts'
import { mostOnAPage } from './count-and-since.ts'
import { badParameter, parameterOf } from './parameter.ts'
import { comparedWriting, isBlank, splitList, timeWhere, valuesWhere, type Writing } from './values-where.ts'

/** One condition: of the resource itself, of one that it refers to, or of one that refers to it. */
export type Criterion =
  | Readonly<{ where: Where }>
  | Readonly<{ through: Parameter; to: readonly Readonly<{ type: string; criteria: readonly Criterion[] }>[] }>
  | Readonly<{ from: string; by: Parameter; criteria: readonly Criterion[] }>

/** More than these no database takes well, and nobody asks. */
const mostValues = 200

const whereIn = (where: Result<Where>): Result<Criterion> => (where.ok ? ok({ where: where.value }) : where)

/** `code:not`, `subject:Patient.identifier`, `patient.name`: a parameter, a word about it, and where it goes on. */
export function criterionOf(type: string, name: string, value: string): Result<Criterion> {
  const most = name === '_id' ? mostOnAPage : mostValues
  if (splitList(value).length > most)
    return badParameter(name, `At most ${most} values stand in one list.`, 'too-much-asked')
  if (name.startsWith('_has:')) return referred(type, name, value)
  const dot = name.indexOf('.')
  const head = dot < 0 ? name : name.slice(0, dot)
  const colon = head.indexOf(':')
  const [plain, modifier] = colon < 0 ? [head, null] : [head.slice(0, colon), head.slice(colon + 1)]
  if ((plain === '_id' || plain === '_lastUpdated') && dot < 0) {
    if (modifier !== null) return unknownModifier(name, modifier, plain)
    const ids = splitList(value)
    if (ids.every(isBlank)) return badParameter(name, `${name} has no value.`)
    return plain === '_id' ? ok({ where: { ids } }) : whereIn(timeWhere(name, value, comparedWriting))
  }
  const parameter = parameterOf(type, plain)
  if (parameter === undefined)
    return badParameter(name, `${type} cannot be searched by ${JSON.stringify(plain)} here.`, 'unknown-parameter')
  if (dot >= 0) return chained(parameter, { name, modifier, rest: name.slice(dot + 1), value })
  const names = keptUnder(parameter)
  const present = parameter.kind === 'date' ? [names.from] : lookedUnder(parameter)
  if (modifier === 'missing') {
    if (value !== 'true' && value !== 'false') return badParameter(name, ':missing is true or false.')
    const has: Where = {
      any: [
        ...present.map((name) => ({ name })),
        ...(parameter.kind === 'reference' ? [{ name: names.identifier }] : []),
      ],
    }
    return ok({ where: value === 'true' ? { not: has } : has })
  }
  // Of a list of nothing, `:not` would be true of everything.
  if (splitList(value).every(isBlank)) return badParameter(name, `${name} has no value.`)
  const where = valuesWhere(parameter, { name, modifier, value })
  return where === null ? unknownModifier(name, modifier, plain) : whereIn(where)
}

const unknownModifier = (name: string, modifier: string | null, plain: string): Refusal =>
  badParameter(name, `${JSON.stringify(`:${modifier}`)} is not known for ${plain}.`, 'unknown-modifier')

function chained(parameter: Parameter, { name, modifier, rest, value }: Writing & { rest: string }): Result<Criterion> {
  const { targets = [], kind } = parameter
  if (kind !== 'reference') return badParameter(name, `${parameter.name} leads nowhere, so nothing follows it.`)
  if (rest.includes('.')) return badParameter(name, 'A chain has one link.', 'unknown-modifier')
  const wanted = modifier === null ? targets : targets.filter((one) => one === modifier)
  const to = wanted.flatMap((type) => {
    const read = criterionOf(type, rest, value)
    return read.ok ? [{ type, criteria: [read.value] }] : []
  })
  if (to.length > 0) return ok({ through: parameter, to })
  const [only] = wanted
  const why = only === undefined ? null : criterionOf(only, rest, value)
  if (why && !why.ok && ['bad-value', 'too-much-asked'].includes(why.problem.code))
    return badParameter(name, why.problem.sentence, why.problem.code)
  return badParameter(
    name,
    `Nothing that ${parameter.name} leads to can be searched by ${JSON.stringify(rest)}.`,
    'unknown-parameter',
  )
}

/** `_has:Observation:patient:code`: those to whom another refers of which this is so. */
function referred(type: string, name: string, value: string): Result<Criterion> {
  const [, from = '', link = '', ...rest] = name.split(':')
  const further = rest.join(':')
  if (further === '' || !Object.hasOwn(parametersOf, from))
    return badParameter(name, '_has is written _has:Type:reference:parameter.', 'unknown-parameter')
  const by = parameterOf(from, link)
  if (by?.kind !== 'reference' || !by.targets?.includes(type))
    return badParameter(name, `${from}:${link} does not lead to ${type}.`, 'unknown-parameter')
  if (further.startsWith('_has:') || further.includes('.'))
    return badParameter(name, 'A chain has one link.', 'unknown-modifier')
  const read = criterionOf(from, further, value)
  return read.ok
    ? ok({ from, by, criteria: [read.value] })
    : badParameter(name, read.problem.sentence, read.problem.code)
}
