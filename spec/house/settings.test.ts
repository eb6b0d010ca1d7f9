import { internalVariables, settings } from '@facialis/record/core/setting-names.ts'
import { readOptions } from '@facialis/server/options.ts'
import { describe, expect, it } from 'vitest'
import { listFiles, readText } from '../architecture/read-house.ts'

const sources = listFiles().filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith('spec/house/'))
const named = new Set(
  sources.flatMap((path) => [...readText(path).matchAll(/\bFACIALIS_[A-Z_]*[A-Z]\b/g)].map(([name]) => name)),
)

describe('the settings of the environment', () => {
  it('each stand in the table of the README, and it names no other', () => {
    const rows = [...readText('README.md').matchAll(/^\| (`(?:PORT|FACIALIS_).*?) \|/gm)].map(([, names = '']) => names)
    const told = rows.flatMap((names) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name))
    expect(told.toSorted()).toEqual(settings.toSorted())
  })

  it('are all that is read anywhere, beside what programs of ours tell each other', () => {
    const known = [...settings.filter((name) => name.startsWith('FACIALIS_')), ...internalVariables]
    expect([...named].toSorted()).toEqual(known.toSorted())
  })

  it.each([
    [
      { FACIALIS_DATABSE_URL: 'postgres://clinic@db/clinic' },
      /^FACIALIS_DATABSE_URL is not a setting\. The settings are PORT, /,
    ],
    [{ FACIALIS_HTTPS: 'true' }, /^FACIALIS_HTTPS is 1 or 0, not "true"\.$/],
    [{ FACIALIS_DEMO: 'yes' }, /^FACIALIS_DEMO is 1 or 0, not "yes"\.$/],
    [{ FACIALIS_CDS_TRIAL: 'on' }, /^FACIALIS_CDS_TRIAL is 1 or 0, not "on"\.$/],
    [{ FACIALIS_OPENID_CLIENT: 'clinic' }, /^FACIALIS_OPENID_CLIENT needs FACIALIS_OPENID_ISSUER as well/],
  ])('%o ends the start with a sentence that names it, rather than being left out', (env, sentence) => {
    expect(readOptions(env, '/')).toEqual({ sentence: expect.stringMatching(sentence) })
  })

  it.each([
    [{ FACIALIS_URL: 'https://clinic.example' }, true],
    [{ FACIALIS_URL: 'https://clinic.example', FACIALIS_HTTPS: '0' }, false],
    [{ FACIALIS_URL: 'http://localhost:3000' }, false],
    [{ FACIALIS_HTTPS: '1' }, true],
    [{ FACIALIS_HTTPS: '' }, false],
  ])('cookies are kept to https where browsers come by it: %o', (env, https) => {
    expect(readOptions(env, '/')).toMatchObject({ https })
  })

  it.each([
    { FACIALIS_SERVICE_HOST: '10.0.0.7', FACIALIS_SERVICE_PORT: '80', FACIALIS_SERVICE_PORT_HTTP: '80' },
    { FACIALIS_PORT: 'tcp://10.0.0.7:80', FACIALIS_PORT_80_TCP: 'tcp://10.0.0.7:80' },
    { FACIALIS_PORT_80_TCP_PROTO: 'tcp', FACIALIS_PORT_80_TCP_PORT: '80', FACIALIS_PORT_80_TCP_ADDR: '10.0.0.7' },
    { FACIALIS_DB_SERVICE_HOST: '10.0.0.8', FACIALIS_DB_PORT: 'tcp://10.0.0.8:5432' },
  ])('are not what a cluster tells every container of a service that is called facialis: %o', (env) => {
    expect(readOptions(env, '/')).toMatchObject({ port: 3000 })
  })

  it.each(['3000', 'clinic', ''].map((value) => ({ FACIALIS_PORT: value })))(
    'and a port by another name is none of those: %o',
    (env) => {
      const stray = { sentence: expect.stringMatching(/^FACIALIS_PORT is not a setting/) }
      expect(readOptions(env, '/')).toEqual(env.FACIALIS_PORT === '' ? expect.objectContaining({ port: 3000 }) : stray)
    },
  )

  it.each([' ', '0x50', '3e3', '80.0', '-1', '65536'])('a port of %j is none', (PORT) => {
    expect(readOptions({ PORT }, '/')).toEqual({ sentence: `PORT is a number up to 65535, not "${PORT}".` })
  })

  it('of tests stop no server that is started among them', () => {
    expect(readOptions({ FACIALIS_SEED: 'any', FACIALIS_CHROMIUM: '/usr/bin/chromium' }, '/')).toMatchObject({
      port: 3000,
    })
  })
})
