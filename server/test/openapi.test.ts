import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApi } from '../openapi/document.ts'
import { routes } from '../routes/index.ts'
import { cleanUp, type House, openHouse } from './support.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(cleanUp)

type Operation = Readonly<{
  operationId: string
  'x-permission': string
  parameters: readonly object[]
  responses: object
}>
type Document = Readonly<{ paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>; components: object }>

describe('the published document', () => {
  it('is OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const validator = new Validator()
    const checked = await validator.validate(openApi(routes))
    expect(checked.errors ?? []).toEqual([])
    expect(validator.version).toBe('3.1')
    const unresolved = JSON.stringify(openApi(routes)).match(/"\$ref":"[^"]*"/g) ?? []
    const { components } = openApi(routes) as unknown as { components: Record<string, Record<string, unknown>> }
    const lost = unresolved.filter((ref) => {
      const [, kind = '', name = ''] = /components\/(\w+)\/([\w-]+)"/.exec(ref) ?? []
      return components[kind]?.[name] === undefined
    })
    expect(lost).toEqual([])
  })

  it('tells of every route of our own who may ask it, and calls each by a name of its own', () => {
    const { paths } = openApi(routes) as unknown as Document
    const told = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({ at: `${method.toUpperCase()} ${path}`, operation })),
    )
    const own = routes.filter(({ path }) => path.startsWith('/api/'))
    expect(told.map(({ at, operation }) => `${at} ${operation['x-permission']}`).sort()).toEqual(
      own.map(({ method, path, may }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')} ${may}`).sort(),
    )
    expect(new Set(told.map(({ operation }) => operation.operationId)).size).toBe(own.length)
  })

  it('is told to whoever asks, without an account', async () => {
    const asked = await house.ask(null, 'GET', '/api/openapi.json')
    expect(asked.status).toBe(200)
    expect(asked.body).toEqual(openApi(routes))
  })
})
