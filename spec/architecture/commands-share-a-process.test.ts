import { parseSync, Visitor } from 'vite'
import { describe, expect, it } from 'vitest'
import { isInProduct } from './check-arrows.ts'
import { listFiles, readText } from './read-house.ts'

/** What belongs to the whole process, and who may use it of those that are called by somebody. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // With what our own programs are begun.
  'cli/io/child.ts': ['process.execPath'],
  // A signal is handed on to the product, and nobody listens any more once that has ended.
  'cli/start.ts': ['process.on', 'process.off'],
}
/** This one is the process. */
const program = 'cli/facialis.ts'

/** Every use of what belongs to the process, as it is written: "process.env"; "process" where it is passed on as a whole. */
function ofTheProcess(path: string, text: string): readonly string[] {
  const wholes = new Map<number, string>()
  const visitor = new Visitor({
    Identifier: ({ name, start }) => {
      if (name === 'process' || name === 'console') wholes.set(start, name)
    },
    ImportDeclaration: ({ source, start }) => {
      if (/^(node:)?(process|console)$/.test(source.value)) wholes.set(start, source.value)
    },
    'MemberExpression:exit': ({ object, property }) => {
      const whole = object.type === 'Identifier' ? wholes.get(object.start) : undefined
      if (whole !== undefined && property.type === 'Identifier') wholes.set(object.start, `${whole}.${property.name}`)
    },
  })
  visitor.visit(parseSync(path, text).program)
  return [...wholes.values()].filter((found) => !allowed[path]?.includes(found))
}

// docs/decisions/0048-commands-receive-their-streams.md
describe('a command reads and writes where it is told to, so that it can be called without a process of its own', () => {
  it.each([
    ['process.stdout.write(text)', 'process.stdout'],
    ['if (failed) process.exitCode = 1', 'process.exitCode'],
    ['const ink = textStyleFor(io.stdout, process.env)', 'process.env'],
    ['const { cwd } = process', 'process'],
    ['globalThis.process.exit(2)', 'process'],
    [`import { stdin } from 'node:process'`, 'node:process'],
    ['console.log(text)', 'console.log'],
    [`process.on('exit', clear)`, 'process.on'],
  ])('one that does otherwise would be seen: %s', (text, found) => {
    expect(ofTheProcess('cli/person/assess.ts', text)).toContain(found)
  })

  it('none does', () => {
    const called = listFiles().filter((path) => /^cli\/.*\.ts$/.test(path) && isInProduct(path) && path !== program)
    expect(called.length).toBeGreaterThan(60)
    expect(called.flatMap((path) => ofTheProcess(path, readText(path)).map((found) => `${path}: ${found}`))).toEqual([])
    for (const [path, uses] of Object.entries(allowed))
      for (const use of uses) expect(readText(path), `${path} may use what it does not`).toContain(use)
  })
})
