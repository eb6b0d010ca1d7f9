export type { CommandIo } from './io/command-io.ts'
export { main } from './main.ts'
