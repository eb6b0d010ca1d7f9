import { buildServer } from '../../scripts/build.mjs'

let program: Promise<string> | null = null

/**
 * The program that `npm start` starts, of the sources as they are.
 * @throws when they cannot be built, with what was said
 */
export function builtServer(): Promise<string> {
  program ??= buildServer().then((built) => {
    if (built.code !== 0) throw new Error(`${built.output}\n${built.line}`)
    return built.program
  })
  return program
}
