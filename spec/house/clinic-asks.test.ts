import { api } from '@facialis/wire/api/index.ts'
import { describe, expect, it } from 'vitest'
import { listFiles, readText } from '../architecture/read-house.ts'

const screens = listFiles().filter((path) => /^clinic\/src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))

/** `path: what` of everything that the pattern finds outside of some folders or files. */
const found = (pattern: RegExp, except: readonly string[] = []): readonly string[] =>
  screens
    .filter((path) => !except.some((one) => path.startsWith(one)))
    .flatMap((path) => [...readText(path).matchAll(pattern)].map(([what]) => `${path}: ${what}`))

describe('what the screens ask of the server', () => {
  it('goes through the one client whose calls are typed by the wire', () => {
    // Records of another system are asked by a page of its own, which holds no session here.
    expect(found(/\bfetch\(|XMLHttpRequest|sendBeacon|EventSource/g, ['clinic/src/api/', 'clinic/src/smart/'])).toEqual(
      [],
    )
    expect(found(/from '[^']*api\/ask\.ts'/g, ['clinic/src/api/'])).toEqual([])
  })

  it('names its path as the wire does, and puts none together by hand', () => {
    expect(found(/`[^`\n]*\/api\/[^`\n]*`/g)).toEqual([])
    const paths = new Set(Object.keys(api).map((asked) => asked.replace(/^\w+ /, '')))
    const unknown = found(/(?<=['"])\/api[^'"]*(?=['"])/g).filter((one) => !paths.has(one.replace(/^.*: /, '')))
    expect(unknown).toEqual([])
  })

  it('says nothing of what it believes the answer to be', () => {
    expect(found(/\b(?:send|read|useSend)<[^>(]/g, ['clinic/src/api/'])).toEqual([])
  })

  it('knows the types of the wire and leaves its shapes out of the browser', () => {
    expect(found(/^import (?!type)[^\n]*'@facialis\/wire\/api\/[^\n]*/gm)).toEqual([])
    expect(found(/from 'zod[^\n]*/g)).toEqual([])
  })
})
