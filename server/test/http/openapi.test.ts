import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApi } from '../../openapi/document.ts'
import { routes } from '../../routes/index.ts'
import { cleanUp, type House, openHouse } from '../support.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(cleanUp)

type Operation = Readonly<{
  operationId: string
  'x-permission': string
  parameters: readonly Readonly<{ name?: string; in?: string; description?: string; schema?: { type?: string } }>[]
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

  it('says of everything that may stand behind "?" what it is', () => {
    const { paths } = openApi(routes) as unknown as Document
    const asked = Object.values(paths).flatMap((operations) =>
      Object.values(operations).flatMap(({ parameters }) => parameters.filter((one) => one.in === 'query')),
    )
    expect(asked.map(({ name }) => name)).toEqual(['code', 'state', 'iss', 'error', 'error_description', 'before'])
    for (const { name, schema, description } of asked)
      expect([name, schema?.type, (description ?? '').length > 10]).toEqual([name, 'string', true])
  })

  it('holds the server to it: what is not declared there is refused at every route, and repeated nowhere', async () => {
    const own = routes.filter(({ endpoint }) => endpoint !== undefined)
    for (const { method, path, may, endpoint } of own) {
      const url = `${path.replace(/:\w+/g, 'x')}?Demo.Typed=1`
      // Whoever may not come in hears nothing of it.
      if (may !== 'anyone') expect((await house.ask(null, method, url)).status).toBe(401)
      if (may !== 'anyone' || endpoint?.query !== undefined) continue
      const told = await house.ask(null, method, url)
      expect([method, path, told.status, told.problem.code]).toEqual([method, path, 400, 'bad-query'])
      expect(JSON.stringify(told.body)).not.toContain('Typed')
    }
    const twice = await house.ask(null, 'GET', '/api/sign-in/openid/back?code=1&code=2')
    expect([twice.status, twice.problem.sentence]).toEqual([
      400,
      'At this address behind "?" may stand: code, state, iss, error, error_description, each once.',
    ])
    const more = await house.ask(null, 'GET', '/api/sign-in/openid/back?code=1&session_state=2')
    expect(more.status).toBe(200)
    expect((await house.ask('nurse', 'GET', '/api/board?stage=x')).problem.code).toBe('bad-query')
  })

  it('is told to whoever asks, without an account', async () => {
    const asked = await house.ask(null, 'GET', '/api/openapi.json')
    expect(asked.status).toBe(200)
    expect(asked.body).toEqual(openApi(routes))
  })
})
