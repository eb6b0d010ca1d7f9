import { type Refusal, refuse } from '../../core/refusal.ts'
import { everywhere, type Parameter, parametersOf } from '../../search-indexing/parameters.ts'

/** A type's search parameter by its name; undefined where there is none. */
export const parameterOf = (type: string, name: string): Parameter | undefined =>
  [...everywhere, ...(parametersOf[type] ?? [])].find((one) => one.name === name)

/** A parameter that cannot be answered; `where` it stands is its name. */
export const badParameter = (name: string, sentence: string, code = 'bad-value'): Refusal =>
  refuse(400, code, sentence, { where: `http.${name}` })
