import { type Refusal, refuse } from '../../core/refusal.ts'
import { everywhere, type Parameter, parametersOf } from '../../indexed/parameters.ts'

/** What a type can be searched by, under its name; undefined where it cannot. */
export const parameterOf = (type: string, name: string): Parameter | undefined =>
  [...everywhere, ...(parametersOf[type] ?? [])].find((one) => one.name === name)

/** A parameter that cannot be answered; `where` it stands is its name. */
export const wrong = (name: string, sentence: string, code = 'bad-value'): Refusal =>
  refuse(400, code, sentence, { where: `http.${name}` })
